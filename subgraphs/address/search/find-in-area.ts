import type { Kysely } from 'kysely'
import { hubError } from '../../../schemas/errors.ts'
import { villageAt } from '../area/area-names.ts'
import { cleanText } from '../parse/clean-text.ts'
import { readStreet } from '../parse/read-street.ts'
import type { Database, DoorPlateParent } from '../queries.ts'
import { findPlatesOfArea, type AreaPlates, type PlatePosition } from './plate-queries.ts'
import { streetKey } from './told-plate.ts'

/** One page of a village's plates. */
export interface DoorPlatePage {
  readonly area: AreaPlates
  readonly nodes: readonly DoorPlateParent[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

export interface AreaQuestion {
  readonly townCode: string
  readonly village: string
  readonly neighborhood: number | null
  readonly road: string | null
  readonly first: number
  readonly after: string | null
}

/**
 * The plates in force of a village, of one neighbourhood or road where told, by neighbourhood, street
 * and number. 行政區域 look-up. Throws `BAD_USER_INPUT` for a cursor that is none.
 */
export async function findInArea(
  db: Kysely<Database>,
  question: AreaQuestion,
): Promise<DoorPlatePage> {
  const { townCode, neighborhood, road, first } = question
  const village = villageName(question.village, townCode)
  const area = { townCode, village, neighborhood, street: road === null ? null : streetStart(road) }
  const after = question.after === null ? null : readCursor(question.after)
  const plates = await findPlatesOfArea(db, area, { first: first + 1, after })
  const nodes = plates.slice(0, first)
  const last = nodes.at(-1)
  const endCursor = last === undefined ? null : writeCursor(last)
  return { area, nodes, pageInfo: { hasNextPage: plates.length > first, endCursor } }
}

/** 和安, 和安村 and 和安里 are one village. */
function villageName(told: string, townCode: string): string {
  const { clean } = cleanText(told)
  const found = villageAt(clean, townCode) ?? villageAt(`${clean}里`, townCode)
  return found?.villages[0]?.name ?? clean
}

function streetStart(told: string): string {
  const { rest, ...street } = readStreet(cleanText(told).clean)
  return `${streetKey(street)}${rest}`
}

function writeCursor({ neighborhood, street, number, id }: DoorPlateParent): string {
  const position = [neighborhood ?? 0, street, number, id]
  return Buffer.from(JSON.stringify(position)).toString('base64url')
}

function readCursor(cursor: string): PlatePosition {
  try {
    const [neighborhood, street, number, id] = JSON.parse(
      Buffer.from(cursor, 'base64url').toString('utf8'),
    ) as unknown[]
    if (isSmall(neighborhood) && isSmall(number) && isWord(street) && isWord(id)) {
      return { neighborhood, street, number, id }
    }
  } catch {
    // falls through: a cursor of another making
  }
  throw hubError('BAD_USER_INPUT', { reason: 'after must be an endCursor of this list' })
}

function isSmall(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(value as number) < 2 ** 31
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 200 && !value.includes('\0')
}
