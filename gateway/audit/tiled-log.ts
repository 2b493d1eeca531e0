import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { splitEntries } from './entry-bundle.ts'
import { splitTile } from './growing-tree.ts'
import { HASH_BYTES, hashFullRow, type NodeAt } from './merkle.ts'
import { TILE_WIDTH, tilePath, tileWidth, type Tile } from './tile-path.ts'

/** The file that names the newest checkpoint whose tiles are all there. */
export const CHECKPOINT_FILE = 'checkpoint'

const TILE_LEVELS = 8

/** The note in the log's checkpoint file; nothing when the log is new. */
export function readCheckpointNote(folder: string): Promise<string | undefined> {
  return readFile(join(folder, CHECKPOINT_FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}

/**
 * The hashes of one tile as the tree of `size` records has it. A wider tile serves too: a log that
 * grew may have removed the narrower ones.
 *
 * @throws RangeError when the file is missing or too short
 */
export async function readTile(folder: string, tile: Tile, size: number): Promise<Buffer[]> {
  const width = tileWidth(tile, size)
  const bytes = await readWidest(folder, tile, width)
  if (bytes.length < width * HASH_BYTES)
    throw new RangeError(`${tilePath(tile, width)} is cut short`)
  return splitTile(bytes.subarray(0, width * HASH_BYTES))
}

/** The records of one bundle as the log of `size` records has it. Throws as `readTile` does. */
export async function readBundle(folder: string, index: number, size: number): Promise<Buffer[]> {
  const tile = { level: 'entries', index } as const
  const width = tileWidth(tile, size)
  const entries = splitEntries(await readWidest(folder, tile, width))
  if (!entries || entries.length < width) {
    throw new RangeError(`${tilePath(tile, width)} is cut short`)
  }
  return entries.slice(0, width)
}

/** Nodes of the tree of `size` records, read from its tiles. */
export function readNodes(folder: string, size: number): NodeAt {
  return async (level, index) => {
    const tileLevel = Math.floor(level / TILE_LEVELS)
    // A node above the tile's own row stands over 2^rise of its hashes.
    const rise = 2 ** (level % TILE_LEVELS)
    const first = index * rise
    const tile = { level: tileLevel, index: Math.floor(first / TILE_WIDTH) }
    const hashes = await readTile(folder, tile, size)
    const start = first % TILE_WIDTH
    return hashFullRow(hashes.slice(start, start + rise))
  }
}

async function readWidest(folder: string, tile: Tile, width: number): Promise<Buffer> {
  try {
    return await readFile(join(folder, tilePath(tile, width)))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || width === TILE_WIDTH) {
      throw new RangeError(`${tilePath(tile, width)} cannot be read`, { cause: error })
    }
    return readWidest(folder, tile, TILE_WIDTH)
  }
}
