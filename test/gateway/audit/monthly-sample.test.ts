import { drawMonthlySample } from '../../../gateway/audit/monthly-sample.ts'
import { openDisclosures, outcomeOf, readLogOf } from './disclosure-desk.ts'
import { makeFolder, removeFolders } from './log-desk.ts'

const APRIL = 250
const MAY = 40

let dataDir: string

beforeAll(async () => {
  dataDir = makeFolder()
  // 16:00 UTC is midnight in Taipei: the last answer of April, the first of May.
  await write('2018-04-12T03:00:00Z', APRIL - 1)
  await write('2018-04-30T15:59:59Z', 1)
  await write('2018-04-30T16:00:00Z', MAY)
})

afterAll(removeFolders)

describe('the monthly sample', () => {
  it('is one in a hundred answers of the month by Taipei time, rounded up', async () => {
    const log = await readLogOf(dataDir)
    const april = await drawMonthlySample(log, '2018-04')
    expect(april.requests).toBe(APRIL)
    expect(april.sample).toHaveLength(3)
    expect(april.sample.every(({ record }) => record.at < '2018-04-30T16:00')).toBe(true)
    expect(april.sample.every(({ record }) => record.leaf === 'OUTCOME')).toBe(true)
  })

  it('is at least one answer, and none of a month without any', async () => {
    const log = await readLogOf(dataDir)
    expect(await drawMonthlySample(log, '2018-05')).toMatchObject({
      requests: MAY,
      sample: [expect.objectContaining({ index: expect.any(Number) })],
    })
    expect(await drawMonthlySample(log, '2018-06')).toEqual({ requests: 0, sample: [] })
    expect(await drawMonthlySample(log, '2018-03')).toEqual({ requests: 0, sample: [] })
  })

  it('is the same whenever it is drawn again, whatever was logged since', async () => {
    const before = await drawMonthlySample(await readLogOf(dataDir), '2018-04')
    await write('2018-06-02T00:00:00Z', 300)
    expect(await drawMonthlySample(await readLogOf(dataDir), '2018-04')).toEqual(before)
  })
})

async function write(time: string, count: number): Promise<void> {
  const log = await openDisclosures(dataDir, { now: () => Date.parse(time) })
  await Promise.all(
    Array.from({ length: count }, async () => {
      const outcome = outcomeOf({ person: { id: 'somebody' } }, ['somebody'])
      await log.intend(outcome)
      await log.conclude(outcome)
    }),
  )
  await log.close()
}
