import type {
  GeneratedHousehold,
  GeneratedPerson,
  GeneratedVillage,
  RelationCode,
} from '../../../subgraphs/_kit/population/types.ts'
import { composeNationalId } from '../../../schemas/scalars/national-id.ts'

/** People and households a test states in a few words; everything unsaid is ordinary. Synthetic. */
export function makePerson(
  ordinal: number,
  [fullName, relationCode, relationText]: readonly [string, RelationCode | null, string | null],
  stated: Partial<GeneratedPerson> = {},
): GeneratedPerson {
  const sex = stated.sex ?? 'MALE'
  return {
    ordinal,
    nationalId: composeNationalId('S', sex === 'MALE' ? 1 : 2, 4_000_000 + ordinal),
    formerNationalIds: [],
    name: {
      full: fullName,
      surname: fullName.slice(0, 1),
      given: fullName.slice(1),
      latin: null,
      nameType: 'HAN',
    },
    sex,
    birthDate: '1970-03-04',
    birthPlace: '臺灣省高雄縣',
    birthOrder: sex === 'MALE' ? '長男' : '長女',
    deathDate: null,
    presence: 'REGISTERED',
    householdOrdinal: null,
    relationCode,
    relationText,
    elsewhere: null,
    maritalStatus: 'NEVER_MARRIED',
    fatherOrdinal: null,
    motherOrdinal: null,
    fatherName: null,
    motherName: null,
    adoptiveFatherName: null,
    adoptiveMotherName: null,
    spouseOrdinal: null,
    indigenousStatus: null,
    ethnicGroup: null,
    isNewImmigrant: false,
    idCard: { issueDate: '2005-12-01', issuePlace: '高縣', issueType: 'RENEWAL' },
    isProtected: false,
    protection: null,
    registrations: [],
    employment: { status: 'NONE', occupation: null, monthlySalary: null },
    schooling: null,
    hasDisability: false,
    ...stated,
  }
}

export function makeHousehold(
  ordinal: number,
  members: readonly GeneratedPerson[],
  stated: Partial<GeneratedHousehold> = {},
): GeneratedHousehold {
  return {
    ordinal,
    id: `hh-${ordinal}`,
    householdNo: `F${String(ordinal).padStart(7, '0')}`,
    type: members.length === 1 ? 'SINGLE' : 'COMMON_LIVING',
    name: null,
    status: 'CURRENT',
    headOrdinal: members[0]!.ordinal,
    memberOrdinals: members.map((person) => person.ordinal),
    plateId: `sp-${ordinal}`,
    addressText: `高雄市甲仙區大田里3鄰大田${ordinal}號`,
    townCode: '64000330',
    villageCode: '64000330004',
    neighborhood: 3,
    establishedDate: '2001-02-03',
    closedDate: null,
    closedReason: null,
    successorOrdinal: null,
    ...stated,
  }
}

export function makeVillage(
  stated: Pick<GeneratedVillage, 'persons' | 'households' | 'kinships'>,
): GeneratedVillage {
  const facts = {
    townCode: '64000330',
    villageCode: '64000330004',
    town: '甲仙區',
    village: '大田里',
    households: stated.households.length,
    men: 0,
    women: 0,
    under15: 0,
    from15to64: 0,
    over64: 0,
    from20: 0,
    from18to19: 0,
  }
  const nothing = {
    plates: [],
    vehicles: [],
    licences: [],
    houses: [],
    parcels: [],
    incomes: [],
    unpaidTaxes: [],
    welfareStatuses: [],
    welfareApplications: [],
  }
  return { facts, ...nothing, ...stated }
}
