import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parseAddress } from '../../../subgraphs/address/parse/parse-address.ts'
import type { PlateRow } from '../../../subgraphs/address/import/read-row.ts'
import { realDataDir } from '../../support/test-config.ts'
import { plateOf } from './plate-rows.ts'

const FILE = join(realDataDir, 'doorplates', 'rural9-2026-06.csv.gz')
const withRealData = existsSync(FILE) ? describe : describe.skip

/** What a full address must give as its own columns do. */
const PARTS: readonly (keyof PlateRow & keyof ReturnType<typeof parseAddress>)[] = [
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
  'text',
]

withRealData('real data: the addresses of the rural districts', () => {
  it('real data: of 34,602 at least 99.9 in a hundred parse to the parts of their own row', () => {
    const [header = '', ...lines] = gunzipSync(readFileSync(FILE))
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .trimEnd()
      .split(/\r?\n/)
    const failing = lines.filter((line) => {
      const plate = plateOf(header, line)
      const parsed = parseAddress(line.slice(0, line.indexOf(',')))
      return PARTS.some((part) => parsed[part] !== plate[part])
    })
    expect(lines).toHaveLength(34_602)
    expect(failing.length / lines.length).toBeLessThan(0.001)
  })
})
