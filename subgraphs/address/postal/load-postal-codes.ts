import type { Kysely } from 'kysely'
import { findTown } from '../area/area-codes.ts'
import type { Database, DoorPlateParent } from '../queries.ts'
import { postalCodeOf, postalStreet } from './postal-code.ts'
import { findPostalRanges } from './postal-queries.ts'

/** Postal codes of plates, in their order: six digits where the ranges tell them, else the town's three. */
export async function loadPostalCodes(
  db: Kysely<Database>,
  plates: readonly DoorPlateParent[],
): Promise<readonly (string | null)[]> {
  const asked = plates.map((plate) => ({ townCode: plate.townCode, street: postalStreet(plate) }))
  const ranges = Map.groupBy(await findPostalRanges(db, asked), keyOf)
  return plates.map((plate, index) => {
    const ofStreet = ranges.get(keyOf(asked[index]!)) ?? []
    return postalCodeOf(plate, ofStreet) ?? findTown(plate.townCode)?.zip ?? null
  })
}

function keyOf({
  townCode,
  street,
}: {
  readonly townCode: string
  readonly street: string
}): string {
  return `${townCode}${street}`
}
