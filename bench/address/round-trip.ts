import { readFileSync } from 'node:fs'
import { gunzipSync, zstdDecompressSync } from 'node:zlib'
import { readHeader } from '../../subgraphs/address/import/columns.ts'
import { readRow, type PlateRow } from '../../subgraphs/address/import/read-row.ts'
import { normaliseText } from '../../subgraphs/address/parse/normal-form.ts'
import { parseAddress } from '../../subgraphs/address/parse/parse-address.ts'
import { createTally, round } from './figures.ts'

const PARTS = [
  'townCode',
  'village',
  'neighborhood',
  'road',
  'section',
  'area',
  'lane',
  'alley',
  'subAlley',
  'number',
  'numberSuffix',
  'attached',
  'prefix',
  'floor',
  'floorText',
  'room',
  'note',
] as const

/** Lines of a plate file, its header first. */
export function readLines(file: string): readonly string[] {
  const bytes = readFileSync(file)
  const text = file.endsWith('.gz') ? gunzipSync(bytes) : zstdDecompressSync(bytes)
  return text
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split(/\r?\n/)
}

/** How many full addresses of a file parse to the parts of their own row; the rest by reason. */
export function roundTrip([header = '', ...lines]: readonly string[]): object {
  const layout = readHeader(header.split(','))
  const failing = createTally()
  let [rows, same] = [0, 0]
  for (const line of lines) {
    const row = readRow(line.split(',').map(normaliseText), layout)
    rows += 1
    // a row that this plain reader cannot take apart is counted against the parser, not left out
    const text = line.slice(0, line.indexOf(','))
    const differing = typeof row === 'string' ? `unread: ${row}` : differences(row, text)
    if (differing === '') same += 1
    else failing.add(differing, text)
  }
  return { rows, same, percent: round((same / rows) * 100), failing: failing.result() }
}

function differences(row: PlateRow, text: string): string {
  const parsed = parseAddress(text)
  return PARTS.filter((part) => parsed[part] !== row[part]).join('+')
}

/** Addresses a second the parser reads on one core: the best of three passes after one to warm up. */
export function parserRate([, ...lines]: readonly string[]): number {
  const texts = lines
    .filter((_line, index) => index % 6 === 0)
    .map((line) => line.slice(0, line.indexOf(',')))
  const rates = [0, 1, 2, 3].map(() => {
    const start = performance.now()
    for (const text of texts) parseAddress(text)
    return texts.length / ((performance.now() - start) / 1_000)
  })
  return Math.round(Math.max(...rates.slice(1)))
}
