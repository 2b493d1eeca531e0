import { invariant } from '../../../schemas/invariant.ts'
import { composeNationalId } from '../../../schemas/scalars/national-id.ts'
import { VILLAGE_SLOTS } from './town-facts.ts'

/**
 * Numbers that never collide, also between villages generated apart: each village draws from its own
 * residue class modulo VILLAGE_SLOTS, and a bijection of the whole space then scatters the drawn slots.
 */
const SERIALS = 6_000_000
const HOUSEHOLD_NUMBERS = 10_000_000

/** Older letters first (domain.md §1.1); a village that exhausts one letter goes on to the next. */
const LETTERS = 'SETDNPQRAFBHKMUVGJIOCLXWYZ'

/** Fixed people and the fixtures of domain.md §1.1 keep their numbers for themselves. */
const RESERVED_SERIALS: ReadonlySet<number> = new Set([
  0, 2345678, 1234567, 2345679, 2345680, 2345681, 2345682, 2345683, 2345684, 2345685, 2345686,
  2345687, 2345688,
])

/** The number of a fixed person: S, the sex digit and a reserved serial. */
export function reservedNationalId(sexDigit: 1 | 2, serial: number): string {
  invariant(RESERVED_SERIALS.has(serial), 'a fixed person needs a reserved serial')
  return composeNationalId('S', sexDigit, serial)
}

/** Hands out the identifiers of one village in a fixed order. */
export class VillageIdentifiers {
  readonly #index: number
  readonly #drawn = new Map<string, number>()

  constructor(villageIndex: number) {
    this.#index = villageIndex
  }

  /** A valid national ID under the wished letter, or the next letter that has room. */
  nationalId(letter: string, isMale: boolean): string {
    const sexDigit = isMale ? 1 : 2
    const start = Math.max(0, LETTERS.indexOf(letter))
    for (let step = 0; step < LETTERS.length; step++) {
      const tried = LETTERS.charAt((start + step) % LETTERS.length)
      const serial = this.#serial(`${tried}${sexDigit}`, SERIALS)
      if (serial !== null) return composeNationalId(tried, sexDigit, serial)
    }
    throw new Error('Invariant: a village has more people than national IDs')
  }

  #serial(group: string, space: number): number | null {
    for (;;) {
      const slot = this.#next(group) * VILLAGE_SLOTS + this.#index
      if (slot >= space) return null
      const serial = scatter(slot, space)
      if (!RESERVED_SERIALS.has(serial)) return serial
    }
  }

  /** 戶號: a letter and seven digits. */
  householdNo(): string {
    for (const letter of 'FESTKMGH') {
      const slot = this.#next(`household ${letter}`) * VILLAGE_SLOTS + this.#index
      if (slot >= HOUSEHOLD_NUMBERS) continue
      return letter + String(scatter(slot, HOUSEHOLD_NUMBERS)).padStart(7, '0')
    }
    throw new Error('Invariant: a village has more households than household numbers')
  }

  /** An opaque id such as `hh-1f0k2qa`; it says nothing about place or order. */
  opaque(prefix: string): string {
    // The prefix is mixed in, or the first house would bear the number of the first household.
    const salt = Math.imul(prefix.charCodeAt(0) * 256 + prefix.charCodeAt(1), 0x9e3779b1)
    return `${prefix}-${mix32(this.ordinal(prefix) ^ salt)
      .toString(36)
      .padStart(7, '0')}`
  }

  /** A 32-bit number of its own for each record of a kind in the whole run, counted per village. */
  ordinal(kind: string): number {
    const local = this.#next(kind)
    invariant(local < 1 << 17, 'a village has at most 131,072 records of a kind')
    return this.#index * (1 << 17) + local
  }

  /** Slot in a space of `size` numbers, or null where the village's share is used up. */
  slot(group: string, size: number): number | null {
    const slot = this.#next(group) * VILLAGE_SLOTS + this.#index
    return slot < size ? slot : null
  }

  #next(group: string): number {
    const drawn = this.#drawn.get(group) ?? 0
    this.#drawn.set(group, drawn + 1)
    return drawn
  }
}

/** A bijection of [0, space): the factor shares no divisor with a space of 2s, 3s and 5s. */
export function scatter(slot: number, space: number): number {
  return (slot * 7_368_787 + 1_299_709) % space
}

/** A bijection of 32-bit numbers (odd factors and xor-shifts only). */
function mix32(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x7feb352d)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
