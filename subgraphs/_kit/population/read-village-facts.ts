import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse'
import { HubError, hubError } from '../../../schemas/errors.ts'
import { villageIndexOf } from './town-facts.ts'
import type { VillageFacts } from './types.ts'

const HEADER =
  '年月,村里代碼,區域,村里,戶數,人口,男性人口,女性人口,未滿15歲,15-64歲,超過64歲,超過20歲,18-19歲'
// The published header says 超過 (over), the counts are from 20 full years up.
const COLUMNS = HEADER.split(',')

/**
 * The villages of a monthly count file (`.csv` or `.csv.gz`, columns as in `HEADER`), in file order.
 * The file's code `64000330-003` becomes `64000330003`, its area `高雄市甲仙區` becomes `甲仙區`.
 * Throws POPULATION_FILE_INVALID naming the line where the header, a code or a number is wrong, where the
 * counts do not add up, or where a village stands twice.
 */
export async function readVillageFacts(path: string): Promise<readonly VillageFacts[]> {
  const villages: VillageFacts[] = []
  const seen = new Set<string>()
  const rows = parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true })
  const collect = async (source: AsyncIterable<ParsedRow>): Promise<void> => {
    let hasHeader = false
    for await (const { record, info } of source) {
      if (!hasHeader) {
        if (record.join(',') !== HEADER) throw invalid(info.lines, `the header must be ${HEADER}`)
        hasHeader = true
        continue
      }
      const facts = villageFactsOf(record, info.lines)
      if (seen.has(facts.villageCode)) throw invalid(info.lines, 'the village stands twice')
      seen.add(facts.villageCode)
      villages.push(facts)
    }
  }
  try {
    const file = createReadStream(path)
    await (path.endsWith('.gz')
      ? pipeline(file, createGunzip(), rows, collect)
      : pipeline(file, rows, collect))
  } catch (error) {
    if (error instanceof HubError) throw error
    throw invalid(rows.info.lines, 'the file cannot be read', error)
  }
  if (villages.length === 0) throw invalid(rows.info.lines, 'the file has no village')
  return villages
}

interface ParsedRow {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

function villageFactsOf(record: readonly string[], line: number): VillageFacts {
  if (record.length !== COLUMNS.length) {
    throw invalid(line, `a row has ${COLUMNS.length} columns, this one ${record.length}`)
  }
  const [, code = '', area = '', village = ''] = record
  const match = /^(\d{8})-(\d{3})$/.exec(code)
  const villageCode = match ? `${match[1]}${match[2]}` : ''
  if (villageIndexOf(villageCode) === undefined) {
    throw invalid(line, '村里代碼 must be a village of Kaohsiung such as 64000330-003')
  }
  const people = countOf(record, 5, line)
  const facts = {
    townCode: villageCode.slice(0, 8),
    villageCode,
    town: area.replace(/^高雄市/, ''),
    village,
    households: countOf(record, 4, line),
    men: countOf(record, 6, line),
    women: countOf(record, 7, line),
    under15: countOf(record, 8, line),
    from15to64: countOf(record, 9, line),
    over64: countOf(record, 10, line),
    from20: countOf(record, 11, line),
    from18to19: countOf(record, 12, line),
  }
  const fault = faultOf(facts, people)
  if (fault !== null) throw invalid(line, fault)
  return facts
}

function countOf(record: readonly string[], column: number, line: number): number {
  const text = record[column] ?? ''
  if (!/^\d{1,6}$/.test(text)) throw invalid(line, `${COLUMNS[column]} must be a whole number`)
  return Number(text)
}

function faultOf(facts: VillageFacts, people: number): string | null {
  if (facts.men + facts.women !== people) return 'men and women do not add up to 人口'
  if (facts.under15 + facts.from15to64 + facts.over64 !== people) {
    return 'the age groups do not add up to 人口'
  }
  if (facts.from15to64 + facts.over64 < facts.from20 + facts.from18to19) {
    return 'more people from 18 up than from 15 up'
  }
  if (facts.from20 < facts.over64) return 'fewer people from 20 up than over 64'
  // Each household needs a head of legal age.
  return facts.households > facts.from20 ? 'more households than people from 20 up' : null
}

function invalid(line: number, reason: string, cause?: unknown): HubError {
  return hubError('POPULATION_FILE_INVALID', { line, reason }, cause)
}
