import { invariant } from '../../../schemas/invariant.ts'
import { scatter } from './identifiers.ts'
import type { VillageIdentifiers } from './identifiers.ts'
import type { Rng } from './rng.ts'
import type { VehicleFuel, VehicleKind } from './types.ts'

/** New plates have no letters I and O and no digit 4 (domain.md §6.1). */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const DIGITS = '012356789'
const NEW_SPACE = 24 * 24 * 9 ** 4
const OLD_CAR_SPACE = 24 * 24 * 10_000
const OLD_MOTORCYCLE_SPACE = 24 ** 3 * 1000

/** First letters of new plates by kind; E is for electric vehicles, T for business cars (taxis). */
const FIRST_LETTERS: Readonly<Record<VehicleKind, string>> = {
  CAR: 'ABCD',
  VAN: 'BAC',
  TRUCK: 'KC',
  LIGHT_MOTORCYCLE: 'QG',
  HEAVY_MOTORCYCLE: 'MNPG',
  LARGE_HEAVY_MOTORCYCLE: 'L',
}

/** A new plate `ABC-1235`, unique in the run. */
export function newPlate(
  identifiers: VillageIdentifiers,
  kind: VehicleKind,
  fuel: VehicleFuel,
  isBusiness: boolean,
  rng: Rng,
): string {
  const special = fuel === 'ELECTRIC' ? 'E' : isBusiness && kind === 'CAR' ? 'T' : ''
  const usual = FIRST_LETTERS[kind]
  const start = rng.below(Math.min(2, usual.length))
  for (const first of special + usual.slice(start) + usual.slice(0, start) + 'HJRSUVWXYZF') {
    const slot = identifiers.slot(`plate ${first}`, NEW_SPACE)
    if (slot !== null) return `${first}${newBody(scatter(slot, NEW_SPACE))}`
  }
  throw new Error('Invariant: a village has more vehicles than new plates')
}

/** An old plate, valid to this day: `1234-AB` and `AB-1234` for cars, `ABC-123` and `123-ABC` else. */
export function oldPlate(
  identifiers: VillageIdentifiers,
  isMotorcycle: boolean,
  rng: Rng,
): string | null {
  const isNumberFirst = rng.chance(0.5)
  const space = isMotorcycle ? OLD_MOTORCYCLE_SPACE : OLD_CAR_SPACE
  const slot = identifiers.slot(`old plate ${isMotorcycle} ${isNumberFirst}`, space)
  if (slot === null) return null
  const body = scatter(slot, space)
  const digitSpace = isMotorcycle ? 1000 : 10_000
  const digits = String(body % digitSpace).padStart(isMotorcycle ? 3 : 4, '0')
  const letters = lettersOf(Math.floor(body / digitSpace), isMotorcycle ? 3 : 2)
  return isNumberFirst ? `${digits}-${letters}` : `${letters}-${digits}`
}

function newBody(body: number): string {
  invariant(body >= 0 && body < NEW_SPACE, 'a plate body stays in its space')
  let rest = body
  let digits = ''
  for (let place = 0; place < 4; place++) {
    digits = DIGITS.charAt(rest % 9) + digits
    rest = Math.floor(rest / 9)
  }
  return `${lettersOf(rest, 2)}-${digits}`
}

function lettersOf(value: number, count: number): string {
  let rest = value
  let letters = ''
  for (let place = 0; place < count; place++) {
    letters = LETTERS.charAt(rest % 24) + letters
    rest = Math.floor(rest / 24)
  }
  return letters
}

/** 17 characters without I, O and Q, with the Taiwanese prefix RF; the ordinal makes it unique. */
export function vinOf(ordinal: number, brandIndex: number, year: number): string {
  const modelYear = VIN_YEARS.charAt((year - 1980) % VIN_YEARS.length)
  return `RF${VIN_YEARS.charAt(brandIndex)}SY${modelYear}${String(ordinal).padStart(11, '0')}`
}

/** Model-year letters of ISO 3779, from 1980. */
const VIN_YEARS = 'ABCDEFGHJKLMNPRSTVWXY123456789'
