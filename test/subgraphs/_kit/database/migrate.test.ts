import { sql } from 'kysely'
import { migrate } from '../../../../subgraphs/_kit/database/migrate.ts'
import type { AgencyDatabase } from '../../../../subgraphs/_kit/database/open-database.ts'
import { openTestDatabase } from '../../../support/test-database.ts'

const EMPTY = new URL('./migrations-none/', import.meta.url)
const GOOD = new URL('./migrations-good/', import.meta.url)
const BAD = new URL('./migrations-bad/', import.meta.url)

describe('migrations', () => {
  let database: AgencyDatabase<unknown>
  beforeEach(async () => {
    database = await openTestDatabase({ agency: 'tax', migrations: EMPTY })
  })
  afterEach(() => database.close())

  it('are applied in order, once', async () => {
    expect(await migrate(database, GOOD)).toEqual(['0001-bill'])
    expect(await migrate(database, GOOD)).toEqual([])
  })

  it('are applied once by two processes at the same time', async () => {
    const applied = await Promise.all([migrate(database, GOOD), migrate(database, GOOD)])
    expect(applied.flat()).toEqual(['0001-bill'])
  })

  it('leave the old schema working when one of them fails, and name it', async () => {
    await migrate(database, GOOD)
    await expect(migrate(database, BAD)).rejects.toMatchObject({
      code: 'MIGRATION_FAILED',
      message: expect.stringMatching(
        /^The migration 0003-broken of tax failed, its schema is as it was: PostgreSQL refused .+$/,
      ),
    })
    await sql`insert into tax_bill (bill_no, payer, amount) values ('a', 'b', 1)`.execute(
      database.db,
    )
    const { rows } = await sql`select to_regclass('note') as note`.execute(database.db)
    expect(rows).toEqual([{ note: null }])
    expect(await migrate(database, GOOD)).toEqual([])
  })

  it('of a newer version are named, and nothing is changed', async () => {
    await migrate(database, GOOD)
    await expect(migrate(database, EMPTY)).rejects.toMatchObject({
      code: 'MIGRATION_UNKNOWN',
      message: expect.stringMatching(
        /^The database of tax was made by another .*0001-bill.*DATA_DIR/,
      ),
    })
    expect(await migrate(database, GOOD)).toEqual([])
  })
})
