import type { DatabaseSessions } from '../../_kit/database/open-database.ts'
import { openPlateFile } from '../import/open-plate-file.ts'
import { hubError } from '../../../schemas/errors.ts'
import { replaceBoundaries } from './boundary-queries.ts'
import { readTopology } from './read-topology.ts'

/** More than the villages of all Taiwan take. */
const MOST_CHARACTERS = 256 * 1024 * 1024

/**
 * Takes the outlines of villages from a TopoJSON file (plain, gzip or zstd), in the place of those before.
 * The file is read and checked as a whole first; run again, it ends the same.
 *
 * @throws HubError IMPORT_FILE_UNREADABLE, IMPORT_FILE_DAMAGED, IMPORT_BOUNDARIES_INVALID
 */
export async function importBoundaries(
  file: string,
  database: DatabaseSessions,
): Promise<{ readonly villages: number; readonly rings: number }> {
  const outlines = readTopology(await readText(file))
  const session = await database.connect()
  try {
    await replaceBoundaries(session, outlines)
  } finally {
    await session.close()
  }
  const rings = outlines.reduce((sum, outline) => sum + outline.rings.length, 0)
  return { villages: outlines.length, rings }
}

async function readText(file: string): Promise<string> {
  const { text } = await openPlateFile(file)
  const chunks: string[] = []
  let length = 0
  for await (const chunk of text) {
    length += chunk.length
    if (length > MOST_CHARACTERS) {
      throw hubError('IMPORT_BOUNDARIES_INVALID', { reason: 'it is larger than any such file' })
    }
    chunks.push(chunk)
  }
  return chunks.join('')
}
