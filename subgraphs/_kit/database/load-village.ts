import type { SeedContext, SeedTable } from '../seed-table.ts'
import type { Connection } from './connection.ts'
import { copyRows } from './copy-rows.ts'
import { databaseError } from './database-error.ts'
import { createVillageDigest } from './row-digest.ts'

/** What the kit asks of a village: its 11-digit code, which names it in the load's bookkeeping. */
export interface CodedVillage {
  readonly facts: { readonly villageCode: string }
}

/** A village that is in, all tables together. */
export interface LoadedVillage {
  readonly rows: number
  readonly hex: string
}

/** One village, and where its rows go. */
export interface VillageLoad<Village> {
  readonly session: Connection
  readonly tables: readonly SeedTable<Village>[]
  readonly village: Village
  readonly context: SeedContext
}

/** Brings a village in by COPY, in one transaction over all of the agency's tables. */
export async function loadVillage<Village extends CodedVillage>(
  agency: string,
  { session, tables, village, context }: VillageLoad<Village>,
): Promise<LoadedVillage> {
  const digest = createVillageDigest(village, context)
  try {
    await session.run('begin')
    for (const table of tables) await copyRows(session, table, digest.chunks(table))
    const loaded = { rows: digest.rows, hex: digest.hex() }
    await session.run('insert into dataset_village values ($1, $2, $3)', [
      village.facts.villageCode,
      loaded.rows,
      loaded.hex,
    ])
    await session.run('commit')
    return loaded
  } catch (error) {
    await session.run('rollback').then(undefined, () => undefined)
    throw databaseError(agency, error)
  }
}

/** Makes the rows of a village that is in, for their digest alone. */
export function hashVillage<Village>({
  tables,
  village,
  context,
}: Omit<VillageLoad<Village>, 'session'>): LoadedVillage {
  const digest = createVillageDigest(village, context)
  for (const table of tables) {
    for (const _ of digest.chunks(table)) continue
  }
  return { rows: digest.rows, hex: digest.hex() }
}

/** The villages that earlier loads have brought in; null where one did not keep the digest. */
export async function findLoadedVillages(
  session: Connection,
): Promise<ReadonlyMap<string, LoadedVillage | null>> {
  const rows = await session.run('select village_code, row_count, digest from dataset_village')
  return new Map(
    rows.map(({ village_code: code, row_count: count, digest }) => [
      code as string,
      digest === null ? null : { rows: Number(count), hex: digest as string },
    ]),
  )
}
