import type { DatabaseSessions } from '../../_kit/database/open-database.ts'
import { hubError } from '../../../schemas/errors.ts'
import { findTown } from '../area/area-codes.ts'
import { countyAt, townAt } from '../area/area-names.ts'
import { openPlateFile } from '../import/open-plate-file.ts'
import { splitRecord } from '../import/read-records.ts'
import { cleanText } from '../parse/clean-text.ts'
import { readStreet } from '../parse/read-street.ts'
import { streetKey } from '../search/told-plate.ts'
import type { PostalRange } from './postal-code.ts'
import { replacePostalRanges } from './postal-queries.ts'
import { readPostalRule } from './postal-rule.ts'

export interface PostalResult {
  /** Ranges taken. */ readonly ranges: number
  /** Ranges that say what no address tells, 自強新村甲棟; their plates keep three digits. */
  readonly unread: number
  /** Lines of towns that are not the hub's. */ readonly elsewhere: number
}

const HEADER = 'ZIPCODE,CITY,AREA,ROAD,SCOOP'

type NumberedRange = PostalRange & { readonly line: number }

/**
 * Takes the post's 3+3 ranges (ZIPCODE,CITY,AREA,ROAD,SCOOP; plain, gzip or zstd) in the place of those
 * before. The whole file is read first; a line that is none refuses it.
 *
 * @throws HubError IMPORT_FILE_UNREADABLE, IMPORT_FILE_DAMAGED, IMPORT_POSTAL_INVALID with the line
 */
export async function importPostal(
  file: string,
  database: DatabaseSessions,
): Promise<PostalResult> {
  const ranges: NumberedRange[] = []
  let [line, unread, elsewhere] = [0, 0, 0]
  for await (const lines of (await openPlateFile(file)).lines) {
    for (const text of lines) {
      line += 1
      if (line === 1) requireHeader(text)
      if (line === 1 || text.trim() === '') continue
      const range = readLine(text, line)
      if (range === 'UNREAD') unread += 1
      else if (range === 'ELSEWHERE') elsewhere += 1
      else ranges.push(range)
    }
  }
  if (ranges.length === 0)
    throw invalid(Math.max(line, 1), 'no line before it is in a town of the hub')
  const session = await database.connect()
  try {
    await replacePostalRanges(session, ranges)
  } finally {
    await session.close()
  }
  return { ranges: ranges.length, unread, elsewhere }
}

function requireHeader(text: string): void {
  if (
    text
      .replace(/^\ufeff/, '')
      .trim()
      .toUpperCase() === HEADER
  )
    return
  throw invalid(1, 'it names other columns')
}

function readLine(text: string, line: number): NumberedRange | 'UNREAD' | 'ELSEWHERE' {
  const fields = splitRecord(text)
  if (fields?.length !== 5) throw invalid(line, 'it has not five fields')
  const [zip = '', city = '', area = '', road = '', scoop = ''] = fields
  if (!/^\d{3}(?:\d{2,3})?$/.test(zip)) throw invalid(line, 'its first field is no postal code')
  const county = countyAt(cleanText(city).clean)?.county ?? null
  const town = county?.code ? townAt(cleanText(area).clean, county)?.town : undefined
  if (!county || city === '' || area === '' || road === '')
    throw invalid(line, 'a place is missing')
  if (!town || !findTown(town.code)) return 'ELSEWHERE'
  const rule = readPostalRule(scoop.normalize('NFKC'))
  if (rule === null) return 'UNREAD'
  const { rest, ...street } = readStreet(cleanText(road).clean)
  return { zip, townCode: town.code, street: `${streetKey(street)}${rest}`, rule, line }
}

function invalid(line: number, reason: string): Error {
  return hubError('IMPORT_POSTAL_INVALID', { line, reason })
}
