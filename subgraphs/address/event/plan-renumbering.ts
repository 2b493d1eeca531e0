import { hash } from 'node:crypto'
import {
  composePlate,
  type AddressChange,
  type ComposedPlate,
  type VillageCodes,
} from './compose-plate.ts'
import type { PlateInHand } from './plan-event.ts'
import { demand } from './rejection.ts'

/** What a renumbering does to the plates of a street. 整編 */
export interface StreetChange {
  /** To all of them. */ readonly to: AddressChange
  /** New numbers of single ones, by plate id. */ readonly numbers: ReadonlyMap<string, string>
}

/** A plate and what it becomes. */
export interface Renumbering {
  readonly base: PlateInHand
  readonly composed: ComposedPlate
}

/**
 * Every plate of a street whose address becomes another, in the order given.
 *
 * @throws PlateRejection STREET_EMPTY, PLATE_UNKNOWN, ADDRESS_SAME, and those of `composePlate`
 */
export function planRenumbering(
  plates: readonly PlateInHand[],
  { to, numbers }: StreetChange,
  villages: VillageCodes,
): readonly Renumbering[] {
  demand(plates.length > 0, 'STREET_EMPTY')
  const known = new Set(plates.map(({ id }) => id))
  demand(
    [...numbers.keys()].every((id) => known.has(id)),
    'PLATE_UNKNOWN',
  )
  const changes = plates
    .map((base) => {
      const number = numbers.get(base.id)
      const change = number === undefined ? to : { ...to, number }
      return { base, composed: composePlate(base, change, villages) }
    })
    .filter(({ base, composed }) => composed.text !== base.text)
  demand(changes.length > 0, 'ADDRESS_SAME')
  return changes
}

/** Names plates, versions and new addresses of a preview, so that only what was shown is done. */
export function revisionOf(changes: readonly Renumbering[]): string {
  const lines = changes.map(({ base, composed }) => `${base.id} ${base.version} ${composed.text}`)
  return hash('sha256', lines.toSorted().join('\n')).slice(0, 32)
}
