import { constants } from 'node:fs'
import { mkdir, open, readdir, readFile, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder, writeWhole, WRITES_THROUGH } from './durable-files.ts'

const FOLDER = 'journal'
const SEGMENT = /^(\d{16})\.journal$/
const NEW_SEGMENT_BYTES = 8 * 1024 * 1024
const { O_CREAT, O_DSYNC, O_TRUNC, O_WRONLY } = constants

/** A file of batches, named after the index of its first record. */
export interface SegmentFile {
  readonly path: string
  readonly start: number
}

/** Segments of a log's journal, oldest first. */
export async function listSegments(folder: string): Promise<readonly SegmentFile[]> {
  const names = await readdir(join(folder, FOLDER)).catch(() => [])
  return names
    .flatMap((name) => {
      const start = SEGMENT.exec(name)?.[1]
      return start === undefined ? [] : [{ path: join(folder, FOLDER, name), start: Number(start) }]
    })
    .toSorted((a, b) => a.start - b.start)
}

/** A segment's bytes; nothing when it was removed in the meantime. */
export function readSegment({ path }: SegmentFile): Promise<Buffer | undefined> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}

/**
 * What makes records durable with one write: batches are appended here, and a segment goes
 * once the tiles have its records.
 */
export class Journal {
  readonly #folder: string
  readonly #closed: { readonly path: string; readonly end: number }[] = []
  #path = ''
  #file: FileHandle | undefined
  #bytes = 0
  #size = 0

  readonly #segmentBytes: number

  private constructor(folder: string, size: number, segmentBytes: number) {
    this.#folder = join(folder, FOLDER)
    this.#size = size
    this.#segmentBytes = segmentBytes
  }

  /** Begins a new segment for the records from index `size` on, and another after so many bytes. */
  static async begin(
    folder: string,
    size: number,
    segmentBytes = NEW_SEGMENT_BYTES,
  ): Promise<Journal> {
    const journal = new Journal(folder, size, segmentBytes)
    await mkdir(journal.#folder, { recursive: true, mode: 0o700 })
    await syncFolder(folder)
    await journal.#open()
    return journal
  }

  /** Returns when the batch is on the disk. After a failure the journal is as it was before. */
  async append(frame: Buffer, size: number): Promise<void> {
    if (!this.#file || this.#bytes > this.#segmentBytes) await this.#rotate()
    const file = this.#file!
    try {
      await writeWhole(file, frame, this.#bytes)
      if (!WRITES_THROUGH) await file.datasync()
    } catch (error) {
      await this.#abandon(file)
      throw error
    }
    this.#bytes += frame.length
    this.#size = size
  }

  /** Whether the disk takes a block more. */
  async probe(): Promise<void> {
    const path = join(this.#folder, 'probe')
    const file = await open(path, 'w', 0o600)
    try {
      await writeWhole(file, Buffer.alloc(64 * 1024), 0)
      await file.datasync()
    } finally {
      await file.close()
      await rm(path, { force: true })
    }
  }

  /** Removes segments whose records are all below `size`. */
  async forgetBefore(size: number): Promise<void> {
    while (this.#closed[0] && this.#closed[0].end <= size) {
      await rm(this.#closed[0].path, { force: true })
      this.#closed.shift()
    }
  }

  /** Closes the journal; its own segment goes when the tiles have all records. */
  async close(publishedSize: number): Promise<void> {
    await this.#file?.close()
    this.#file = undefined
    if (this.#path) this.#closed.push({ path: this.#path, end: this.#size })
    await this.forgetBefore(publishedSize)
  }

  /** A failed write may have left a part, and a failed sync says nothing: cut it off. */
  async #abandon(file: FileHandle): Promise<void> {
    try {
      await file.truncate(this.#bytes)
      await file.datasync()
    } catch {
      // A segment that cannot be cut is left behind; its torn end is found at the next start.
      await this.#rotate().catch(() => undefined)
    }
  }

  async #rotate(): Promise<void> {
    const path = this.#path
    const file = this.#file
    this.#file = undefined
    await file?.close()
    // One that has no record has the new one's name, which begins it anew.
    if (file && path !== this.#pathOf(this.#size)) this.#closed.push({ path, end: this.#size })
    await this.#open()
  }

  async #open(): Promise<void> {
    this.#path = this.#pathOf(this.#size)
    const flags = O_CREAT | O_TRUNC | O_WRONLY | (WRITES_THROUGH ? O_DSYNC : 0)
    this.#file = await open(this.#path, flags, 0o600)
    this.#bytes = 0
    await syncFolder(this.#folder)
  }

  #pathOf(start: number): string {
    return join(this.#folder, `${String(start).padStart(16, '0')}.journal`)
  }
}
