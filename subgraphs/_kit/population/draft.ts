import { ageOn } from '../../../schemas/scalars/dates.ts'
import { dateOf } from './calendar.ts'
import type { Day } from './calendar.ts'
import type { VillageIdentifiers } from './identifiers.ts'
import { rngFor } from './rng.ts'
import type { Rng } from './rng.ts'
import type {
  Employment,
  HouseholdClosedReason,
  HouseholdStatus,
  HouseholdType,
  MaritalStatus,
  PersonName,
  Presence,
  Protection,
  FormerNationalId,
  RelationCode,
  Schooling,
  VillageFacts,
} from './types.ts'

/** A person while the village is being put together; `materialisePersons` makes the record of it. */
export interface DraftPerson {
  readonly ordinal: number
  readonly isMale: boolean
  readonly birthDay: Day
  /** Full years on the business date, also where dead. */ readonly age: number
  presence: Presence
  deathDay: Day | null
  marital: MaritalStatus
  /** Of the marriage in force. */ spouse: DraftPerson | null
  /** Of a marriage ended by death. */ lateSpouse: DraftPerson | null
  father: DraftPerson | null
  mother: DraftPerson | null
  adoptiveFather: DraftPerson | null
  adoptiveMother: DraftPerson | null
  /** Biological, in no order. */ children: DraftPerson[]
  unit: DraftUnit | null
  household: DraftHousehold | null
  relation: RelationCode | null
  elsewhere: string | null
  isImmigrant: boolean
  name: PersonName | null
  ethnicGroup: string | null
  /** What a fixed person is given rather than drawn. */ fixed: FixedTraits | null
}

export interface FixedTraits {
  readonly nationalId: string
  readonly name: PersonName
  readonly isHead?: boolean
  readonly employment?: Employment
  readonly schooling?: Schooling
  readonly protection?: Protection
  readonly formerNationalIds?: readonly FormerNationalId[]
}

/** A couple or a lone adult, with the minors (under 20) who live with them. */
export interface DraftUnit {
  husband: DraftPerson | null
  wife: DraftPerson | null
  readonly kids: DraftPerson[]
  /** How many kids the unit takes before a fallback is needed. */ readonly kidRoom: number
  /** Unit of the parents of this unit's blood child, in the same household or apart. */
  parents: DraftUnit | null
  readonly childUnits: DraftUnit[]
  /** The unit whose household this one lives in, if any. */ host: DraftUnit | null
  /** Living members of the household, kept at its top unit. */ size: number
  bond: 'NONE' | 'CHILD' | 'SIBLING' | 'LODGER' | 'BUSINESS'
  readonly isFixed: boolean
}

export interface DraftHousehold {
  readonly ordinal: number
  type: HouseholdType
  name: string | null
  status: HouseholdStatus
  head: DraftPerson
  readonly members: DraftPerson[]
  plateId: string
  addressText: string
  neighborhood: number
  establishedDay: Day
  closedDay: Day | null
  closedReason: HouseholdClosedReason | null
  successor: DraftHousehold | null
}

export interface DraftMarriage {
  readonly husband: DraftPerson
  readonly wife: DraftPerson
  readonly from: Day
  readonly to: Day | null
  readonly endReason: 'DIVORCE' | 'DEATH' | null
}

/** 監護, 未成年子女權利義務行使負擔 or 同性伴侶註記 between two people. */
export interface DraftBond {
  readonly kind: 'GUARDIAN' | 'CUSTODY' | 'SAME_SEX_PARTNER_ANNOTATION' | 'ADOPTIVE_PARENT'
  readonly from: DraftPerson
  readonly to: DraftPerson
  readonly since: Day
}

export interface VillageDraft {
  readonly facts: VillageFacts
  readonly today: Day
  readonly identifiers: VillageIdentifiers
  readonly people: DraftPerson[]
  readonly units: DraftUnit[]
  readonly households: DraftHousehold[]
  readonly marriages: DraftMarriage[]
  readonly bonds: DraftBond[]
  /** The random stream of one subject of this village. */ rng(subject: string): Rng
}

/** Years as days, for gaps between generations. */
export const YEAR = 365.25

export function draftVillage(
  facts: VillageFacts,
  seed: number,
  today: Day,
  identifiers: VillageIdentifiers,
): VillageDraft {
  return {
    facts,
    today,
    identifiers,
    people: [],
    units: [],
    households: [],
    marriages: [],
    bonds: [],
    rng: (subject) => rngFor(seed, facts.villageCode, subject),
  }
}

/** Adds a person to the village, living and registered here until another stage says otherwise. */
export function addPerson(village: VillageDraft, isMale: boolean, birthDay: Day): DraftPerson {
  const person: DraftPerson = {
    ordinal: village.identifiers.ordinal('person'),
    isMale,
    birthDay,
    age: ageOn(dateOf(birthDay), dateOf(village.today)),
    presence: 'REGISTERED',
    deathDay: null,
    marital: 'NEVER_MARRIED',
    spouse: null,
    lateSpouse: null,
    father: null,
    mother: null,
    adoptiveFather: null,
    adoptiveMother: null,
    children: [],
    unit: null,
    household: null,
    relation: null,
    elsewhere: null,
    isImmigrant: false,
    name: null,
    ethnicGroup: null,
    fixed: null,
  }
  village.people.push(person)
  return person
}

/** Adds a unit of one or two adults. */
export function addUnit(
  village: VillageDraft,
  husband: DraftPerson | null,
  wife: DraftPerson | null,
  kidRoom: number,
  isFixed = false,
): DraftUnit {
  const unit: DraftUnit = {
    husband,
    wife,
    kids: [],
    kidRoom,
    parents: null,
    childUnits: [],
    host: null,
    size: (husband ? 1 : 0) + (wife ? 1 : 0),
    bond: 'NONE',
    isFixed,
  }
  if (husband) husband.unit = unit
  if (wife) wife.unit = unit
  if (husband && wife) {
    husband.spouse = wife
    wife.spouse = husband
  }
  village.units.push(unit)
  return unit
}

/** Sets the parents of a person, and the person among their children. */
export function setParents(
  child: DraftPerson,
  father: DraftPerson | null,
  mother: DraftPerson | null,
): void {
  if (father && child.father === null) {
    child.father = father
    father.children.push(child)
  }
  if (mother && child.mother === null) {
    child.mother = mother
    mother.children.push(child)
  }
}

/** Marries two people, for good or until a divorce or death. */
export function marry(
  village: VillageDraft,
  husband: DraftPerson,
  wife: DraftPerson,
  from: Day,
  end?: { to: Day; reason: 'DIVORCE' | 'DEATH' },
): void {
  village.marriages.push({
    husband,
    wife,
    from,
    to: end?.to ?? null,
    endReason: end?.reason ?? null,
  })
  if (end === undefined) {
    husband.spouse = wife
    wife.spouse = husband
    husband.marital = 'MARRIED'
    wife.marital = 'MARRIED'
  } else if (end.reason === 'DEATH') {
    husband.lateSpouse = wife
    wife.lateSpouse = husband
  }
}

/** Whether a child born on this day leaves at least ten months to each sibling. */
export function fitsSiblings(siblings: readonly DraftPerson[], birthDay: Day): boolean {
  for (const sibling of siblings) {
    if (Math.abs(sibling.birthDay - birthDay) < 300) return false
  }
  return true
}
