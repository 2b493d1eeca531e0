import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto'
import { closeSync, constants, fdatasync, fstatSync, mkdirSync, openSync, readSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { hubError } from '../../schemas/errors.ts'
import { syncFolder, writeWhole, WRITES_THROUGH } from './durable-files.ts'
import { hmacSha256 } from '../../auth/hmac.ts'
import { findSubjectRows } from './find-subject-rows.ts'
import { HANDLE_BYTES, SubjectIndex } from './subject-index.ts'
import {
  PSEUDONYM_BYTES,
  pseudonymIn,
  ROW_BYTES,
  ROWS_PER_READ,
  SECRET_BYTES,
  wrappedSecretIn,
} from './subject-row.ts'

/** What the log needs of one person: nothing of it tells who it is. */
export interface SubjectKey {
  /** How the person stands in this log: 16 bytes, base64url. */
  readonly pseudonym: string
  /** The salt of the person's hash in one request: 32 bytes. */
  saltFor(requestId: string): Buffer
}

/** A person's row, without its secret. */
export interface PersonRow {
  readonly row: number
  readonly handle: string
  readonly pseudonym: string
}

/** A key that was opened, with the row it came from: it holds while the row says the same. */
interface OpenedKey {
  /** Which row it is; nothing while that is not on the disk. */
  row: number | undefined
  readonly handle: Buffer
  readonly bytes: Buffer
  readonly key: SubjectKey
}

/** Rows that are read together though not all of them are asked for. */
const MOST_SPAN = 64
const MOST_OPENED = 4_096
const ROWS_FLAGS = constants.O_RDWR | (WRITES_THROUGH ? constants.O_DSYNC : 0)
const FORGET_AFTER_MS = 30_000
// RFC 3394 §2.2.3.1
const WRAP_IV = Buffer.from('a6a6a6a6a6a6a6a6', 'hex')

/**
 * A random secret for each person in the log, in one file of rows apart from the log: handle (keyed
 * hash of the sealed person key), pseudonym, secret under AES key wrap. Pseudonym and salts come from
 * the secret, so that overwriting one row makes a person's records nobody's: crypto-erasure. The leaves
 * stay. Another process may erase; each use reads the row. What is opened is kept for half a minute.
 */
export class SubjectKeys {
  readonly #file: string
  readonly #fd: number
  readonly #handleKey: Buffer
  readonly #wrapKey: KeyObject
  readonly #index = new SubjectIndex()
  #rowsFd: number | undefined
  #rows = 0
  /** Rows that are not on disk yet, by handle in hex. */
  readonly #waiting = new Map<string, Buffer>()
  #isNew: boolean
  /** Handles and keys of persons of late, by sealed key. */
  readonly #opened = new Map<string, OpenedKey>()
  #forgetting: NodeJS.Timeout | undefined
  readonly #row = Buffer.alloc(ROW_BYTES)
  readonly #span = Buffer.alloc(MOST_SPAN * ROW_BYTES)

  private constructor(file: string, fd: number, masterKey: Uint8Array) {
    this.#file = file
    this.#fd = fd
    this.#handleKey = deriveKey(masterKey, 'subject handle')
    // A key object: keys given as bytes cost several times the work they are used for.
    this.#wrapKey = createSecretKey(deriveKey(masterKey, 'subject secret'))
    this.#isNew = fstatSync(fd).size === 0
    this.#readRows()
  }

  /** Opens the file, or begins it. Its keys throw KEY_FILE_INVALID under another `masterKey`. */
  static open(file: string, masterKey: Uint8Array): SubjectKeys {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    return new SubjectKeys(file, openSync(file, 'a+', 0o600), masterKey)
  }

  /** The keys of persons, in their order: those who came together once stand together, and are looked at so. */
  ofEach(subjects: readonly string[]): readonly SubjectKey[] {
    const known = subjects.map((subject) => this.#opened.get(subject))
    return this.#areUnchanged(known)
      ? known.map((opened) => opened!.key)
      : subjects.map((subject) => this.of(subject))
  }

  /** The key of a person, by sealed person key; a new one must be flushed before it is relied on. */
  of(subject: string): SubjectKey {
    const known = this.#opened.get(subject)
    const handle = known?.handle ?? this.#handleOf(subject)
    const found = this.#find(handle)
    const now = found?.bytes ?? this.#begin(handle)
    if (known?.bytes.equals(now)) {
      known.row = found?.row
      return known.key
    }
    const key = this.#keyIn(now)
    // bytes of their own: a slice of the pool would keep half a minute's worth of it
    const bytes = Buffer.allocUnsafeSlow(ROW_BYTES)
    now.copy(bytes)
    this.#keep(subject, { row: found?.row, handle: bytes.subarray(0, HANDLE_BYTES), bytes, key })
    return key
  }

  /** The pseudonym of a person that the log knows already; nothing for one that it never had or lost. */
  pseudonymOf(subject: string): string | undefined {
    const found = this.#find(this.#handleOf(subject))
    return found && pseudonymIn(found.bytes)
  }

  /** What a person's row is found by, base64url; the same in every log of one master key. */
  handleOf(subject: string): string {
    return this.#handleOf(subject).toString('base64url')
  }

  /** Rows on disk from row `first` on: whose pseudonym is whose, without those that were erased. */
  *handlesFrom(first: number): Generator<PersonRow> {
    for (const { bytes, row } of this.#eachRow(first)) {
      if (bytes.every((byte) => byte === 0)) continue
      const handle = bytes.subarray(0, HANDLE_BYTES).toString('base64url')
      yield { row, handle, pseudonym: pseudonymIn(bytes) }
    }
  }

  /** The keys behind pseudonyms of this log; none for those that were erased or never were. */
  async ofPseudonyms(pseudonyms: readonly string[]): Promise<ReadonlyMap<string, SubjectKey>> {
    const rows = await findSubjectRows(this.#file, this.#rows, pseudonyms)
    return new Map([...rows].map(([pseudonym, row]) => [pseudonym, this.#keyIn(row)]))
  }

  /** Returns when all new keys are on disk. */
  async flush(): Promise<void> {
    if (this.#waiting.size === 0) return
    const taken = [...this.#waiting]
    // kept open and written through: a visit has new persons in every commit
    const fd = (this.#rowsFd ??= openSync(this.#file, ROWS_FLAGS))
    const rows = Buffer.concat(taken.map(([, row]) => row))
    await writeWhole({ fd }, rows, this.#rows * ROW_BYTES)
    if (!WRITES_THROUGH) await promisify(fdatasync)(fd)
    if (this.#isNew) await syncFolder(dirname(this.#file))
    this.#isNew = false
    for (const [handle, row] of taken) {
      this.#index.add(row, this.#rows++)
      this.#waiting.delete(handle)
    }
  }

  /** Destroys a person's secret; answers whether there was one. The person's next record has a new one. */
  async erase(subject: string): Promise<boolean> {
    const found = this.#find(this.#handleOf(subject))
    this.#opened.delete(subject)
    if (found?.row === undefined) return false
    const file = await open(this.#file, 'r+')
    try {
      await file.write(Buffer.alloc(ROW_BYTES), 0, ROW_BYTES, found.row * ROW_BYTES)
      await file.datasync()
    } finally {
      await file.close()
    }
    return true
  }

  close(): void {
    clearTimeout(this.#forgetting)
    this.#opened.clear()
    if (this.#rowsFd !== undefined) closeSync(this.#rowsFd)
    closeSync(this.#fd)
  }

  /** A person's row; its bytes hold until the next look. */
  #find(handle: Buffer): { readonly bytes: Buffer; readonly row?: number } | undefined {
    const waiting = this.#waiting.size > 0 && this.#waiting.get(handle.toString('hex'))
    if (waiting) return { bytes: waiting }
    const bytes = this.#row
    for (const row of this.#index.rowsOf(handle)) {
      readSync(this.#fd, bytes, 0, ROW_BYTES, row * ROW_BYTES)
      if (handle.compare(bytes, 0, HANDLE_BYTES) === 0) return { bytes, row }
    }
    return undefined
  }

  /** Whether the rows that keys came from are near each other and say what they said, by one look at all. */
  #areUnchanged(known: readonly (OpenedKey | undefined)[]): boolean {
    let [first, last] = [Number.POSITIVE_INFINITY, -1]
    for (const opened of known) {
      if (opened?.row === undefined) return false
      if (opened.row < first) first = opened.row
      if (opened.row > last) last = opened.row
    }
    const rows = last - first + 1
    if (!(rows > 0 && rows <= MOST_SPAN)) return false
    const length = rows * ROW_BYTES
    if (readSync(this.#fd, this.#span, 0, length, first * ROW_BYTES) < length) return false
    return known.every((opened) => {
      const start = (opened!.row! - first) * ROW_BYTES
      return opened!.bytes.compare(this.#span, start, start + ROW_BYTES) === 0
    })
  }

  #keep(subject: string, opened: OpenedKey): void {
    if (this.#opened.size >= MOST_OPENED) this.#opened.clear()
    this.#opened.set(subject, opened)
    this.#forgetting ??= setTimeout(() => {
      this.#opened.clear()
      this.#forgetting = undefined
    }, FORGET_AFTER_MS).unref()
  }

  #begin(handle: Buffer): Buffer {
    const secret = randomBytes(SECRET_BYTES)
    const pseudonym = hmacSha256(secret, 'pseudonym')
    const cipher = createCipheriv('id-aes256-wrap', this.#wrapKey, WRAP_IV)
    const row = Buffer.concat([
      handle,
      pseudonym.subarray(0, PSEUDONYM_BYTES),
      cipher.update(secret),
    ])
    this.#waiting.set(handle.toString('hex'), row)
    return row
  }

  #keyIn(row: Buffer): SubjectKey {
    const secret = this.#unwrap(wrappedSecretIn(row))
    return {
      pseudonym: pseudonymIn(row),
      saltFor: (requestId) => hmacSha256(secret, `salt ${requestId}`),
    }
  }

  #unwrap(wrapped: Buffer): Buffer {
    try {
      return createDecipheriv('id-aes256-wrap', this.#wrapKey, WRAP_IV).update(wrapped)
    } catch (error) {
      const reason = 'has a row that was changed or is kept under another key'
      throw hubError('KEY_FILE_INVALID', { file: this.#file, reason }, error)
    }
  }

  #handleOf(subject: string): Buffer {
    return hmacSha256(this.#handleKey, subject).subarray(0, HANDLE_BYTES)
  }

  #readRows(): void {
    for (const { bytes, row } of this.#eachRow()) {
      if (bytes.some((byte) => byte !== 0)) this.#index.add(bytes, row)
      this.#rows = row + 1
    }
  }

  *#eachRow(first = 0): Generator<{ readonly bytes: Buffer; readonly row: number }> {
    const chunk = Buffer.alloc(ROWS_PER_READ * ROW_BYTES)
    for (let start = first; ; start += ROWS_PER_READ) {
      const read = readSync(this.#fd, chunk, 0, chunk.length, start * ROW_BYTES)
      // A row that a crash cut short is written over by the next one.
      const rows = Math.floor(read / ROW_BYTES)
      for (let i = 0; i < rows; i++) {
        yield { bytes: chunk.subarray(i * ROW_BYTES, (i + 1) * ROW_BYTES), row: start + i }
      }
      if (rows < ROWS_PER_READ) return
    }
  }
}

function deriveKey(masterKey: Uint8Array, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, '', `disclosure log: ${use}`, 32))
}
