import { dateOf, dayOf } from './calendar.ts'
import type { Day } from './calendar.ts'
import { YEAR } from './draft.ts'
import type { DraftPerson, VillageDraft } from './draft.ts'
import type { Rng } from './rng.ts'
import type { FormerNationalId, GeneratedRegistration, RegistrationType } from './types.ts'

/** Since this day a marriage is made by its registration (Civil Code 982). */
const REGISTRATION_MARRIAGE = dayOf('2008-05-23')

/** Events of marriages and bonds by person, gathered once per village. */
export type EventBook = ReadonlyMap<DraftPerson, readonly GeneratedRegistration[]>

/** Registrations that marriages, divorces, guardians, custody and adoptions left with each person. */
export function gatherEvents(village: VillageDraft, rng: Rng): EventBook {
  const book = new Map<DraftPerson, GeneratedRegistration[]>()
  const note = (person: DraftPerson, registration: GeneratedRegistration): void => {
    if (person.presence === 'ELSEWHERE') return
    const noted = book.get(person)
    if (noted) noted.push(registration)
    else book.set(person, [registration])
  }
  for (const { husband, wife, from, to, endReason } of village.marriages) {
    const lag = from >= REGISTRATION_MARRIAGE ? 0 : rng.below(20)
    const divorceDay = endReason === 'DIVORCE' ? to : null
    for (const [one, other] of [
      [husband, wife],
      [wife, husband],
    ] as const) {
      note(one, entry('MARRY', from, lag, village.today, other))
      if (divorceDay !== null) note(one, entry('DIVORCE', divorceDay, 0, village.today, other))
    }
  }
  for (const { kind, from, to, since } of village.bonds) {
    if (kind === 'SAME_SEX_PARTNER_ANNOTATION') continue
    const type = kind === 'ADOPTIVE_PARENT' ? 'ADOPT' : kind
    note(to, entry(type, since, rng.below(15), village.today, from))
  }
  return book
}

/** Everything registered of one person, oldest event first; nothing for people elsewhere. */
export function registrationsOf(
  person: DraftPerson,
  village: VillageDraft,
  events: readonly GeneratedRegistration[] | undefined,
  formerIds: readonly FormerNationalId[],
  rng: Rng,
): readonly GeneratedRegistration[] {
  if (person.presence === 'ELSEWHERE' || !person.household) return []
  const list = [arrival(person, village, rng), ...(events ?? [])]
  for (const { validTo } of formerIds) {
    list.push(entry('CORRECT', dayOf(validTo), 0, village.today, null))
  }
  if (person.deathDay !== null) {
    list.push(entry('DEATH', person.deathDay, rng.below(20), village.today, null))
  }
  return list.toSorted((one, other) => compare(one.eventDate, other.eventDate))
}

/** Born here, moved in, or first registered after naturalisation. */
function arrival(person: DraftPerson, village: VillageDraft, rng: Rng): GeneratedRegistration {
  const end = (person.deathDay ?? village.today) - 1
  if (person.isImmigrant) {
    const day = rng.between(Math.min(person.birthDay + Math.ceil(22 * YEAR), end), end)
    return entry('INITIAL', day, rng.below(20), village.today, null)
  }
  const hasParentHere = person.father?.household ?? person.mother?.household ?? null
  const isLocal = person.fixed || person.age < 1 || rng.chance(hasParentHere ? 0.85 : 0.45)
  // Birth is to be registered within 60 days, a move within 30 (HRA 48).
  if (isLocal) return entry('BIRTH', person.birthDay, rng.below(50), village.today, person.mother)
  const earliest = Math.max(person.birthDay + 200, village.today - 35 * 365)
  const day = rng.between(Math.min(earliest, end), end)
  return entry('MOVE_IN', day, rng.below(25), village.today, null)
}

function entry(
  type: RegistrationType,
  day: Day,
  lag: number,
  today: Day,
  other: DraftPerson | null,
): GeneratedRegistration {
  const registered = dateOf(Math.min(today, day + lag))
  return {
    type,
    eventDate: dateOf(day),
    appliedDate: registered,
    registeredDate: registered,
    otherOrdinal: other?.ordinal ?? null,
  }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
