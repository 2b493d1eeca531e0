import { addYears, dateOf, dayOf, yearOf } from './calendar.ts'
import type { DraftPerson, VillageDraft } from './draft.ts'
import { employmentOf, schoolingOf } from './livelihoods.ts'
import { parentName } from './names.ts'
import { gatherEvents, registrationsOf } from './registrations.ts'
import { birthOrderText, relationText } from './relations.ts'
import { weightedTable } from './rng.ts'
import type { Rng } from './rng.ts'
import { townOf } from './town-facts.ts'
import type { FormerNationalId, GeneratedPerson, IdCard, Protection } from './types.ts'

/** Per 100,000 people: our assumptions. */
const CHANGED_IDS = 30
const PROTECTED = 100
/** 高雄縣 and 高雄市 became one city; the letter S was given until then (domain.md §1.1). */
const MERGER = dayOf('2010-12-25')
/** National renewal of all cards began: no older card is valid. */
const OLDEST_CARD = dayOf('2005-12-21')

const COUNTY_LETTERS = 'SETDPNQAFU'
const drawCountyLetter = weightedTable([78, 6, 5, 4, 2, 1, 1, 1, 1, 1])
const CITY_LETTERS = 'ESTDRQPAFN'
const drawCityLetter = weightedTable([60, 17, 5, 5, 3, 2, 2, 2, 2, 2])
const BIRTHPLACES: Readonly<Record<string, string>> = {
  S: '臺灣省高雄縣',
  E: '高雄市',
  T: '臺灣省屏東縣',
  D: '臺灣省臺南市',
  P: '臺灣省雲林縣',
  N: '臺灣省彰化縣',
  Q: '臺灣省嘉義縣',
  A: '臺北市',
  F: '臺灣省臺北縣',
  U: '臺灣省花蓮縣',
  R: '臺灣省臺南縣',
}

/** The records of everybody in the village, in the order they were drafted. */
export function materialisePersons(village: VillageDraft): GeneratedPerson[] {
  const rng = village.rng('persons')
  const ranks = birthRanks(village.people)
  const events = gatherEvents(village, rng)
  return village.people.map((person) =>
    materialise(person, village, ranks.get(person), events.get(person), rng),
  )
}

interface Context {
  readonly village: VillageDraft
  readonly letter: string
  readonly rank: number
  readonly rng: Rng
}

function materialise(
  person: DraftPerson,
  village: VillageDraft,
  knownRank: number | undefined,
  events: Parameters<typeof registrationsOf>[2],
  rng: Rng,
): GeneratedPerson {
  const letter = letterOf(person, village, rng)
  const rank = knownRank ?? Math.min(rng.below(3), rng.below(4))
  const context = { village, letter, rank, rng }
  const identity = identityOf(person, context)
  const { formerNationalIds } = identity
  return {
    ordinal: person.ordinal,
    ...identity,
    ...placeOf(person, rank),
    ...parentageOf(person, rng),
    ...protectionOf(person, context),
    ...livelihoodOf(person, rng),
    registrations: registrationsOf(person, village, events, formerNationalIds, rng),
  }
}

type Identity = Pick<
  GeneratedPerson,
  | 'nationalId'
  | 'formerNationalIds'
  | 'name'
  | 'sex'
  | 'birthDate'
  | 'birthPlace'
  | 'birthOrder'
  | 'deathDate'
  | 'indigenousStatus'
  | 'ethnicGroup'
  | 'isNewImmigrant'
>

function identityOf(person: DraftPerson, context: Context): Identity {
  const { village, letter, rank, rng } = context
  const { fixed, isMale, isImmigrant, ethnicGroup } = person
  const status = ethnicGroup === '阿美' ? 'PLAINS' : 'MOUNTAIN'
  return {
    nationalId: fixed?.nationalId ?? village.identifiers.nationalId(letter, isMale),
    formerNationalIds: fixed?.formerNationalIds ?? formerIds(person, village, letter, rng),
    name: person.name!,
    sex: isMale ? 'MALE' : 'FEMALE',
    birthDate: dateOf(person.birthDay),
    birthPlace: isImmigrant ? rng.pick(ABROAD) : birthPlaceOf(person, letter),
    birthOrder: birthOrderText(rank, isMale),
    deathDate: person.deathDay === null ? null : dateOf(person.deathDay),
    indigenousStatus: ethnicGroup === null ? null : status,
    ethnicGroup,
    isNewImmigrant: isImmigrant,
  }
}

type Place = Pick<
  GeneratedPerson,
  | 'presence'
  | 'householdOrdinal'
  | 'relationCode'
  | 'relationText'
  | 'elsewhere'
  | 'maritalStatus'
  | 'spouseOrdinal'
>

function placeOf(person: DraftPerson, rank: number): Place {
  const { relation } = person
  return {
    presence: person.presence,
    householdOrdinal: person.household?.ordinal ?? null,
    relationCode: relation,
    relationText: relation && relationText(relation, rank),
    elsewhere: person.elsewhere,
    maritalStatus: person.marital,
    spouseOrdinal: person.spouse?.ordinal ?? null,
  }
}

type Parentage = Pick<
  GeneratedPerson,
  | 'fatherOrdinal'
  | 'motherOrdinal'
  | 'fatherName'
  | 'motherName'
  | 'adoptiveFatherName'
  | 'adoptiveMotherName'
