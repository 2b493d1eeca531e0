import { sql } from 'kysely'
import { readDataset, requireWhole } from '../../../../subgraphs/_kit/database/dataset.ts'
import { holdAlone, holdForServing } from '../../../../subgraphs/_kit/database/dataset-hold.ts'
import type { AgencyDatabase } from '../../../../subgraphs/_kit/database/open-database.ts'
import { openSeed, seedDatabase } from '../../../../subgraphs/_kit/database/seed-database.ts'
import type { SeedTable } from '../../../../subgraphs/_kit/seed-table.ts'
import { openTestDatabase } from '../../../support/test-database.ts'

interface Village {
  readonly facts: { readonly villageCode: string }
  readonly payers: readonly string[]
}

const VILLAGES: readonly Village[] = ['64000330001', '64000330002', '64000330003'].map((code) => ({
  facts: { villageCode: code },
  payers: [`${code}-a`, `${code}-b`],
}))

const BILLS: SeedTable<Village> = {
  table: 'tax_bill',
  columns: ['bill_no', 'payer', 'amount', 'due'],
  *rows({ payers }, { today, seed }) {
    for (const payer of payers) yield [`bill-${payer}`, payer, seed, today]
  },
}
const DATASET = { scale: 'jiaxian', seed: 1, asOf: '2018-05-10T00:00:00Z', isSynthetic: true }

