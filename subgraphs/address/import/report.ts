import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { once } from 'node:events'
import { dirname } from 'node:path'
import { finished } from 'node:stream/promises'
import { hubError } from '../../../schemas/errors.ts'

/** One row of the file that did not become a plate of its own, or one that someone should look at. */
export interface ReportLine {
  /** Line of the file, the header is 1. */ readonly line: number
  readonly outcome: 'REJECTED' | 'DUPLICATE' | 'FLAGGED'
  /** A stable word for rejected rows; for duplicates the line it repeats. */
  readonly reason: string
  readonly row: string
}

/** The report of an import, a CSV in UTF-8. */
export interface ImportReport {
  write(lines: readonly ReportLine[]): Promise<void>
  close(): Promise<void>
}

/** Starts a report. Throws IMPORT_REPORT_UNWRITABLE. */
export async function openReport(file: string): Promise<ImportReport> {
  try {
    await mkdir(dirname(file), { recursive: true })
    const stream = createWriteStream(file)
    await once(stream, 'open')
    stream.write('line,outcome,reason,row\n')
    return {
      async write(lines) {
        if (lines.length === 0) return
        if (!stream.write(lines.map(csvLine).join(''))) await once(stream, 'drain')
      },
      async close() {
        stream.end()
        await finished(stream)
      },
    }
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown'
    throw hubError('IMPORT_REPORT_UNWRITABLE', { reason }, error)
  }
}

function csvLine({ line, outcome, reason, row }: ReportLine): string {
  // an apostrophe keeps a spreadsheet from running a cell as a formula
  const text = /^[=+\-@\t\r]/.test(row) ? `'${row}` : row
  return `${line},${outcome},${reason},"${text.replaceAll('"', '""')}"\n`
}
