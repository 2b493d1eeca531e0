import { sql } from 'kysely'
import { openDatabase } from '../../../../subgraphs/_kit/database/open-database.ts'
import type { AgencyDatabase } from '../../../../subgraphs/_kit/database/open-database.ts'
import { createPool } from '../../../../subgraphs/_kit/database/connection-pool.ts'
import { parseServerUrl } from '../../../../subgraphs/_kit/database/server-url.ts'
import { question } from '../../../../subgraphs/_kit/database/question.ts'
import { questionByKey } from '../../../../subgraphs/_kit/database/question-by-key.ts'
import { copyTestDatabase, type DatabaseCopy } from '../../../support/test-database.ts'
import { openGate } from './gate.ts'

interface Tables {
  taxBill: { billNo: string; payer: string; amount: number }
}

describe('a database that is asked questions by key', () => {
  let copy: DatabaseCopy
  let database: AgencyDatabase<Tables>
  const open = (url: string): Promise<AgencyDatabase<Tables>> =>
    openDatabase<Tables>({ agency: 'tax', url, dataDir: '', poolSize: 3 })

  beforeAll(async () => {
    const migrations = new URL('./migrations-good/', import.meta.url)
    copy = await copyTestDatabase({ agency: 'tax', migrations })
    database = await open(copy.url)
  })
  afterAll(async () => {
    await database.close()
    await copy.drop()
  })

  const findPid = question(
    (_db: typeof database.db) => sql<{ pid: number }>`select pg_backend_pid() as pid`,
  )
  const askPid = async (): Promise<number | undefined> => (await findPid(database.db))[0]?.pid

  it('answers many questions at once on as few sessions as it needs', async () => {
    const [few, many] = [[askPid(), askPid(), askPid()], Array.from({ length: 40 }, askPid)]
    expect(new Set(await Promise.all(few)).size).toBe(1)
    expect(new Set(await Promise.all(many)).size).toBeLessThanOrEqual(3)
  })

  it('lets a refused question fail alone', async () => {
    const asked = [
      askPid(),
      question((_db: typeof database.db) => sql`select 1 / 0`)(database.db),
      askPid(),
    ]
    const outcomes = await Promise.allSettled(asked)
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })

  it('plans a question once, whatever its keys', async () => {
    const findMode = question(
      (_db: typeof database.db) =>
        sql`select current_setting('plan_cache_mode') as plan_cache_mode`,
    )
    expect(await findMode(database.db)).toEqual([{ planCacheMode: 'force_generic_plan' }])
  })

  it('keeps a transaction on a session of its own', async () => {
    const bill = { billNo: 'one', payer: 'x', amount: 1 }
    const findBills = question((db: typeof database.db) =>
      db.selectFrom('taxBill').select('billNo'),
    )
    await database.db.transaction().execute(async (trx) => {
      await trx.insertInto('taxBill').values(bill).execute()
      const within = await findBills(trx)
      const outside = await findBills(database.db)
      expect([within, outside]).toEqual([[{ billNo: 'one' }], []])
    })
    const streamed: unknown[] = []
    for await (const row of database.db.selectFrom('taxBill').select('billNo').stream(10)) {
      streamed.push(row)
    }
    expect(streamed).toEqual([{ billNo: 'one' }])
  })

  describe('for rows by key', () => {
    const findBills = questionByKey(
      'payer',
      (_db: typeof database.db, payers: readonly string[], least: number) => sql<{
        payer: string
        amount: number
        asker: number
      }>`select payer, amount, txid_current()::int as asker from tax_bill
        where payer = any(${payers}::text[]) and amount >= ${least}::int order by amount desc`,
    )
    const ask = async (payers: readonly string[], least = 0): Promise<readonly string[]> =>
      (await findBills(database.db, payers, least)).map(({ payer, amount }) => `${payer} ${amount}`)

    beforeAll(async () => {
      const bills = ['a', 'b', 'a', 'c'].map((payer, index) => ({
        billNo: `${payer}${index}`,
        payer,
        amount: index + 1,
      }))
      await database.db.insertInto('taxBill').values(bills).execute()
    })

    it('gives whoever shares a statement the rows of its own keys, in the order of the statement', async () => {
      const asked = [['b'], ['c'], ['a', 'c'], ['a'], ['c', 'nobody'], ['b', 'a', 'b'], []]
      expect(await Promise.all(asked.map((payers) => ask(payers)))).toEqual([
        ['b 2'],
        ['c 4'],
        ['c 4', 'a 3', 'a 1'],
        ['a 3', 'a 1'],
        ['c 4'],
        ['a 3', 'b 2', 'a 1'],
        [],
      ])
    })

    it('shares one statement among those who ask while one is under way', async () => {
      const found = await Promise.all(
        Array.from({ length: 20 }, () => findBills(database.db, ['b'], 0)),
      )
      expect(new Set(found.map(([row]) => row!.asker)).size).toBe(2)
    })

    it('lets those share who ask the same of their keys, and nobody else', async () => {
      const least = [0, 0, 0, 3, 0, 4, 3]
      const found = await Promise.all(least.map((each) => ask(['a', 'c'], each)))
      expect(found.map((rows) => rows.length)).toEqual([3, 3, 3, 2, 3, 1, 2])
    })

    it('lets a key that the server refuses fail its own asker alone', async () => {
      const asked = ['a', 'b', 'c', 'nul \0', 'c'].map((payer) => ask([payer]))
      const outcomes = await Promise.allSettled(asked)
      expect(outcomes.map(({ status }) => status)).toEqual([
        'fulfilled',
        'fulfilled',
        'fulfilled',
        'rejected',
        'fulfilled',
      ])
    })
  })

  it('keeps one session, however long nobody asks', async () => {
    const address = parseServerUrl(copy.url)
    const options = { agency: 'tax', address, statementTimeoutMs: 0 }
    const pool = createPool(options, { size: 2, kept: 1, idleMs: 20 })
    const sessions = await Promise.all([pool.reserve(), pool.reserve()])
    for (const session of sessions) pool.release(session)
    await Promise.race(sessions.map(({ broken }) => broken))
    const [kept] = sessions.filter((session) => !session.isBroken())
    await kept!.run('select pg_sleep(0.1)')
    expect(await pool.reserve()).toBe(kept)
    await pool.close()
  })

  it('fails with a code while the database is away and heals when it is back', async () => {
    const gate = await openGate(copy.url)
    const far = await open(gate.url)
    const ask = (): Promise<unknown> => findPid(far.db)
    await Promise.all([ask(), ask()])
    await gate.shut()
    const failures = await Promise.allSettled(Array.from({ length: 9 }, ask))
    expect(new Set(failures.map(({ status }) => status))).toEqual(new Set(['rejected']))
    await expect(ask()).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' })
    await gate.open()
    await Promise.all(Array.from({ length: 9 }, ask))
    await far.close()
    await gate.shut()
  })
})
