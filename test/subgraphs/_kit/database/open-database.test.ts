import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { cloneDatabase, dropDatabase } from '../../../../subgraphs/_kit/database/clone.ts'
import { StatementError } from '../../../../subgraphs/_kit/database/database-error.ts'
import { acquireEmbeddedServer } from '../../../../subgraphs/_kit/database/embedded-server.ts'
import { openDatabase } from '../../../../subgraphs/_kit/database/open-database.ts'
import type { AgencyDatabase } from '../../../../subgraphs/_kit/database/open-database.ts'
import { question } from '../../../../subgraphs/_kit/database/question.ts'
import { acquireTestServer, openTestDatabase } from '../../../support/test-database.ts'
import { openGate } from './gate.ts'

interface Tables {
  taxBill: { billNo: string; payer: string; amount: number; notedAt: string | null }
}

const MIGRATIONS = new URL('./migrations-good/', import.meta.url)
const UNAVAILABLE = {
  code: 'DATABASE_UNAVAILABLE',
  message: 'The database of tax does not answer; try again later.',
}

describe('an open database', () => {
  const statements: string[] = []
  let database: AgencyDatabase<Tables>

  beforeAll(async () => {
    const onStatement = (text: string): number => statements.push(text)
    database = await openTestDatabase({ agency: 'tax', migrations: MIGRATIONS, onStatement })
  })
  afterAll(() => database.close())
  beforeEach(() => {
    statements.length = 0
  })

  it('gives dates as text, times in UTC, whole numbers as numbers and points as x and y', async () => {
    const { rows } = await sql`
      select date '2018-05-10' as bill_day, timestamptz '2018-05-10 08:30+08' as noted_at,
        9007199254740991 as amount, 0.15::numeric as rate, point(1.5, 2) as spot,
        array['甲', 'b"'] as tags, null::date as no_day`.execute(database.db)
    expect(rows).toEqual([
      {
        billDay: '2018-05-10',
        notedAt: '2018-05-10T00:30:00.000Z',
        amount: 9_007_199_254_740_991,
        rate: 0.15,
        spot: { x: 1.5, y: 2 },
        tags: ['甲', 'b"'],
        noDay: null,
      },
    ])
  })

  it('stops rather than round a number that TypeScript cannot hold', async () => {
    await expect(sql`select 9007199254740993 as amount`.execute(database.db)).rejects.toThrow(
      'Invariant: an integer column holds a value beyond 2^53; select it as text',
    )
    expect(await database.isReachable()).toBe(true)
  })

  it('tells the text of every statement and none of its parameters', async () => {
    await database.db.selectFrom('taxBill').selectAll().where('payer', '=', 'S223456786').execute()
    expect(statements).toEqual(['select * from "tax_bill" where "payer" = $1'])
  })

  it('keeps no value of a row in the error of a refused statement', async () => {
    const bill = { billNo: 'S223456786', payer: 'S223456786', amount: 1 }
    const insert = database.db.insertInto('taxBill').values({ ...bill, notedAt: null })
    await insert.execute()
    const error = await insert.execute().catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(StatementError)
    expect(error).toMatchObject({ code: '23505', constraint: 'tax_bill_pkey' })
    expect(JSON.stringify(Object.entries(error as object)) + String(error)).not.toContain('S2234')
  })

  it('answers a compiled question as it answers Kysely, alone and in a transaction', async () => {
    const findBills = question((db: typeof database.db, payers: readonly string[], day: string) =>
      db.selectNoFrom((bill) => [
        bill.val(day).$castTo<string>().as('askedOn'),
        sql`(select json_agg(one) from (select 1 as bill_no) as one)`.as('bills'),
        sql<number>`cardinality(${payers}::text[])`.as('payerCount'),
      ]),
    )
    const answers = [
      await findBills(database.db, ['a', 'b'], '2018-05-10'),
      await findBills(database.db, ['c'], '2018-05-11'),
      await database.db.transaction().execute((trx) => findBills(trx, [], '2018-05-12')),
    ]
    expect(answers.flat()).toEqual([
      { askedOn: '2018-05-10', bills: [{ billNo: 1 }], payerCount: 2 },
      { askedOn: '2018-05-11', bills: [{ billNo: 1 }], payerCount: 1 },
      { askedOn: '2018-05-12', bills: [{ billNo: 1 }], payerCount: 0 },
    ])
  })

  it('refuses a question whose text hangs on what is asked, or leaves it out', async () => {
    const inText = question((_: typeof database.db, day: string) => sql.raw(`select '${day}'`))
    const forgotten = question((_db: typeof database.db, _day: string) => sql`select 1`)
    await expect(inText(database.db, '2018-05-10')).rejects.toThrow('not a part of its text')
    await expect(forgotten(database.db, '2018-05-10')).rejects.toThrow('every argument')
  })

  it('gives up a statement that takes too long', async () => {
    const quick = await reopen(database, { statementTimeoutMs: 50 })
    const sleep = question((_db: typeof quick.db) => sql`select pg_sleep(5)`)
    for (const statement of [sql`select pg_sleep(5)`.execute(quick.db), sleep(quick.db)]) {
      await expect(statement).rejects.toMatchObject({
        code: 'DATABASE_TIMEOUT',
        message: 'The database of tax took too long over a statement.',
      })
    }
    await quick.close()
  })

  it('opens no more sessions than its pool has, and makes the rest wait', async () => {
    const small = await reopen(database, { poolSize: 2 })
    const pids = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const { rows } = await sql<{ pid: number }>`
          select pg_backend_pid() as pid, pg_sleep(0.02)`.execute(small.db)
        return rows[0]?.pid
      }),
    )
    expect(new Set(pids).size).toBe(2)
    await small.close()
  })

  it('fails with a code while the database is away and heals when it is back', async () => {
    const gate = await openGate(await urlOf(database))
    const far = await openDatabase<Tables>({ agency: 'tax', url: gate.url, dataDir: '' })
    const ask = (): Promise<unknown> => sql`select 1`.execute(far.db)
    await Promise.all([ask(), ask(), ask()])
    await gate.shut()
    const failures = await Promise.allSettled([ask(), ask(), ask(), ask()])
    expect(failures.map((failure) => failure.status)).toEqual(Array(4).fill('rejected'))
    await expect(ask()).rejects.toMatchObject(UNAVAILABLE)
    expect(await far.isReachable()).toBe(false)
    await gate.open()
    expect(await far.isReachable()).toBe(true)
    await Promise.all([ask(), ask(), ask(), ask()])
    await far.close()
    await gate.shut()
  })

  it('gives up sessions that fall silent and goes on with others', async () => {
    const gate = await openGate(await urlOf(database))
    const options = { agency: 'tax', url: gate.url, dataDir: '', statementTimeoutMs: 50 }
    const far = await openDatabase<Tables>(options)
    const ask = (): Promise<unknown> => sql`select 1`.execute(far.db)
    await Promise.all([ask(), far.isReachable()])
    try {
      gate.hush()
      const silenced = await Promise.allSettled([ask(), far.isReachable()])
      expect(silenced).toEqual([
        { status: 'rejected', reason: expect.objectContaining(UNAVAILABLE) },
        { status: 'fulfilled', value: false },
      ])
      await ask()
      expect(await far.isReachable()).toBe(true)
    } finally {
      // lines that say nothing would keep the process
      await gate.shut()
      await far.close()
    }
  })

  it('never continues a transaction on another session than it began on', async () => {
    const gate = await openGate(await urlOf(database))
    const far = await openDatabase<Tables>({ agency: 'tax', url: gate.url, dataDir: '' })
    const bill = { payer: 'x', amount: 1, notedAt: null }
    const broken = far.db.transaction().execute(async (trx) => {
      await trx
        .insertInto('taxBill')
        .values({ ...bill, billNo: 'first' })
        .execute()
      await gate.shut()
      await gate.open()
      await trx
        .insertInto('taxBill')
        .values({ ...bill, billNo: 'second' })
        .execute()
    })
    await expect(broken).rejects.toMatchObject(UNAVAILABLE)
    const found = await far.db
      .selectFrom('taxBill')
      .select('billNo')
      .where('payer', '=', 'x')
      .execute()
    expect(found).toEqual([])
    await far.close()
    await gate.shut()
  })

  it('refuses an address that is none, naming the variable', async () => {
    await expect(openDatabase({ agency: 'tax', url: 'tax', dataDir: '' })).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: 'HUB_DATABASE_URL_TAX: must be like postgres://user:password@host:5432/database',
    })
  })

  it('tells a start without its database by a code, without the host', async () => {
    const url = 'postgres://u:p@127.0.0.1:1/tax'
    await expect(openDatabase({ agency: 'tax', url, dataDir: '' })).rejects.toMatchObject(
      UNAVAILABLE,
    )
  })
})

