import { hubError } from '../../../schemas/errors.ts'
import { isNormal, normaliseText } from '../parse/normal-form.ts'
import { readHeader, type ColumnLayout } from './columns.ts'
import { splitRecord } from './read-records.ts'
import { readRow, type PlateRow, type RowFault } from './read-row.ts'
import type { ReportLine } from './report.ts'
import type { StagedPlate } from './staging.ts'

/** Reads the lines of one file in order. */
export interface RowReader {
  /** @throws HubError IMPORT_COLUMNS_UNKNOWN, IMPORT_COORDINATES_SWAPPED */
  read(lines: readonly string[]): {
    readonly plates: readonly StagedPlate[]
    readonly rejections: readonly ReportLine[]
  }
  /** Rows so far: lines that are neither the header nor empty. */ rows(): number
  /** @throws HubError IMPORT_COLUMNS_UNKNOWN, IMPORT_COORDINATES_SWAPPED */
  finish(): { readonly rows: number; readonly rejected: number }
}

// enough to tell a file with exchanged columns from one with a few exchanged rows
const ROWS_TO_JUDGE = 1_000

function readNormal(
  text: string,
  fields: readonly string[] | null,
  layout: ColumnLayout,
): PlateRow | RowFault | 'QUOTE_OPEN' {
  if (fields === null) return 'QUOTE_OPEN'
  return readRow(isNormal(text) ? fields : fields.map(normaliseText), layout)
}

/** A reader at the header of a file. */
export function createRowReader(): RowReader {
  let layout: ColumnLayout | undefined
  let [line, rows, rejected, swapped] = [0, 0, 0, 0]

  const judge = (): void => {
    if (swapped * 2 > rows) throw hubError('IMPORT_COORDINATES_SWAPPED', { swapped, rows })
  }
  const readLine = (text: string): StagedPlate | ReportLine | null => {
    line += 1
    if (text.trim() === '') return null
    const fields = splitRecord(text)
    if (layout === undefined) {
      layout = readHeader(fields ?? [])
      return null
    }
    rows += 1
    const plate = readNormal(text, fields, layout)
    if (typeof plate !== 'string') return { line, plate }
    rejected += 1
    if (plate === 'COORDINATES_SWAPPED') swapped += 1
    return { line, outcome: 'REJECTED', reason: plate, row: text.slice(0, 1_000) }
  }
  return {
    read(lines) {
      const plates: StagedPlate[] = []
      const rejections: ReportLine[] = []
      for (const text of lines) {
        const outcome = readLine(text)
        if (outcome === null) continue
        if ('plate' in outcome) plates.push(outcome)
        else rejections.push(outcome)
      }
      if (rows >= ROWS_TO_JUDGE) judge()
      return { plates, rejections }
    },
    rows: () => rows,
    finish() {
      if (layout === undefined) readHeader([])
      judge()
      return { rows, rejected }
    },
  }
}
