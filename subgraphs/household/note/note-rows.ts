import type { GeneratedRegistration, GeneratedVillage } from '../../_kit/population/types.ts'
import type { CopyValue } from '../../_kit/seed-table.ts'
import { peopleOf } from '../register/memberships.ts'
import { registrationsOf } from '../register/registrations-of.ts'
import {
  composeBusinessNote,
  composeHeadDeathNote,
  composePersonNote,
  isMove,
  type ComposedNote,
} from './compose-note.ts'

type Row = readonly CopyValue[]

/** Rows of `person_note`: each registration leaves a sentence. */
export function* personNoteRows(village: GeneratedVillage): Generator<Row> {
  const personOf = peopleOf(village)
  const addresses = new Map(village.households.map((one) => [one.ordinal, one.addressText]))
  for (const person of village.persons) {
    const registrations = registrationsOf(person)
    const latestMove = registrations.findLast(({ type }) => isMove(type))
    const home = person.elsewhere ?? addresses.get(person.householdOrdinal ?? -1) ?? null
    for (const [index, event] of registrations.entries()) {
      const address = event === latestMove ? home : null
      const subject = { person, event, other: personOf(event.otherOrdinal), address }
      yield noteRow(person.ordinal, index + 1, event, composePersonNote(subject))
    }
  }
}

/** Rows of `household_note`: a head's death in the record before, an enterprise set up. */
export function* householdNoteRows(village: GeneratedVillage): Generator<Row> {
  const personOf = peopleOf(village)
  const heads = new Map(village.households.map((one) => [one.ordinal, personOf(one.headOrdinal)]))
  const seqs = new Map<number, number>()
  const next = (key: number): number => {
    seqs.set(key, (seqs.get(key) ?? 0) + 1)
    return seqs.get(key)!
  }
  for (const household of village.households) {
    const { ordinal, type, closedDate, closedReason, successorOrdinal, establishedDate } = household
    const head = heads.get(ordinal)
    const newHead = heads.get(successorOrdinal ?? -1)
    if (head && type === 'COMMON_BUSINESS') {
      const event = { type: 'INITIAL', eventDate: establishedDate, registeredDate: establishedDate }
      yield noteRow(ordinal, next(ordinal), event, composeBusinessNote(household, head))
    }
    if (
      head &&
      newHead &&
      closedDate &&
      successorOrdinal !== null &&
      closedReason === 'HEAD_DEATH'
    ) {
      const event = { type: 'DEATH', eventDate: closedDate, registeredDate: closedDate }
      const note = composeHeadDeathNote(head, newHead, closedDate)
      yield noteRow(successorOrdinal, next(successorOrdinal), event, note)
    }
  }
}

type NoteEvent = { readonly type: string } & Pick<
  GeneratedRegistration,
  'eventDate' | 'registeredDate'
>

function noteRow(
  key: number,
  seq: number,
  { type, eventDate, registeredDate }: NoteEvent,
  { namesAddress, text }: ComposedNote,
): Row {
  return [key, seq, type, eventDate, registeredDate, namesAddress, text]
}
