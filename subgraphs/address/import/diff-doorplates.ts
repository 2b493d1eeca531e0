import type { Connection } from '../../_kit/database/connection.ts'
import { copyRows } from '../../_kit/database/copy-rows.ts'
import { copyLine } from '../../_kit/database/copy-text.ts'
import type { DatabaseSessions } from '../../_kit/database/open-database.ts'
import { openDiffReport, type DiffLine } from './diff-report.ts'
import { openPlateFile } from './open-plate-file.ts'
import { createRowReader } from './row-reader.ts'
import type { StagedPlate } from './staging.ts'

export interface DiffOptions {
  readonly oldFile: string
  readonly newFile: string
  /** Lends a session for sorting; the register itself is not read. */
  readonly database: DatabaseSessions
  readonly reportFile: string
}

/** What became of the addresses of one file in another. */
export interface DiffResult {
  /** Addresses of the new file alone; those that are renamings included. */ readonly new: number
  /** Addresses of the old file alone; those that are renamings included. */ readonly gone: number
  /** Addresses of both whose places lie more than 5 m apart. */ readonly moved: number
  /** Pairs of one gone and one new address at the very same place. */ readonly renamed: number
  /** Addresses of both, in their place. */ readonly same: number
  readonly rejected: { readonly old: number; readonly new: number }
  readonly report: string
}

/** GPS and rounding of the published forms explain less; a moved door is further. */
const MOVED_BY_M = 5
const ROWS_A_CHUNK = 500
const ROWS_A_READ = 1_000
const COLUMNS = ['line', 'address_key', 'neighborhood', 'text', 'location']

/**
 * Compares two door-plate files of any form, address by address in canonical text, so that two
 * spellings of one address are no difference. Both stream through a table of the session.
 *
 * @throws HubError IMPORT_FILE_UNREADABLE, IMPORT_FILE_DAMAGED, IMPORT_COLUMNS_UNKNOWN,
 *   IMPORT_COORDINATES_SWAPPED, IMPORT_REPORT_UNWRITABLE
 */
export async function diffDoorplates(options: DiffOptions): Promise<DiffResult> {
  const session = await options.database.connect()
  try {
    const rejected = {
      old: await loadFile(session, options.oldFile, 'old_plate'),
      new: await loadFile(session, options.newFile, 'new_plate'),
    }
    await session.run(COMPARE)
    await session.run(PAIR)
    await reportLines(session, options.reportFile)
    const [counts] = await session.run(COUNT)
    return {
      ...(counts as unknown as Omit<DiffResult, 'rejected' | 'report'>),
      rejected,
      report: options.reportFile,
    }
  } finally {
    await session.close()
  }
}

async function loadFile(session: Connection, path: string, table: string): Promise<number> {
  const file = await openPlateFile(path)
  await session.run(`set work_mem = '64MB'`)
  await session.run(
    `create temp table ${table} (line int, address_key text collate "C", neighborhood smallint,
       text text, location point)`,
  )
  const reader = createRowReader()
  for await (const lines of file.lines) {
    await copyRows(
      session,
      { table, columns: COLUMNS },
      copyChunks(table, reader.read(lines).plates),
    )
  }
  await session.run(`analyze ${table}`)
  return reader.finish().rejected
}

function* copyChunks(table: string, plates: readonly StagedPlate[]): Iterable<string> {
  for (let start = 0; start < plates.length; start += ROWS_A_CHUNK) {
    yield plates
      .slice(start, start + ROWS_A_CHUNK)
      .map(({ line, plate: { addressKey, neighborhood, text, location } }) =>
        copyLine({ table, columns: COLUMNS }, [line, addressKey, neighborhood, text, location]),
      )
      .join('')
  }
}

async function reportLines(session: Connection, reportFile: string): Promise<void> {
  const report = await openDiffReport(reportFile)
  try {
    for await (const rows of session.run(LINES).cursor(ROWS_A_READ)) {
      await report.write(rows as unknown as readonly DiffLine[])
    }
  } finally {
    await report.close()
  }
}

const firstOf = (table: string): string =>
  `(select distinct on (address_key, coalesce(neighborhood, 0)) * from ${table}
    order by address_key, coalesce(neighborhood, 0), line)`

const COMPARE = `
  create temp table difference as
  select o.text as old_text, n.text as new_text, n.location <-> o.location as distance,
    coalesce(n.location, o.location) as location, coalesce(n.address_key, o.address_key) as key,
    case when o.text is null then 'NEW' when n.text is null then 'GONE'
      when (n.location <-> o.location) > ${MOVED_BY_M} then 'MOVED' else 'SAME' end as change
  from ${firstOf('old_plate')} o
  full join ${firstOf('new_plate')} n on o.address_key = n.address_key
    and coalesce(o.neighborhood, 0) = coalesce(n.neighborhood, 0)`

// Several plates of one building share a point: which of them became which cannot be told.
const PAIR = `
  create temp table renaming as
  with place as (
    select round(location[0]::numeric, 1) as x, round(location[1]::numeric, 1) as y, change,
      min(old_text) as old_text, min(new_text) as new_text, min(key) as key
    from difference where change in ('NEW', 'GONE') group by 1, 2, 3 having count(*) = 1
  )
  select gone.old_text, fresh.new_text, fresh.key
  from place gone join place fresh using (x, y)
  where gone.change = 'GONE' and fresh.change = 'NEW'`

const LINES = `
  select change, old_text as "oldText", new_text as "newText", round(distance::numeric, 1) as distance
  from (
    select change, old_text, new_text, case change when 'MOVED' then distance end as distance, key
    from difference where change <> 'SAME'
    union all
    select 'RENAMED', old_text, new_text, null, key from renaming
  ) line
  order by key, change`

const COUNT = `
  select count(*) filter (where change = 'NEW')::int as new,
    count(*) filter (where change = 'GONE')::int as gone,
    count(*) filter (where change = 'MOVED')::int as moved,
    (select count(*)::int from renaming) as renamed,
    count(*) filter (where change = 'SAME')::int as same
  from difference`
