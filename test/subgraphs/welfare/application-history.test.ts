import { sql } from 'kysely'
import type { AgencyDatabase } from '../../../subgraphs/_kit/database/open-database.ts'
import type { WelfareApplicationStatus } from '../../../subgraphs/welfare/generated.ts'
import { subgraph } from '../../../subgraphs/welfare/index.ts'
import type { Database } from '../../../subgraphs/welfare/queries.ts'
import { openTestDatabase } from '../../support/test-database.ts'

const STATUSES: readonly WelfareApplicationStatus[] = [
  'RECEIVED',
  'UNDER_REVIEW',
  'MISSING_DOCUMENT',
  'APPROVED',
  'REJECTED',
  'WITHDRAWN',
]
/** The shortest way to each status. */
const WAYS: Readonly<Record<WelfareApplicationStatus, readonly WelfareApplicationStatus[]>> = {
  RECEIVED: ['RECEIVED'],
  UNDER_REVIEW: ['RECEIVED', 'UNDER_REVIEW'],
  MISSING_DOCUMENT: ['RECEIVED', 'UNDER_REVIEW', 'MISSING_DOCUMENT'],
  APPROVED: ['RECEIVED', 'UNDER_REVIEW', 'APPROVED'],
  REJECTED: ['RECEIVED', 'UNDER_REVIEW', 'REJECTED'],
  WITHDRAWN: ['RECEIVED', 'WITHDRAWN'],
}
const ALLOWED: Readonly<Record<WelfareApplicationStatus, readonly WelfareApplicationStatus[]>> = {
  RECEIVED: ['UNDER_REVIEW', 'WITHDRAWN'],
  UNDER_REVIEW: ['MISSING_DOCUMENT', 'APPROVED', 'REJECTED', 'WITHDRAWN'],
  MISSING_DOCUMENT: ['UNDER_REVIEW', 'REJECTED', 'WITHDRAWN'],
  APPROVED: [],
  REJECTED: [],
  WITHDRAWN: [],
}

let database: AgencyDatabase<Database>
let cases = 0

beforeAll(async () => {
  database = await openTestDatabase({ agency: 'welfare', migrations: subgraph.migrationsFolder })
})
afterAll(() => database.close())

async function openCase(): Promise<string> {
  const caseNo = `T-${(cases += 1)}`
  await database.db
    .insertInto('application')
    .values({
      caseNo,
      scheme: 'LOW_INCOME',
      kind: 'FIRST',
      applicantNationalId: 'A123456789',
      receivedBy: 'JIAXIAN_DISTRICT',
      receivedOn: '2018-05-01',
      status: 'RECEIVED',
      missingDocuments: [],
      decidedOn: null,
      classCode: null,
      assignedTo: null,
    })
    .execute()
  return caseNo
}

async function record(
  caseNo: string,
  seq: number,
  fromStatus: WelfareApplicationStatus | null,
  toStatus: WelfareApplicationStatus,
): Promise<void> {
  const row = { caseNo, seq, fromStatus, toStatus, happenedOn: '2018-05-02', reason: null }
  await database.db.insertInto('applicationEvent').values(row).execute()
}

async function bringTo(status: WelfareApplicationStatus): Promise<string> {
  const caseNo = await openCase()
  for (const [index, step] of WAYS[status].entries()) {
    await record(caseNo, index + 1, WAYS[status][index - 1] ?? null, step)
  }
  return caseNo
}

describe('the history of an application', () => {
  it.each(STATUSES)('goes on from %s only as the procedure allows', async (from) => {
    for (const to of STATUSES) {
      const step = record(await bringTo(from), WAYS[from].length + 1, from, to)
      if (ALLOWED[from].includes(to)) await step
      else
        await expect(step).rejects.toMatchObject({ code: expect.stringMatching(/^23(503|514)$/) })
    }
  })

  it('begins with its receipt and with nothing else', async () => {
    await expect(record(await openCase(), 1, null, 'UNDER_REVIEW')).rejects.toMatchObject({
      code: '23514',
    })
    await expect(record(await openCase(), 2, 'RECEIVED', 'UNDER_REVIEW')).rejects.toMatchObject({
      code: '23503',
    })
  })

  it('cannot claim to come from a status the application did not have', async () => {
    const caseNo = await bringTo('RECEIVED')
    await expect(record(caseNo, 2, 'UNDER_REVIEW', 'APPROVED')).rejects.toMatchObject({
      code: '23503',
    })
  })
})

describe('an application', () => {
  const set = (caseNo: string, values: Partial<Database['application']>): Promise<unknown> =>
    database.db.updateTable('application').set(values).where('caseNo', '=', caseNo).execute()

  it('is decided on a day, and on none before it is decided', async () => {
    const caseNo = await openCase()
    await expect(set(caseNo, { status: 'APPROVED' })).rejects.toMatchObject({ code: '23514' })
    await expect(set(caseNo, { decidedOn: '2018-05-09' })).rejects.toMatchObject({ code: '23514' })
    await set(caseNo, { status: 'APPROVED', decidedOn: '2018-05-09', classCode: '3' })
  })

  it('names what is missing exactly while something is', async () => {
    const caseNo = await openCase()
    await expect(set(caseNo, { status: 'MISSING_DOCUMENT' })).rejects.toMatchObject({
      code: '23514',
    })
    await set(caseNo, { status: 'MISSING_DOCUMENT', missingDocuments: ['薪資證明'] })
    await expect(set(caseNo, { status: 'UNDER_REVIEW' })).rejects.toMatchObject({ code: '23514' })
  })
})

describe('the parameters of Kaohsiung', () => {
  it.each([
    ['2013-12-31', 11890, 17835],
    ['2014-01-01', 12485, 18728],
    ['2018-05-10', 12941, 19412],
    ['2018-12-31', 12941, 19412],
    ['2019-01-01', 13099, 19649],
    ['2021-06-01', 13341, 20012],
    ['2022-06-01', 14419, 21629],
    ['2025-06-01', 16040, 24060],
  ])('on %s are a line of %i and of %i for mid-low income, one row', async (day, line, midLow) => {
    const { rows } =
      await sql`select minimum_living_cost as line, mid_low_line as "midLow" from income_line
      where county_code = '64000' and valid_from <= ${day} and (valid_to is null or ${day} < valid_to)`.execute(
        database.db,
      )
    expect(rows).toEqual([{ line, midLow }])
  })

  it('carry a source and a certainty in every row', async () => {
    for (const table of ['income_line', 'asset_limit', 'basic_wage', 'benefit_rate']) {
      const { rows } = await sql`select source, certainty from ${sql.table(table)}`.execute(
        database.db,
      )
      expect(rows.length).toBeGreaterThan(0)
      for (const row of rows) {
        expect(row).toEqual({
          source: expect.stringMatching(/條/),
          certainty: expect.stringMatching(/^(seen|known|unsure)$/),
        })
      }
    }
  })

  it('never hold two rows for one day', async () => {
    const { rows } = await sql`select a.valid_from from asset_limit a join asset_limit b
      on a.kind = b.kind and a.valid_from < b.valid_from and b.valid_from < a.valid_to`.execute(
      database.db,
    )
    expect(rows).toEqual([])
  })
})
