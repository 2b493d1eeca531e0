import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Writable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { hubError } from '../../../schemas/errors.ts'

/** What a file turned out to be, as it lies on disk. */
export interface FileFacts {
  readonly bytes: number
  /** SHA-256 in hexadecimal. */ readonly sha256: string
}

/** A file being written; nobody sees it under its name before it is whole. */
export interface WholeFile {
  /** Adds text, no faster than the disk takes it. */ write(text: string): Promise<void>
  /** Puts the file under its name, on disk to the last byte. */ finish(): Promise<FileFacts>
  /** Gives the file up; what stood under its name before stays. */ discard(): Promise<void>
}

/**
 * Starts a file, packed where its name ends in `.gz`. Killed half-way, it leaves `<name>.<pid>.part`
 * and under its name what was there before. Throws EXPORT_FILE_UNWRITABLE, as `write` and `finish` do.
 */
export async function openWholeFile(file: string): Promise<WholeFile> {
  const temporary = `${file}.${process.pid}.part`
  try {
    await mkdir(dirname(file), { recursive: true })
    const sink = createWriteStream(temporary, { flush: true })
    await once(sink, 'open')
    return wholeFile(file, temporary, sink)
  } catch (error) {
    throw unwritable(error)
  }
}

function wholeFile(file: string, temporary: string, sink: Writable): WholeFile {
  const packer = file.endsWith('.gz') ? createGzip() : undefined
  const head: Writable = packer ?? sink
  const written = packer ? pipeline(packer, measured, sink) : finished(sink)
  const hash = createHash('sha256')
  let bytes = 0
  // told to whoever writes or finishes; here only kept from being told twice
  written.catch(() => undefined)

  async function* measured(source: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
    for await (const chunk of source) {
      measure(chunk)
      yield chunk
    }
  }
  const measure = (chunk: Buffer): void => {
    bytes += chunk.length
    hash.update(chunk)
  }
  return {
    async write(text) {
      const chunk = Buffer.from(text)
      if (!packer) measure(chunk)
      try {
        if (!head.write(chunk)) await Promise.race([once(head, 'drain'), written])
      } catch (error) {
        throw unwritable(error)
      }
    },
    async finish() {
      try {
        head.end()
        await written
        await rename(temporary, file)
        return { bytes, sha256: hash.digest('hex') }
      } catch (error) {
        throw unwritable(error)
      }
    },
    async discard() {
      head.destroy()
      sink.destroy()
      await written.catch(() => undefined)
      await rm(temporary, { force: true })
    },
  }
}

/** The disk's refusal, as the hub tells it. */
export function unwritable(error: unknown): Error {
  const reason = (error as NodeJS.ErrnoException).code ?? 'unknown'
  return hubError('EXPORT_FILE_UNWRITABLE', { reason }, error)
}

/** A small file at once. Throws EXPORT_FILE_UNWRITABLE. */
export async function writeWhole(path: string, text: string): Promise<FileFacts> {
  const file = await openWholeFile(path)
  await file.write(text)
  return file.finish()
}