describe('loading a population', () => {
  let database: AgencyDatabase<{ taxBill: { billNo: string; payer: string; amount: number } }>
  const options = (): Parameters<typeof seedDatabase<Village>>[0] => ({
    database,
    tables: [BILLS],
    dataset: DATASET,
    today: '2018-05-10',
  })

  beforeEach(async () => {
    const migrations = new URL('./migrations-good/', import.meta.url)
    database = await openTestDatabase({ agency: 'tax', migrations })
    await sql`create index tax_bill_payer on tax_bill (lower(payer)) where not is_paid`.execute(
      database.db,
    )
    await sql`alter table tax_bill add unique (bill_no, amount)`.execute(database.db)
    await sql`create table tax_receipt (
      bill_no text references tax_bill, first_bill text, amount bigint,
      foreign key (first_bill, amount) references tax_bill (bill_no, amount))`.execute(database.db)
  })
  afterEach(() => database.close())

  it('writes the rows of every village and says what the database holds', async () => {
    const codes: string[] = []
    const result = await seedDatabase(options(), VILLAGES, ({ villageCode }) =>
      codes.push(villageCode),
    )
    expect(codes).toEqual(VILLAGES.map(({ facts }) => facts.villageCode))
    expect(result).toEqual({ rows: 6, digest: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(await readDataset(database.db)).toEqual({
      ...DATASET,
      asOf: '2018-05-10T00:00:00.000Z',
      finishedAt: expect.any(String),
      rowCount: 6,
      digest: result.digest,
    })
  })

  it('keeps the villages that were whole when it was interrupted, and continues after them', async () => {
    const whole = await digestElsewhere(VILLAGES)
    await expect(seedDatabase(options(), breakingAfter(2))).rejects.toThrow('killed')
    expect(await countBills()).toBe(4)
    const loaded: boolean[] = []
    const result = await seedDatabase(options(), VILLAGES, ({ isLoaded }) => loaded.push(isLoaded))
    expect(loaded).toEqual([false, false, true])
    expect(result).toEqual({ rows: 6, digest: whole })
    expect(await countBills()).toBe(6)
  })

  it('hashes again what a load without digests of villages has left', async () => {
    const whole = await digestElsewhere(VILLAGES)
    await expect(seedDatabase(options(), breakingAfter(2))).rejects.toThrow('killed')
    await sql`update dataset_village set digest = null`.execute(database.db)
    expect(await seedDatabase(options(), VILLAGES)).toEqual({ rows: 6, digest: whole })
    expect(await countBills()).toBe(6)
  })

  it('leaves nothing of a village whose rows were refused', async () => {
    const twice = {
      ...BILLS,
      *rows(village: Village, context: never) {
        yield* BILLS.rows(village, context)
        yield* BILLS.rows(village, context)
      },
    }
    await expect(seedDatabase({ ...options(), tables: [twice] }, VILLAGES)).rejects.toMatchObject({
      code: '23505',
      constraint: 'tax_bill_pkey',
    })
    expect(await countBills()).toBe(0)
  })

  it('does nothing when the same data set is there already', async () => {
    const first = await seedDatabase(options(), VILLAGES)
    expect(await seedDatabase(options(), breakingAfter(0))).toEqual(first)
  })

  it('refuses another data set, and takes its place when told to', async () => {
    await seedDatabase(options(), VILLAGES)
    const other = { ...options(), dataset: { ...DATASET, seed: 2 } }
    await expect(seedDatabase(other, VILLAGES)).rejects.toMatchObject({
      code: 'DATASET_DIFFERENT',
      message:
        'The database of tax already holds jiaxian (seed 1, as of 2018-05-10); add --replace to load ' +
        'jiaxian (seed 2, as of 2018-05-10) in its place.',
    })
    await seedDatabase({ ...other, replace: true }, VILLAGES.slice(0, 1))
    const bills = await database.db.selectFrom('taxBill').select('amount').execute()
    expect(bills).toEqual([{ amount: 2 }, { amount: 2 }])
  })

  it('sets indexes and keys aside for a bulk load, and gives them back at its end', async () => {
    const before = await rulesOfBills()
    const [bulk, watched] = [{ ...options(), isBulk: true }, [] as (readonly string[])[]]
    const run = await openSeed(bulk)
    for (const village of VILLAGES) await run.load(village)
    watched.push(await rulesOfBills())
    const { digest } = await run.finish()
    await run.close()
    expect(watched).toEqual([[]])
    expect(await rulesOfBills()).toEqual(before)
    expect(await digestElsewhere(VILLAGES)).toBe(digest)
  })

  it('gives them back also when the bulk load was killed before, or goes on as a small one', async () => {
    const before = await rulesOfBills()
    await expect(seedDatabase({ ...options(), isBulk: true }, breakingAfter(2))).rejects.toThrow(
      'killed',
    )
    expect(await rulesOfBills()).toEqual([])
    await seedDatabase(options(), VILLAGES)
    expect(await rulesOfBills()).toEqual(before)
  })

  it('tells a database that holds only a part of its data set', async () => {
    await expect(seedDatabase(options(), breakingAfter(1))).rejects.toThrow('killed')
    const half = await readDataset(database.db)
    expect(() => requireWhole('tax', half!)).toThrow(
      'The database of tax holds jiaxian (seed 1, as of 2018-05-10) only in part; let hub seed ' +
        'finish, with the same options as before.',
    )
  })

  it('is replaced by nobody while it is served, and served by nobody while it is replaced', async () => {
    const [serving, other, loading] = await Promise.all([1, 2, 3].map(() => database.connect()))
    await holdForServing(serving!, 'tax')
    await holdForServing(other!, 'tax')
    await expect(holdAlone(loading!, 'tax')).rejects.toMatchObject({ code: 'DATASET_SERVED' })
    await other!.close()
    await serving!.close()
    await holdAlone(loading!, 'tax')
    const late = await database.connect()
    await expect(holdForServing(late, 'tax')).rejects.toMatchObject({ code: 'DATASET_UNFINISHED' })
    await Promise.all([late.close(), loading!.close()])
  })

  it('has one digest for the same rows and another for others', async () => {
    const { digest } = await seedDatabase(options(), VILLAGES)
    expect(await digestElsewhere(VILLAGES)).toBe(digest)
    expect(await digestElsewhere(VILLAGES.toReversed())).not.toBe(digest)
  })

  async function digestElsewhere(villages: readonly Village[]): Promise<string> {
    const migrations = new URL('./migrations-good/', import.meta.url)
    const elsewhere = await openTestDatabase({ agency: 'tax', migrations })
    const { digest } = await seedDatabase({ ...options(), database: elsewhere }, villages)
    await elsewhere.close()
    return digest
  }

  /** Keys, indexes and references of the table, as the database spells them. */
  async function rulesOfBills(): Promise<readonly string[]> {
    const { rows } = await sql<{ rule: string }>`
      select pg_get_indexdef(indexrelid) as rule from pg_index
      where indrelid = 'tax_bill'::regclass
      union all
      select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
      where 'tax_bill'::regclass in (conrelid, confrelid) and contype in ('f', 'p', 'u')
      order by rule`.execute(database.db)
    return rows.map(({ rule }) => rule)
  }

  async function countBills(): Promise<number> {
    const { rows } = await sql<{ count: number }>`select count(*) from tax_bill`.execute(
      database.db,
    )
    return rows[0]?.count ?? 0
  }
})

function* breakingAfter(villages: number): Iterable<Village> {
  yield* VILLAGES.slice(0, villages)
  throw new Error('killed')
}
