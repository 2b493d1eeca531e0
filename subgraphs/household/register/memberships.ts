import type {
  GeneratedHousehold,
  GeneratedPerson,
  GeneratedVillage,
  RelationCode,
} from '../../_kit/population/types.ts'
import { inRegisterOrder } from '../relation/member-order.ts'
import { relationToDeadHead } from '../relation/relation-to-dead-head.ts'
import type { MemberRow } from './register-tables.ts'

/** Finds the people of a village by ordinal; null and strangers give undefined. */
export type PersonOf = (ordinal: number | null) => GeneratedPerson | undefined

const known = new WeakMap<GeneratedVillage, PersonOf>()

/** The village's people by ordinal, indexed once a village. */
export function peopleOf(village: GeneratedVillage): PersonOf {
  const cached = known.get(village)
  if (cached) return cached
  const people = new Map(village.persons.map((person) => [person.ordinal, person]))
  const personOf: PersonOf = (ordinal) => (ordinal === null ? undefined : people.get(ordinal))
  known.set(village, personOf)
  return personOf
}

/** Who stands in which record, in the register's order; present only where living there now. */
export function* membershipsOf(village: GeneratedVillage): Generator<MemberRow> {
  const personOf = peopleOf(village)
  const households = new Map(village.households.map((one) => [one.ordinal, one]))
  const widowed = couplesPartedByDeath(village)
  for (const household of village.households) {
    const own = placesIn(household, personOf)
    const successor = households.get(household.successorOrdinal ?? -1)
    const places = successor
      ? [...own, ...survivorsOf(household, successor, personOf, widowed)]
      : own
    for (const [index, { person, code, text }] of inRegisterOrder(places).entries()) {
      yield {
        householdKey: household.ordinal,
        personNo: person.ordinal,
        position: index + 1,
        relationCode: code,
        relationText: text,
        ...stayOf(person, household),
      }
    }
  }
}

interface Place {
  readonly person: GeneratedPerson
  readonly code: RelationCode
  readonly text: string
}

function placesIn(household: GeneratedHousehold, personOf: PersonOf): readonly Place[] {
  return household.memberOrdinals.flatMap((ordinal) => {
    const person = personOf(ordinal)
    if (!person) return []
    if (ordinal === household.headOrdinal) return [{ person, code: 'HEAD', text: '戶長' }]
    const { relationCode, relationText } = person
    return [{ person, code: relationCode ?? 'FAMILY_MEMBER', text: relationText ?? '家屬' }]
  })
}

/** A record is closed as a whole: kin who went on in the next one stand in it too. */
function survivorsOf(
  closed: GeneratedHousehold,
  successor: GeneratedHousehold,
  personOf: PersonOf,
  widowed: ReadonlySet<string>,
): readonly Place[] {
  const head = personOf(closed.headOrdinal)
  if (!head || !closed.closedDate) return []
  const closedDate = closed.closedDate
  return successor.memberOrdinals.flatMap((ordinal) => {
    const person = personOf(ordinal)
    if (!person || closed.memberOrdinals.includes(ordinal)) return []
    if (person.birthDate >= closedDate || (person.deathDate ?? closedDate) < closedDate) return []
    const relation = relationToDeadHead(
      head,
      person,
      personOf,
      widowed.has(pairOf(head.ordinal, ordinal)),
    )
    return relation ? [{ person, ...relation }] : []
  })
}

function couplesPartedByDeath({ kinships }: GeneratedVillage): ReadonlySet<string> {
  const marriages = kinships.filter(
    ({ kind, endReason }) => kind === 'SPOUSE' && endReason === 'DEATH',
  )
  return new Set(marriages.map((one) => pairOf(one.fromOrdinal, one.toOrdinal)))
}

function pairOf(one: number, other: number): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}

const ENTRIES = new Set(['BIRTH', 'INITIAL', 'MOVE_IN', 'ADDR_CHANGE', 'SPLIT'])

function stayOf(
  person: GeneratedPerson,
  household: GeneratedHousehold,
): Pick<MemberRow, 'joinedOn' | 'leftOn' | 'isPresent'> {
  const { establishedDate, closedDate } = household
  if (closedDate !== null) {
    const joinedOn = laterOf(establishedDate, person.birthDate)
    return { joinedOn, leftOn: closedDate, isPresent: false }
  }
  const isPresent =
    person.presence === 'REGISTERED' && person.householdOrdinal === household.ordinal
  const leftOn = isPresent ? null : (person.deathDate ?? lastOf(person, new Set(['MOVE_OUT'])))
  const joinedOn = laterOf(establishedDate, lastOf(person, ENTRIES) ?? person.birthDate)
  return { joinedOn: leftOn !== null && leftOn < joinedOn ? leftOn : joinedOn, leftOn, isPresent }
}

function lastOf(person: GeneratedPerson, types: ReadonlySet<string>): string | null {
  return person.registrations.findLast(({ type }) => types.has(type))?.registeredDate ?? null
}

function laterOf(one: string, other: string): string {
  return one > other ? one : other
}
