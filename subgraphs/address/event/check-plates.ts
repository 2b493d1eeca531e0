import type { Kysely } from 'kysely'
import type { RequestScope } from '../../_kit/request-scope.ts'
import type { Database } from '../queries.ts'
import type { VillageCodes } from './compose-plate.ts'
import { findTownFacts, holdPlates } from './event-queries.ts'
import type { PlateInHand } from './plan-event.ts'
import type { EventInput } from './record-event.ts'
import { demand, PlateRejection } from './rejection.ts'

/** A plate as an officer has read it. */
export interface PlateVersion {
  readonly id: string
  readonly version: number
}

const LONGEST_KEY = 100
const LONGEST_REASON = 500

/** Plates for an event, in the order asked, held; with the villages of their township. */
export interface CheckedPlates {
  readonly plates: readonly PlateInHand[]
  readonly villages: VillageCodes
}

/**
 * Holds the plates an officer names: all there, in force, unchanged since they were read, and of the
 * officer's own office.
 *
 * @throws PlateRejection PLATE_REPEATED, PLATE_UNKNOWN, CONFLICT, PLATE_ABOLISHED, OUTSIDE_OFFICE,
 *   DATE_INVALID
 */
export async function checkPlates(
  db: Kysely<Database>,
  scope: RequestScope,
  asked: readonly PlateVersion[],
  input: EventInput,
): Promise<CheckedPlates> {
  demand(new Set(asked.map(({ id }) => id)).size === asked.length, 'PLATE_REPEATED')
  const held = new Map((await holdPlates(db, ids(asked))).map((plate) => [plate.id, plate]))
  const plates = asked.map(({ id, version }) => {
    const plate = held.get(id)
    if (!plate) throw new PlateRejection('PLATE_UNKNOWN')
    demand(plate.version === version, 'CONFLICT')
    demand(plate.status === 'ACTIVE', 'PLATE_ABOLISHED')
    return plate
  })
  checkDates(plates, scope, input)
  const towns = new Set(plates.map(({ townCode }) => townCode))
  const facts = await Promise.all([...towns].map((town) => checkTown(db, scope, town)))
  return { plates, villages: facts[0] ?? new Map() }
}

/**
 * The villages of a township that the officer's office numbers.
 *
 * @throws PlateRejection TOWN_UNKNOWN, OUTSIDE_OFFICE
 */
export async function checkTown(
  db: Kysely<Database>,
  { caller }: RequestScope,
  townCode: string,
): Promise<VillageCodes> {
  const { officeCode, villages } = await findTownFacts(db, townCode)
  if (officeCode === null) throw new PlateRejection('TOWN_UNKNOWN')
  demand(officeCode === caller.agency, 'OUTSIDE_OFFICE')
  return villages
}

/** Refuses a day to come, and one before a plate was in force. */
export function checkDates(
  plates: readonly PlateInHand[],
  { today }: RequestScope,
  { effectiveDate }: EventInput,
): void {
  const isPast = effectiveDate <= today
  const isAfter = plates.every(({ validFrom }) => validFrom === null || validFrom <= effectiveDate)
  demand(isPast && isAfter, 'DATE_INVALID')
}

/** Refuses texts that no register of events would hold. */
export function checkInput({ key, reason }: EventInput): void {
  const isText = (text: string, most: number): boolean =>
    text.length <= most && text.isWellFormed() && !/\p{Cc}/u.test(text)
  demand(key.length > 0 && isText(key, LONGEST_KEY), 'INPUT_INVALID', 'key')
  demand(isText(reason ?? '', LONGEST_REASON), 'INPUT_INVALID', 'reason')
}

function ids(plates: readonly PlateVersion[]): readonly string[] {
  return plates.map(({ id }) => id)
}
