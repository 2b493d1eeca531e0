import fc from 'fast-check'
import { sql } from 'kysely'
import { copyRows } from '../../../../subgraphs/_kit/database/copy-rows.ts'
import { copyLine } from '../../../../subgraphs/_kit/database/copy-text.ts'
import type { AgencyDatabase } from '../../../../subgraphs/_kit/database/open-database.ts'
import type { CopyValue } from '../../../../subgraphs/_kit/seed-table.ts'
import { openTestDatabase } from '../../../support/test-database.ts'

const TARGET = { table: 'sample', columns: ['n', 'text', 'list', 'spot', 'flag'] }

const anyText = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(
        '\\',
        '\t',
        '\n',
        '\r',
        '\b',
        '\f',
        '\v',
        '"',
        '{',
        ',',
        'N',
        '.',
        '甲',
      ),
    }),
  )
  .filter((text) => !text.includes('\0'))

describe('COPY text', () => {
  let database: AgencyDatabase<unknown>
  beforeAll(async () => {
    const migrations = new URL('./migrations-none/', import.meta.url)
    database = await openTestDatabase({ agency: 'tax', migrations })
    await sql`create table sample (n int, text text, list text[], spot point, flag boolean)`.execute(
      database.db,
    )
  })
  afterAll(() => database.close())

  it('brings any text, list, point and truth value back as it was', async () => {
    const rowOf = fc.record({
      text: fc.option(anyText),
      list: fc.option(fc.array(anyText, { maxLength: 4 })),
      spot: fc.option(fc.record({ x: fc.double(finite), y: fc.double(finite) })),
      flag: fc.option(fc.boolean()),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(rowOf, { minLength: 1, maxLength: 40 }), async (rows) => {
        await copy(rows.map(({ text, list, spot, flag }, n) => [n, text, list, spot, flag]))
        const back = await sql`select text, list, spot, flag from sample order by n`.execute(
          database.db,
        )
        await sql`truncate sample`.execute(database.db)
        expect(back.rows).toEqual(rows)
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['NUL', 'a\0b'],
    ['half of a surrogate pair', 'a\uD800'],
  ])('refuses %s, naming the column', (_, text) => {
    expect(() => copyLine(TARGET, [1, text, null, null, null])).toThrow(
      expect.objectContaining({
        code: 'COPY_TEXT_INVALID',
        message:
          'The column text of sample has a character that no text may hold: NUL, or half of a pair.',
      }),
    )
  })

  it('tells a refusal that comes after the last row was sent', async () => {
    const session = await database.connect()
    const rows = copyRows(session, TARGET, ['not a number\t\\N\t\\N\t\\N\t\\N\n'])
    await expect(rows).rejects.toMatchObject({ code: '22P02' })
    await session.close()
  })

  async function copy(rows: readonly (readonly CopyValue[])[]): Promise<void> {
    const session = await database.connect()
    await copyRows(
      session,
      TARGET,
      rows.map((row) => copyLine(TARGET, row)),
    )
    await session.close()
  }
})

// -0 is 0 to PostgreSQL's eye only in its text; it is no coordinate
const finite = { noNaN: true, noDefaultInfinity: true, min: 0, max: 1e9 }