>

/** Who has a mother on record and no father has none by law; who has neither has both by name. */
function parentageOf(person: DraftPerson, rng: Rng): Parentage {
  const { father, mother } = person
  const year = yearOf(person.birthDay) - 27
  const surname = person.name!.surname
  const unknownFather = father || mother ? null : parentName(surname, true, year, rng)
  return {
    fatherOrdinal: father?.ordinal ?? null,
    motherOrdinal: mother?.ordinal ?? null,
    fatherName: father?.name?.full ?? unknownFather,
    motherName: mother?.name?.full ?? parentName(null, false, year, rng),
    adoptiveFatherName: person.adoptiveFather?.name?.full ?? null,
    adoptiveMotherName: person.adoptiveMother?.name?.full ?? null,
  }
}

function protectionOf(
  person: DraftPerson,
  { village, rng }: Context,
): Pick<GeneratedPerson, 'idCard' | 'isProtected' | 'protection'> {
  if (person.presence !== 'REGISTERED') return UNPROTECTED
  const protection = person.fixed?.protection ?? drawProtection(person, village, rng)
  return {
    idCard: idCardOf(person, village.today, rng),
    isProtected: protection !== null,
    protection,
  }
}

const UNPROTECTED = { idCard: null, isProtected: false, protection: null } as const

function livelihoodOf(
  person: DraftPerson,
  rng: Rng,
): Pick<GeneratedPerson, 'employment' | 'schooling' | 'hasDisability'> {
  if (person.presence === 'DEAD') return NO_LIVELIHOOD
  const { fixed } = person
  const hasDisability = fixed === null && rng.chance(person.age >= 65 ? 0.12 : 0.025)
  const schooling = fixed?.schooling ?? schoolingOf(person, rng)
  const employment = employmentOf(person, schooling, hasDisability, rng)
  return { employment: fixed?.employment ?? employment, schooling, hasDisability }
}

const NO_LIVELIHOOD = {
  employment: { status: 'NONE', occupation: null, monthlySalary: null },
  schooling: null,
  hasDisability: false,
} as const

const ABROAD = ['越南', '大陸地區', '印尼'] as const

/** Rank among recorded brothers or sisters, for everyone who has a recorded parent. */
function birthRanks(people: readonly DraftPerson[]): Map<DraftPerson, number> {
  const ranks = new Map<DraftPerson, number>()
  for (const parent of people) {
    if (parent.children.length === 0) continue
    parent.children.sort(
      (one, other) => one.birthDay - other.birthDay || one.ordinal - other.ordinal,
    )
    let sons = 0
    let daughters = 0
    for (const child of parent.children) {
      const rank = child.isMale ? sons++ : daughters++
      // The father's side counts; the mother's only where no father is recorded.
      if (parent.isMale || !child.father) ranks.set(child, rank)
    }
  }
  return ranks
}

function letterOf(person: DraftPerson, village: VillageDraft, rng: Rng): string {
  const isCounty = townOf(village.facts.townCode)!.countyTownship !== null
  const letter = isCounty
    ? COUNTY_LETTERS.charAt(drawCountyLetter(rng))
    : CITY_LETTERS.charAt(drawCityLetter(rng))
  return letter === 'S' && person.birthDay >= MERGER ? 'E' : letter
}

function birthPlaceOf(person: DraftPerson, letter: string): string {
  if (person.fixed) return '臺灣省高雄縣'
  return BIRTHPLACES[letter] ?? '高雄市'
}

function idCardOf(person: DraftPerson, today: number, rng: Rng): IdCard | null {
  // ID duty from 14 (HRA 57).
  if (person.age < 14) return null
  const first = addYears(person.birthDay, 14)
  const issued = rng.between(Math.max(first, OLDEST_CARD), today)
  const draw = rng.below(10)
  return {
    issueDate: dateOf(issued),
    issuePlace: issued < MERGER ? '高縣' : '高市',
    issueType: issued < first + 730 ? 'FIRST' : draw < 7 ? 'RENEWAL' : 'REISSUE',
  }
}

function drawProtection(person: DraftPerson, village: VillageDraft, rng: Rng): Protection | null {
  if (person.fixed || person.isMale || person.age < 18 || rng.below(100_000) >= PROTECTED * 2)
    return null
  const since = village.today - rng.between(20, 700)
  return { ground: 'DOMESTIC_VIOLENCE_ACT', validFrom: dateOf(since), validTo: null }
}

function formerIds(
  person: DraftPerson,
  village: VillageDraft,
  letter: string,
  rng: Rng,
): readonly FormerNationalId[] {
  if (person.fixed || person.presence !== 'REGISTERED' || person.age < 21) return NO_FORMER_IDS
  if (rng.below(100_000) >= CHANGED_IDS) return NO_FORMER_IDS
  const isSexChange = rng.chance(0.4)
  const changed = rng.between(addYears(person.birthDay, 20), village.today - 1)
  const wasMale = isSexChange ? !person.isMale : person.isMale
  return [
    {
      nationalId: village.identifiers.nationalId(letter, wasMale),
      validFrom: dateOf(person.birthDay),
      validTo: dateOf(changed),
      reason: isSexChange ? 'SEX_CHANGE' : 'DUPLICATE_ALLOTMENT',
    },
  ]
}

const NO_FORMER_IDS: readonly FormerNationalId[] = []
