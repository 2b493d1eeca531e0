import type { PostgresType } from 'postgres'
import { invariant } from '../../../schemas/invariant.ts'

/** A place in the plane of the database, metres in EPSG:3826: x is easting, y is northing. */
export interface Point {
  readonly x: number
  readonly y: number
}

const OID = { int8: 20, point: 600, date: 1082, timestamp: 1114, timestamptz: 1184, numeric: 1700 }

const asIs = (text: string): string => text

/**
 * How columns reach TypeScript: date and timestamp as their text, timestamptz as ISO 8601 in UTC,
 * int8 and numeric as numbers, point as {x, y}. An integer beyond 2^53 stops rather than rounds.
 */
export const COLUMN_TYPES: Record<string, PostgresType> = {
  // the name `date` replaces the driver's own type, which makes Date objects
  date: { to: OID.timestamptz, from: [OID.timestamptz], serialize: writeTime, parse: readTime },
  day: { to: OID.date, from: [OID.date, OID.timestamp], serialize: asIs, parse: asIs },
  integer: { to: OID.int8, from: [OID.int8], serialize: String, parse: readNumber },
  decimal: { to: OID.numeric, from: [OID.numeric], serialize: String, parse: readNumber },
  point: { to: OID.point, from: [OID.point], serialize: writePoint, parse: readPoint },
}

function readTime(text: string): string {
  const time = new Date(text)
  return Number.isNaN(time.getTime()) ? text : time.toISOString()
}

function writeTime(value: Date | string): string {
  return value instanceof Date ? value.toISOString() : value
}

function readNumber(text: string): number {
  const value = Number(text)
  const isExact = !Number.isInteger(value) || Number.isSafeInteger(value)
  invariant(isExact, 'an integer column holds a value beyond 2^53; select it as text')
  return value
}

function readPoint(text: string): Point {
  const [x, y] = text.slice(1, -1).split(',')
  return { x: Number(x), y: Number(y) }
}

function writePoint(value: Point | string): string {
  return typeof value === 'string' ? value : `(${value.x},${value.y})`
}
