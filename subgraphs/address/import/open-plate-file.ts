import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { pipeline, type Readable, type Transform } from 'node:stream'
import { TextDecoder } from 'node:util'
import { createGunzip, createZstdDecompress } from 'node:zlib'
import { hubError } from '../../../schemas/errors.ts'
import { detectEncoding } from './detect-encoding.ts'

/** A door-plate file being read. */
export interface PlateFile {
  /** Bytes on disk. */ readonly size: number
  /** Bytes read from disk so far. */ bytesRead(): number
  /** Its lines without their ends, in groups as they arrive; empty lines kept, so that they count. */
  readonly lines: AsyncIterable<readonly string[]>
  /** All of it, in pieces as they arrive; instead of `lines`. */
  readonly text: AsyncIterable<string>
}

const MAGIC_BYTES = 4
const CHUNK_BYTES = 64 * 1024
/** A line longer than this is no door plate; the reader must not gather a whole file as one. */
const LONGEST_LINE = 64 * 1024

/**
 * Opens a CSV, plain, gzip or zstd, in UTF-8, UTF-16 or Big5/CP950, each known by its bytes.
 * `lines` throws IMPORT_FILE_DAMAGED where the content cannot be unpacked or is no text.
 *
 * @throws HubError IMPORT_FILE_UNREADABLE
 */
export async function openPlateFile(file: string): Promise<PlateFile> {
  try {
    const { size } = await stat(file)
    const unpack = unpackerOf(await readStart(file))
    const source = createReadStream(file, { highWaterMark: CHUNK_BYTES })
    return {
      size,
      bytesRead: () => source.bytesRead,
      lines: readLines(source, unpack),
      text: readText(source, unpack),
    }
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown'
    throw hubError('IMPORT_FILE_UNREADABLE', { reason }, error)
  }
}

type Unpacker = (() => Transform) | undefined

async function readStart(file: string): Promise<Buffer> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(MAGIC_BYTES), 0, MAGIC_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

function unpackerOf(start: Buffer): Unpacker {
  const magic = start.toString('hex')
  if (magic.startsWith('1f8b')) return () => createGunzip({ chunkSize: CHUNK_BYTES })
  if (magic === '28b52ffd') return () => createZstdDecompress({ chunkSize: CHUNK_BYTES })
  return undefined
}

async function* readLines(source: Readable, unpack: Unpacker): AsyncIterable<readonly string[]> {
  let rest = ''
  for await (const text of readText(source, unpack)) {
    const lines = `${rest}${text}`.split(/\r?\n/)
    rest = lines.pop() ?? ''
    if (rest.length > LONGEST_LINE) throw hubError('IMPORT_FILE_DAMAGED')
    yield lines
  }
  if (rest !== '') yield [rest]
}

async function* readText(source: Readable, unpack: Unpacker): AsyncIterable<string> {
  // an error of either stream ends the last one, and so the loop below
  const bytes: Readable = unpack ? pipeline(source, unpack(), () => undefined) : source
  let decoder: TextDecoder | undefined
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      decoder ??= new TextDecoder(detectEncoding(chunk))
      yield decoder.decode(chunk, { stream: true })
    }
  } catch (error) {
    throw hubError('IMPORT_FILE_DAMAGED', {}, error)
  } finally {
    source.destroy()
  }
  const last = decoder?.decode() ?? ''
  if (last !== '') yield last
}
