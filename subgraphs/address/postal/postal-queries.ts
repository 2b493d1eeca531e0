import { sql, type Kysely } from 'kysely'
import type { Connection } from '../../_kit/database/connection.ts'
import type { Database } from '../queries.ts'
import type { PostalRange } from './postal-code.ts'

/** A street of a town, as the post's list names it. */
export interface PostalStreet {
  readonly townCode: string
  readonly street: string
}

/** Puts these ranges in the place of all there were, in one transaction. */
export async function replacePostalRanges(
  session: Connection,
  ranges: readonly (PostalRange & { readonly line: number })[],
): Promise<void> {
  const rows = ranges.map(({ townCode: town_code, ...range }) => ({ ...range, town_code }))
  await session.run('begin')
  await session.run('delete from postal_range')
  await session.run(
    `insert into postal_range
     select * from jsonb_populate_recordset(null::postal_range, $1::text::jsonb)`,
    [JSON.stringify(rows)],
  )
  await session.run('commit')
}

/** The ranges of some streets, in one statement. */
export async function findPostalRanges(
  db: Kysely<Database>,
  streets: readonly PostalStreet[],
): Promise<readonly PostalRange[]> {
  const { rows } = await sql<PostalRange>`
    select distinct postal.zip, postal.town_code, postal.street, postal.rule
    from unnest(${streets.map(({ townCode }) => townCode)}::text[],
      ${streets.map(({ street }) => street)}::text[]) as asked (town_code, street)
    join postal_range postal using (town_code, street)`.execute(db)
  return rows
}
