import { dayOf } from './calendar.ts'
import { addPerson, addUnit, marry, setParents } from './draft.ts'
import type { DraftPerson, FixedTraits, VillageDraft } from './draft.ts'
import { reservedNationalId } from './identifiers.ts'
import { villageIndexOf } from './town-facts.ts'
import type { GeneratedVillage, PersonName } from './types.ts'

/** 甲仙區和安里, where the fixed people live at every scale and seed. */
export const DEMO_VILLAGE_CODE = '64000330003'
/** The citizen at the desk, domain.md §7.6: 45, divorced, cleaner, two children and her mother. */
export const DEMO_CITIZEN_NATIONAL_ID = reservedNationalId(2, 2345678)
/** A mother with a protection annotation 保護註記. */
export const PROTECTED_PERSON_NATIONAL_ID = reservedNationalId(2, 2345681)
/** A person whose national ID changed on 2014-02-18, and the number before. */
export const CHANGED_PERSON_NATIONAL_ID = reservedNationalId(2, 2345683)
export const CHANGED_PERSON_FORMER_NATIONAL_ID = reservedNationalId(1, 2345683)
/** Her former husband, and her brother: people that some officers are, so that recusal has a case. */
export const FORMER_HUSBAND_NATIONAL_ID = reservedNationalId(1, 2345680)
export const BROTHER_NATIONAL_ID = reservedNationalId(1, 2345681)

const FIRST_ORDINAL = villageIndexOf(DEMO_VILLAGE_CODE)! * (1 << 17)

/** Ordinals of the fixed people: they are drafted first, in this order. */
export const demoPeople = {
  citizen: FIRST_ORDINAL,
  son: FIRST_ORDINAL + 1,
  daughter: FIRST_ORDINAL + 2,
  mother: FIRST_ORDINAL + 3,
  formerHusband: FIRST_ORDINAL + 4,
  brother: FIRST_ORDINAL + 5,
  lateFather: FIRST_ORDINAL + 6,
  protectedPerson: FIRST_ORDINAL + 7,
  protectedChild: FIRST_ORDINAL + 8,
  changedPerson: FIRST_ORDINAL + 9,
} as const

/** National IDs of the heads of the first current households, for queries over many households. */
export function headNationalIds(village: GeneratedVillage, count: number): readonly string[] {
  const byOrdinal = new Map(village.persons.map((person) => [person.ordinal, person.nationalId]))
  const current = village.households.filter((household) => household.status === 'CURRENT')
  return current.slice(0, count).map((household) => byOrdinal.get(household.headOrdinal)!)
}

/** Puts the fixed people into their village before anybody is drawn; they count in its numbers. */
export function addFixedPeople(village: VillageDraft): void {
  if (village.facts.villageCode !== DEMO_VILLAGE_CODE) return
  const add = (isMale: boolean, birth: string, traits: FixedTraits): DraftPerson => {
    const person = addPerson(village, isMale, dayOf(birth))
    person.fixed = traits
    return person
  }
  addCitizenAndKin(village, add)
  addProtectedPerson(village, add)
  const changed = add(false, '1984-07-07', {
    nationalId: CHANGED_PERSON_NATIONAL_ID,
    name: named('蔡', '佳宜'),
    employment: { status: 'EMPLOYED', occupation: '行政人員', monthlySalary: 31000 },
    formerNationalIds: [
      {
        nationalId: CHANGED_PERSON_FORMER_NATIONAL_ID,
        validFrom: '1984-07-07',
        validTo: '2014-02-18',
        reason: 'SEX_CHANGE',
      },
    ],
  })
  addUnit(village, null, changed, 0, true)
}

type Add = (isMale: boolean, birth: string, traits: FixedTraits) => DraftPerson

function addCitizenAndKin(village: VillageDraft, add: Add): void {
  const citizen = add(false, '1972-08-15', TRAITS.citizen)
  const son = add(true, '2000-10-03', TRAITS.son)
  const daughter = add(false, '2007-06-21', TRAITS.daughter)
  const mother = add(false, '1945-11-08', TRAITS.mother)
  const formerHusband = elsewhere('臺南市永康區', add(true, '1970-03-27', TRAITS.formerHusband))
  const brother = elsewhere('高雄市鳳山區', add(true, '1970-01-20', TRAITS.brother))
  const father = add(true, '1941-02-11', TRAITS.lateFather)
  const death = dayOf('2009-09-30')
  father.presence = 'DEAD'
  father.deathDay = death
  mother.marital = 'WIDOWED'
  father.marital = 'MARRIED'
  setParents(brother, father, mother)
  setParents(citizen, father, mother)
  setParents(son, formerHusband, citizen)
  setParents(daughter, formerHusband, citizen)
  marry(village, father, mother, dayOf('1968-12-08'), { to: death, reason: 'DEATH' })
  divorceFixed(village, formerHusband, citizen, [son, daughter])
  liveTogether(village, mother, citizen, [son, daughter])
}

