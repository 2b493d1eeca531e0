import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { once } from 'node:events'
import { dirname } from 'node:path'
import { finished } from 'node:stream/promises'
import { hubError } from '../../../schemas/errors.ts'

/** One address that is not as it was. */
export interface DiffLine {
  readonly change: 'NEW' | 'GONE' | 'MOVED' | 'RENAMED'
  readonly oldText: string | null
  readonly newText: string | null
  /** Metres, of moved ones. */ readonly distance: number | null
}

/** The differences of two files, a CSV in UTF-8. */
export interface DiffReport {
  write(lines: readonly DiffLine[]): Promise<void>
  close(): Promise<void>
}

/** Starts a report. Throws IMPORT_REPORT_UNWRITABLE. */
export async function openDiffReport(file: string): Promise<DiffReport> {
  try {
    await mkdir(dirname(file), { recursive: true })
    const stream = createWriteStream(file)
    await once(stream, 'open')
    stream.write('change,old_address,new_address,distance_m\n')
    return {
      async write(lines) {
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

/** Canonical addresses begin with their county, so no spreadsheet takes one for a formula. */
function csvLine({ change, oldText, newText, distance }: DiffLine): string {
  return `${change},${quote(oldText)},${quote(newText)},${distance ?? ''}\n`
}

function quote(text: string | null): string {
  return text === null ? '' : `"${text.replaceAll('"', '""')}"`
}