describe('agencies on one embedded server', () => {
  it('have a database and a role each, and may not enter each other', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'hub-roles-'))
    // the server's user must pass through it, or the cluster would stay behind elsewhere
    await chmod(dataDir, 0o755)
    const options = { dataDir, isDurable: false }
    const [tax, vehicle] = await Promise.all([
      openDatabase({ ...options, agency: 'tax' }),
      openDatabase({ ...options, agency: 'vehicle' }),
    ])
    const { rows } = await sql`select current_user as role, current_database() as name`.execute(
      tax.db,
    )
    expect(rows).toEqual([{ role: 'tax', name: 'tax' }])
    const server = await acquireEmbeddedServer(options)
    const [entry] =
      await server.administer(`select has_database_privilege('vehicle', 'tax', 'connect')
      or has_database_privilege('vehicle', 'postgres', 'connect') as may`)
    expect(entry).toEqual({ may: false })
    // a role whose password file was lost gets in again
    await rm(join(server.passwords, 'tax'))
    const again = await openDatabase({ ...options, agency: 'tax' })
    expect(await again.isReachable()).toBe(true)
    for (const opened of [again, tax, vehicle, server]) {
      await ('close' in opened ? opened.close() : opened.release())
    }
    await rm(dataDir, { recursive: true })
  })
})

