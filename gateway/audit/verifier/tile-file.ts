import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Hashes or records in a full tile (C2SP tlog-tiles). */
export const WIDTH = 256
/** Bytes of a hash. */
export const HASH = 32

/** Where a tile stands in a log's folder. */
export function pathOf(level: number | 'entries', index: number, width = WIDTH): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0')
  const groups = digits.match(/\d{3}/g)!
  const last = groups.pop()!
  const path = ['tile', level, ...groups.map((group) => `x${group}`), last].join('/')
  return width === WIDTH ? path : `${path}.p/${width}`
}

/**
 * A tile of a level that has `total` hashes or records; the full one where its narrower state is gone.
 * Empty when neither is there.
 */
export function readTile(
  folder: string,
  level: number | 'entries',
  index: number,
  total: number,
): Buffer {
  const width = Math.min(WIDTH, total - index * WIDTH)
  // in this order: a log that goes on writes the full one before it removes the narrower
  return (
    readIfThere(join(folder, pathOf(level, index, width))) ??
    readIfThere(join(folder, pathOf(level, index))) ??
    Buffer.alloc(0)
  )
}

/** A file; nothing where it is not, or went while it was looked for. */
export function readIfThere(path: string): Buffer | undefined {
  return unlessGone(() => readFileSync(path))
}

/** Names in a folder; none where it is not. */
export function namesIn(path: string): readonly string[] {
  return unlessGone(() => readdirSync(path)) ?? []
}

function unlessGone<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Where the bytes of a file first differ from those that are expected to begin with them. */
export function firstDifference(bytes: Buffer, expected: Buffer): number {
  const place = bytes.findIndex((byte, i) => byte !== expected[i])
  return place < 0 ? bytes.length : place
}
