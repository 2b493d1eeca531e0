import { maskNationalIdsIn } from '../../../schemas/scalars/national-id.ts'
import type { HouseholdNoteRow, PersonNoteRow } from '../register/register-tables.ts'

type NoteRow = PersonNoteRow | HouseholdNoteRow
interface DisclosedNote extends Pick<NoteRow, 'seq' | 'type' | 'eventDate' | 'registeredDate'> {
  readonly text: string | null
}

/**
 * Notes 記事 as they may leave: every national ID inside masked, and no sentence that names an
 * address where someone is protected.
 */
export function discloseNotes(
  rows: readonly NoteRow[],
  isProtected: boolean,
): readonly DisclosedNote[] {
  return rows.map(({ seq, type, eventDate, registeredDate, namesAddress, text }) => ({
    seq,
    type,
    eventDate,
    registeredDate,
    text: isProtected && namesAddress ? null : maskNationalIdsIn(text),
  }))
}
