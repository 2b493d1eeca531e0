import type { Connection } from './connection.ts'

interface TableRule {
  readonly drop: string
  readonly create: string
}

/**
 * Takes the indexes, keys and references off tables before many rows come in: built once over all rows
 * they cost a fraction. What was taken off is written down in the same transaction, so that a load
 * killed at any moment can give it back.
 */
export async function setIndexesAside(
  session: Connection,
  tables: readonly string[],
): Promise<void> {
  await session.run('begin')
  const rules = [...(await indexesOf(session, tables)), ...(await referencesOf(session, tables))]
  const [row] = await session.run(
    'select coalesce(max(position), 0) as last from dataset_set_aside',
  )
  const last = Number(row?.['last'])
  for (const [index, { create }] of rules.entries()) {
    await session.run('insert into dataset_set_aside values ($1, $2)', [last + 1 + index, create])
  }
  // references first: a key cannot go while one leans on it
  for (const { drop } of rules.toReversed()) await session.run(drop)
  await session.run('commit')
}

/** Gives the tables back what was taken off, each in a transaction of its own; nothing when all is there. */
export async function giveIndexesBack(
  session: Connection,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<void> {
  const rules = await session.run(
    'select position, definition from dataset_set_aside order by position',
  )
  for (const [index, { position, definition }] of rules.entries()) {
    onProgress(index, rules.length)
    await session.run('begin')
    await session.run(definition as string)
    await session.run('delete from dataset_set_aside where position = $1', [position])
    await session.run('commit')
  }
}

async function indexesOf(
  session: Connection,
  tables: readonly string[],
): Promise<readonly TableRule[]> {
  const rows = await session.run(
    `select i.indrelid::regclass::text as on_table, i.indexrelid::regclass::text as index,
       pg_get_indexdef(i.indexrelid) as definition, quote_ident(c.conname) as key,
       pg_get_constraintdef(c.oid) as key_definition
     from pg_index i
     left join pg_constraint c on c.conindid = i.indexrelid and c.contype in ('p', 'u')
     where i.indrelid = any($1::text[]::regclass[])
     order by array_position($1::text[]::regclass[], i.indrelid::regclass), i.indexrelid`,
    [tables],
  )
  return rows.map(({ on_table: table, index, definition, key, key_definition: rule }) =>
    key === null
      ? { drop: `drop index ${index}`, create: definition as string }
      : constraint(table as string, key as string, rule as string),
  )
}

/** References from and to the tables. */
async function referencesOf(
  session: Connection,
  tables: readonly string[],
): Promise<readonly TableRule[]> {
  const rows = await session.run(
    `select conrelid::regclass::text as on_table, quote_ident(conname) as key,
       pg_get_constraintdef(oid) as rule
     from pg_constraint
     where contype = 'f'
       and (conrelid = any($1::text[]::regclass[]) or confrelid = any($1::text[]::regclass[]))
     order by oid`,
    [tables],
  )
  return rows.map(({ on_table: table, key, rule }) =>
    constraint(table as string, key as string, rule as string),
  )
}

function constraint(table: string, name: string, rule: string): TableRule {
  return {
    drop: `alter table ${table} drop constraint ${name}`,
    create: `alter table ${table} add constraint ${name} ${rule}`,
  }
}
