import type { DatabaseSessions } from '../../_kit/database/open-database.ts'
import { hubError } from '../../../schemas/errors.ts'
import { countExported, readExported, type ExportArea } from './export-queries.ts'
import { formatOfName, placeOf, PLATE_FORMATS } from './plate-formats.ts'
import { openWholeFile, writeWhole, type FileFacts, type WholeFile } from './whole-file.ts'

export interface ExportOptions {
  /** Ends in .csv or .geojson, with .gz behind it where it is to be packed. */
  readonly file: string
  readonly area: ExportArea
  readonly database: DatabaseSessions
  readonly onProgress?: (done: number, total: number) => void
}

export interface ExportResult extends FileFacts {
  readonly plates: number
  readonly file: string
}

/**
 * Writes the plates in force of an area into one file, row by row as the register gives them: a whole
 * city takes no more memory than a village. The register is only read; killed, it leaves no file.
 *
 * @throws HubError EXPORT_FORMAT_UNKNOWN, EXPORT_AREA_EMPTY, EXPORT_FILE_UNWRITABLE
 */
export async function exportPlates(options: ExportOptions): Promise<ExportResult> {
  const name = formatOfName(options.file)
  if (name === null) throw hubError('EXPORT_FORMAT_UNKNOWN')
  const session = await options.database.connect()
  try {
    const total = await countExported(session, options.area)
    if (total === 0) throw hubError('EXPORT_AREA_EMPTY')
    const { sidecars } = PLATE_FORMATS[name]
    const stem = options.file.replace(/\.(?:csv|geojson)(?:\.gz)?$/, '')
    for (const [end, text] of Object.entries(sidecars)) await writeWhole(`${stem}.${end}`, text)
    const file = await openWholeFile(options.file)
    try {
      const plates = await writePlates(file, PLATE_FORMATS[name], {
        groups: readExported(session, options.area),
        onProgress: (done) => options.onProgress?.(done, total),
      })
      return { ...(await file.finish()), plates, file: options.file }
    } catch (error) {
      await file.discard()
      throw error
    }
  } finally {
    await session.close()
  }
}

async function writePlates(
  file: WholeFile,
  { head, line, foot }: (typeof PLATE_FORMATS)['csv'],
  {
    groups,
    onProgress,
  }: {
    readonly groups: ReturnType<typeof readExported>
    readonly onProgress: (done: number) => void
  },
): Promise<number> {
  let done = 0
  await file.write(head)
  for await (const plates of groups) {
    const start = done
    await file.write(
      plates.map((plate, index) => line(plate, placeOf(plate), start + index)).join(''),
    )
    done += plates.length
    onProgress(done)
  }
  await file.write(foot)
  return done
}
