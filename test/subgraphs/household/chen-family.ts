import type {
  GeneratedKinship,
  GeneratedPerson,
  GeneratedVillage,
} from '../../../subgraphs/_kit/population/types.ts'
import { makeHousehold, makePerson, makeVillage } from './small-village.ts'

/** A number the demo citizen had before her sex entry was corrected. */
export const FORMER_NUMBER = 'S123456784'
export const CITIZEN = 'S223456786'
export const ADDRESS = '高雄市甲仙區大田里3鄰大田100號'

const event = (
  type: GeneratedPerson['registrations'][number]['type'],
  date: string,
  otherOrdinal: number | null = null,
  appliedDate = date,
): GeneratedPerson['registrations'][number] => ({
  type,
  eventDate: date,
  appliedDate,
  registeredDate: appliedDate,
  otherOrdinal,
})

const father = makePerson(1, ['陳阿土', 'HEAD', '戶長'], {
  birthDate: '1930-01-01',
  deathDate: '2010-06-01',
  presence: 'DEAD',
  householdOrdinal: 99,
  idCard: null,
})
/** The demo citizen: head since her father's death, divorced, mother of a child of 18. */
const citizen = makePerson(2, ['測試一', 'HEAD', '戶長'], {
  nationalId: CITIZEN,
  formerNationalIds: [
    {
      nationalId: FORMER_NUMBER,
      validFrom: '1965-05-05',
      validTo: '1999-09-09',
      reason: 'SEX_CHANGE',
    },
  ],
  sex: 'FEMALE',
  birthDate: '1965-05-05',
  householdOrdinal: 100,
  maritalStatus: 'DIVORCED',
  fatherOrdinal: 1,
  fatherName: '陳阿土',
  registrations: [
    event('BIRTH', '1965-05-05'),
    event('MARRY', '1990-05-01', 4),
    event('DIVORCE', '2008-08-08', 4),
    event('MOVE_IN', '2015-06-01', null, '2015-08-20'),
  ],
})
const child = makePerson(3, ['測試二', 'SON', '長子'], {
  birthDate: '2000-01-31',
  householdOrdinal: 100,
  fatherOrdinal: 4,
  motherOrdinal: 2,
  registrations: [event('BIRTH', '2000-01-31'), event('CUSTODY', '2008-08-08', 2)],
})
const formerHusband = makePerson(4, ['李某某', null, null], {
  presence: 'ELSEWHERE',
  elsewhere: '臺北市信義區',
  birthDate: '1960-01-01',
})
const lodger = makePerson(5, ['林寄居', 'LODGER', '寄居人'], { householdOrdinal: 100 })
const mother = makePerson(6, ['陳王氏', 'MOTHER', '母'], {
  sex: 'FEMALE',
  birthDate: '1933-01-01',
  householdOrdinal: 100,
})
/** Under protection, living with her sister 8, who is not. */
const hidden = makePerson(7, ['護某某', 'HEAD', '戶長'], {
  sex: 'FEMALE',
  householdOrdinal: 101,
  isProtected: true,
  protection: { ground: 'DOMESTIC_VIOLENCE_ACT', validFrom: '2017-01-01', validTo: null },
  registrations: [event('MOVE_IN', '2016-12-01'), event('DIVORCE', '2017-02-02', 4)],
})
const housemate = makePerson(8, ['護某妹', 'YOUNGER_SISTER', '妹'], {
  sex: 'FEMALE',
  householdOrdinal: 101,
})
const abroad = makePerson(9, ['遷某某', null, null], {
  presence: 'ELSEWHERE',
  elsewhere: '加拿大',
  registrations: [event('MOVE_OUT', '2014-04-04')],
})
const ward = makePerson(10, ['受監某', 'LODGER', '寄居人'], { householdOrdinal: 101 })

const kin = (
  kind: GeneratedKinship['kind'],
  fromOrdinal: number,
  toOrdinal: number,
  stated: Partial<GeneratedKinship> = {},
): GeneratedKinship => ({
  kind,
  fromOrdinal,
  toOrdinal,
  marriageKind: null,
  validFrom: '1990-05-01',
  validTo: null,
  endReason: null,
  ...stated,
})

/** One family and a protected one, with every kind of kinship. */
export const village: GeneratedVillage = makeVillage({
  persons: [father, citizen, child, formerHusband, lodger, mother, hidden, housemate, abroad, ward],
  households: [
    makeHousehold(100, [citizen, lodger, child, mother], { establishedDate: '2010-06-01' }),
    makeHousehold(99, [father], {
      status: 'CLOSED',
      closedDate: '2010-06-01',
      closedReason: 'HEAD_DEATH',
      establishedDate: '1990-01-01',
      successorOrdinal: 100,
    }),
    makeHousehold(101, [hidden, housemate, ward]),
  ],
  kinships: [
    kin('PARENT', 1, 2, { validFrom: '1965-05-05' }),
    kin('PARENT', 2, 3, { validFrom: '2000-01-31' }),
    kin('PARENT', 4, 3, { validFrom: '2000-01-31' }),
    kin('SPOUSE', 4, 2, {
      marriageKind: 'CIVIL_CODE',
      validTo: '2008-08-08',
      endReason: 'DIVORCE',
    }),
    kin('SPOUSE', 1, 6, {
      marriageKind: 'CIVIL_CODE',
      validFrom: '1955-01-01',
      validTo: '2010-06-01',
      endReason: 'DEATH',
    }),
    kin('CUSTODY', 2, 3, { validFrom: '2008-08-08' }),
    kin('GUARDIAN', 8, 10, { validFrom: '2016-01-01' }),
    kin('SAME_SEX_PARTNER_ANNOTATION', 5, 9, { validFrom: '2016-06-06' }),
  ],
})

/** The national ID of one of the village's people. */
export function numberOf(ordinal: number): string {
  return village.persons.find((person) => person.ordinal === ordinal)!.nationalId
}