describe('a copy of a template', () => {
  it('has what the template has and goes its own way', async () => {
    const { adminUrl, release } = await acquireTestServer()
    const original = await openTestDatabase<Tables>({ agency: 'tax', migrations: MIGRATIONS })
    const bill = { billNo: 'a', payer: 'b', amount: 1, notedAt: null }
    await original.db.insertInto('taxBill').values(bill).execute()
    const other = await openTestDatabase<Tables>({ agency: 'tax', migrations: MIGRATIONS })
    expect(await other.db.selectFrom('taxBill').selectAll().execute()).toEqual([])
    await Promise.all([original.close(), other.close()])
    await expect(cloneDatabase(adminUrl, 'no_such_template', 'copy_x')).rejects.toMatchObject({
      code: '3D000',
    })
    await dropDatabase(adminUrl, 'copy_x')
    await release()
  })
})

async function reopen(
  database: AgencyDatabase<Tables>,
  limits: { poolSize?: number; statementTimeoutMs?: number },
): Promise<AgencyDatabase<Tables>> {
  const url = await urlOf(database)
  return openDatabase<Tables>({ agency: 'tax', url, dataDir: '', ...limits })
}

async function urlOf({ db }: AgencyDatabase<Tables>): Promise<string> {
  const { adminUrl, release } = await acquireTestServer()
  await release()
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  const url = new URL(adminUrl)
  url.pathname = `/${rows[0]?.name ?? ''}`
  return url.href
}
