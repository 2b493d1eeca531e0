import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { readVillageFacts } from '../../../../subgraphs/_kit/population/read-village-facts.ts'
import {
  JIAXIAN_VILLAGES,
  RURAL_VILLAGES,
} from '../../../../subgraphs/_kit/population/village-facts.ts'

const HEADER =
  '年月,村里代碼,區域,村里,戶數,人口,男性人口,女性人口,未滿15歲,15-64歲,超過64歲,超過20歲,18-19歲'
const HEAN = '2018-05,64000330-003,高雄市甲仙區,和安里,316,742,390,352,53,521,168,657,17'
const REAL_FILE = join(
  import.meta.dirname,
  '../../../../../shared/data/population/cunli-monthly-khh/2018-05.csv.gz',
)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'village-facts-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function read(text: string, name = 'counts.csv'): ReturnType<typeof readVillageFacts> {
  const path = join(folder, name)
  await writeFile(path, name.endsWith('.gz') ? gzipSync(text) : text)
  return readVillageFacts(path)
}

describe('reading village counts', () => {
  it('a plain and a packed file give the village with its official code of eleven digits', async () => {
    const expected = [JIAXIAN_VILLAGES[2]]
    expect(await read(`${HEADER}\n${HEAN}\n`)).toEqual(expected)
    expect(await read(`\uFEFF${HEADER}\r\n${HEAN}\r\n`, 'counts.csv.gz')).toEqual(expected)
  })

  it.each([
    ['another header', '年月,村里代碼\n', /^population file, line 1: the header must be 年月/],
    ['no village', `${HEADER}\n`, /the file has no village$/],
    [
      'a village of another county',
      changed('64000330-003', '65000330-003'),
      /line 2: 村里代碼 must be/,
    ],
    [
      'the code without its hyphen',
      changed('64000330-003', '64000330003'),
      /line 2: 村里代碼 must be/,
    ],
    ['a number that is none', changed(',316,', ',3I6,'), /line 2: 戶數 must be a whole number$/],
    ['a negative number', changed(',53,', ',-53,'), /line 2: 未滿15歲 must be a whole number$/],
    ['a row cut short', changed(',17', ''), /line 2: a row has 13 columns, this one 12$/],
    ['sexes that do not add up', changed(',390,', ',391,'), /line 2: men and women do not add up/],
    ['ages that do not add up', changed(',53,', ',54,'), /line 2: the age groups do not add up/],
    [
      'more from 18 up than from 15 up',
      changed(',657,', ',689,'),
      /line 2: more people from 18 up/,
    ],
    [
      'more households than adults',
      changed(',316,', ',700,'),
      /line 2: more households than people/,
    ],
    ['a village twice', `${HEADER}\n${HEAN}\n${HEAN}\n`, /line 3: the village stands twice$/],
  ])('refuses %s, naming the line', async (_, text, message) => {
    await expect(read(text)).rejects.toMatchObject({
      code: 'POPULATION_FILE_INVALID',
      message: expect.stringMatching(message) as string,
    })
  })

  it('refuses a file that is not there or not packed as its name says', async () => {
    const refusal = { code: 'POPULATION_FILE_INVALID' }
    await expect(readVillageFacts(join(folder, 'none.csv'))).rejects.toMatchObject(refusal)
    const path = join(folder, 'not-packed.csv.gz')
    await writeFile(path, HEADER)
    await expect(readVillageFacts(path)).rejects.toMatchObject(refusal)
  })

  it('never takes a broken row silently: a changed digit is refused or read as that digit', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: HEAN.length - 1 }),
        fc.string({ maxLength: 2 }),
        async (at, to) => {
          const line = HEAN.slice(0, at) + to + HEAN.slice(at + 1)
          const outcome = await read(`${HEADER}\n${line}\n`).catch(
            (error: { code: string }) => error.code,
          )
          if (typeof outcome === 'string') expect(outcome).toBe('POPULATION_FILE_INVALID')
          else expect(outcome).toHaveLength(1)
        },
      ),
      { numRuns: 60 },
    )
  })

  const real = existsSync(REAL_FILE) ? it : it.skip
  real('real data: the file of May 2018 has 891 villages and the facts carried here', async () => {
    const villages = await readVillageFacts(REAL_FILE)
    expect(villages).toHaveLength(891)
    expect(villages.reduce((sum, { households }) => sum + households, 0)).toBe(1_094_674)
    expect(villages.reduce((sum, { men, women }) => sum + men + women, 0)).toBe(2_774_323)
    const rural = villages.filter(({ townCode }) => townCode >= '64000300')
    expect(rural).toEqual(RURAL_VILLAGES)
  })
})

function changed(from: string, to: string): string {
  return `${HEADER}\n${HEAN.replace(from, to)}\n`
}