function liveTogether(
  village: VillageDraft,
  mother: DraftPerson,
  citizen: DraftPerson,
  kids: readonly DraftPerson[],
): void {
  const older = addUnit(village, null, mother, 0, true)
  const unit = addUnit(village, null, citizen, 0, true)
  for (const kid of kids) kid.unit = unit
  unit.kids.push(...kids)
  unit.parents = older
  unit.host = older
  unit.bond = 'CHILD'
  older.childUnits.push(unit)
  older.size = 2 + kids.length
}

/** Custody stays with the mother alone: the father is left out of the counted persons (PAA 5). */
function divorceFixed(
  village: VillageDraft,
  husband: DraftPerson,
  wife: DraftPerson,
  children: readonly DraftPerson[],
): void {
  const since = dayOf('2013-04-22')
  marry(village, husband, wife, dayOf('1999-12-18'), { to: since, reason: 'DIVORCE' })
  husband.marital = 'DIVORCED'
  wife.marital = 'DIVORCED'
  for (const child of children)
    village.bonds.push({ kind: 'CUSTODY', from: wife, to: child, since })
}

function addProtectedPerson(village: VillageDraft, add: Add): void {
  const person = add(false, '1981-09-12', {
    nationalId: PROTECTED_PERSON_NATIONAL_ID,
    name: named('鄭', '雅雯'),
    isHead: true,
    employment: { status: 'EMPLOYED', occupation: '照顧服務員', monthlySalary: 28000 },
    protection: { ground: 'DOMESTIC_VIOLENCE_ACT', validFrom: '2016-11-03', validTo: null },
  })
  person.marital = 'DIVORCED'
  const child = add(false, '2009-12-01', {
    nationalId: reservedNationalId(2, 2345682),
    name: named('鄭', '詩涵'),
    schooling: { level: 'PRIMARY', isDaySchool: true },
  })
  setParents(child, null, person)
  const unit = addUnit(village, null, person, 0, true)
  unit.kids.push(child)
  unit.size = 2
  child.unit = unit
}

function elsewhere(place: string, person: DraftPerson): DraftPerson {
  person.presence = 'ELSEWHERE'
  person.elsewhere = place
  return person
}

function named(surname: string, given: string): PersonName {
  return { full: surname + given, surname, given, latin: null, nameType: 'HAN' }
}

/** The citizen and her kin, as domain.md §7.6 has them. */
const TRAITS = {
  citizen: {
    nationalId: DEMO_CITIZEN_NATIONAL_ID,
    name: named('潘', '淑惠'),
    isHead: true,
    employment: { status: 'EMPLOYED', occupation: '清潔工', monthlySalary: 15000 },
  },
  son: {
    nationalId: reservedNationalId(1, 2345679),
    name: named('林', '承翰'),
    employment: { status: 'STUDENT', occupation: null, monthlySalary: null },
    schooling: { level: 'SENIOR_HIGH', isDaySchool: true },
  },
  daughter: {
    nationalId: reservedNationalId(2, 2345679),
    name: named('林', '怡君'),
    schooling: { level: 'PRIMARY', isDaySchool: true },
  },
  mother: {
    nationalId: reservedNationalId(2, 2345680),
    name: named('劉', '秀英'),
    employment: { status: 'RETIRED', occupation: null, monthlySalary: null },
  },
  formerHusband: {
    nationalId: FORMER_HUSBAND_NATIONAL_ID,
    name: named('林', '志明'),
    employment: { status: 'EMPLOYED', occupation: '司機', monthlySalary: 33000 },
  },
  brother: {
    nationalId: BROTHER_NATIONAL_ID,
    name: named('潘', '文雄'),
    employment: { status: 'EMPLOYED', occupation: '技術員', monthlySalary: 36000 },
  },
  lateFather: { nationalId: reservedNationalId(1, 2345682), name: named('潘', '金龍') },
} as const satisfies Record<string, FixedTraits>
