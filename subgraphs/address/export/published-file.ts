import { join } from 'node:path'
import type { MapFile } from './map-layers.ts'
import { writeWhole, type FileFacts } from './whole-file.ts'

/** A file of the data set, as its catalogue names it. */
export interface PublishedFile extends FileFacts {
  /** Below the data set; packed on disk where `packed` is true, sent either way. */
  readonly path: string
  readonly packed: boolean
  /** Plates, or points of a map. */ readonly rows: number
}

/** A file of the map, packed. */
export async function writeMap(
  release: string,
  { path, text, points }: MapFile,
): Promise<PublishedFile> {
  const facts = await writeWhole(join(release, `${path}.gz`), text)
  return { ...facts, path, packed: true, rows: points }
}

/** A small file as it is. */
export async function writePlain(
  release: string,
  path: string,
  text: string,
): Promise<PublishedFile> {
  return { ...(await writeWhole(join(release, path), text)), path, packed: false, rows: 0 }
}
