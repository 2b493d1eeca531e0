import { copyRows } from '../../_kit/database/copy-rows.ts'
import { copyLine } from '../../_kit/database/copy-text.ts'
import type { Connection } from '../../_kit/database/connection.ts'
import { PLATE_COLUMNS, plateValues } from './plate-columns.ts'
import type { PlateRow } from './read-row.ts'

/** A plate of the file with the line it stands on. */
export interface StagedPlate {
  readonly line: number
  readonly plate: PlateRow
}

const TARGET = { table: 'staged_plate', columns: ['line', 'has_street', ...PLATE_COLUMNS] }

/** Makes the session's own table for the rows of one file; it is gone with the session. */
export async function createStaging(session: Connection): Promise<void> {
  // the register grows a hundredfold meanwhile: a plan made for its first part is wrong for the last
  await session.run(`set plan_cache_mode = force_custom_plan`)
  await session.run(`set work_mem = '64MB'`)
  await session.run(
    `create temp table staged_plate as
     select 0 as line, false as has_street, ${PLATE_COLUMNS.join(', ')} from door_plate limit 0`,
  )
}

/** Adds plates of the file; nothing of the register is touched. */
export async function stagePlates(
  session: Connection,
  plates: readonly StagedPlate[],
): Promise<void> {
  await copyRows(session, TARGET, copyChunks(plates))
}

const ROWS_A_CHUNK = 500

function* copyChunks(plates: readonly StagedPlate[]): Iterable<string> {
  for (let start = 0; start < plates.length; start += ROWS_A_CHUNK) {
    let chunk = ''
    for (const { line, plate } of plates.slice(start, start + ROWS_A_CHUNK)) {
      chunk += copyLine(TARGET, [line, plate.hasStreet, ...plateValues(plate)])
    }
    yield chunk
  }
}
