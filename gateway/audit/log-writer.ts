import { mkdir } from 'node:fs/promises'
import { hubError } from '../../schemas/errors.ts'
import { mendHistory } from './checkpoint-history.ts'
import { joinEntries } from './entry-bundle.ts'
import type { FullTile, GrowingTree } from './growing-tree.ts'
import { BatchSheet } from './journal-batch.ts'
import { Journal } from './journal.ts'
import { addKeyTurn } from './key-history.ts'
import { hashLeaf } from './merkle.ts'
import { findSigner, recoverLog, removeSegments } from './recover-log.ts'
import { signCheckpoint, type NoteSigner } from './signed-note.ts'
import { TilePublisher } from './tile-publisher.ts'

/** How a log is written. */
export interface LogWriterOptions {
  readonly folder: string
  /** Who signs it from now on. */
  readonly signer: NoteSigner
  /** Who may have signed it until now. */
  readonly formerSigners?: readonly NoteSigner[]
  /** Milliseconds between a commit and the tiles that have it. */
  readonly publishAfterMs?: number
  /** Bytes of a journal file, after which another begins. */
  readonly segmentBytes?: number
  /** What else must be durable before a commit may be. */
  readonly beforeCommit?: () => Promise<void>
  /** Told what went wrong beside a request: tiles that wait, a torn commit found at the start. */
  readonly onFault: (fault: unknown) => void
}

/** A record, made into bytes when its place is known; they need not last until another is made. */
export type EntryMaker = (index: number) => Buffer

interface Pending {
  readonly makers: readonly EntryMaker[]
  readonly done: (index: number) => void
  readonly failed: (cause: unknown) => void
}

const MOST_BATCH_RECORDS = 4_096
const PUBLISH_AFTER_MS = 1_000
const HURRY_EVERY_MS = 250

/**
 * An append-only log of records in a Merkle tree. Records that wait share one commit: one write and
 * one `fdatasync` of the journal, then all are acknowledged; tiles and checkpoint follow.
 */
export class LogWriter {
  readonly #options: LogWriterOptions
  readonly #journal: Journal
  readonly #publisher: TilePublisher
  readonly #sheet = new BatchSheet()
  #tree: GrowingTree
  #signer: NoteSigner
  /** Who is to sign after the next turn. */
  #nextSigner: NoteSigner | undefined
  #waiting: Pending[] = []
  #writing: Promise<void> | undefined
  /** Whether something that waits is waited for. */
  #isPressed = false
  #patience: NodeJS.Timeout | undefined
  #timer: NodeJS.Timeout | undefined
  /** Whether tiles may be written before their time: not soon after they were, nor after they could not be. */
  #mayHurry = true
  #resting: NodeJS.Timeout | undefined
  #isFailing = false

  private constructor(
    options: LogWriterOptions,
    journal: Journal,
    publisher: TilePublisher,
    tree: GrowingTree,
    signer: NoteSigner,
  ) {
    this.#options = options
    this.#journal = journal
    this.#publisher = publisher
    this.#tree = tree
    this.#signer = signer
  }

  /**
   * Opens the log, after whatever end of its last run; `last` is its last record.
   *
   * @throws HubError DISCLOSURE_LOG_DAMAGED
   */
  static async open(
    options: LogWriterOptions,
  ): Promise<{ readonly writer: LogWriter; readonly last: Buffer | undefined }> {
    const { folder, formerSigners = [] } = options
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await mendHistory(folder)
    const signer = await findSigner(folder, [options.signer, ...formerSigners])
    const { tree, bundle, batches, last, segments, tornFile } = await recoverLog(folder, signer)
    if (tornFile) options.onFault(new Error(`a commit was cut short; its bytes are in ${tornFile}`))
    const publisher = new TilePublisher(folder, signer, tree, bundle)
    for (const { entries } of batches) {
      const full = entries.flatMap((entry) => tree.append(hashLeaf(entry)))
      publisher.add(tree.copy(), full, joinEntries(entries))
    }
    await publisher.publish()
    await removeSegments(segments)
    const journal = await Journal.begin(folder, tree.size, options.segmentBytes)
    const writer = new LogWriter(options, journal, publisher, tree, signer)
    await writer.turnTo(options.signer)
    return { writer, last }
  }

  /** Records that are durable. */
  get size(): number {
    return this.#tree.size
  }

  /**
   * Appends records that must stand side by side; answers the index of the first when all are on disk.
   * Those that can wait so many milliseconds are written with what comes before.
   *
   * @throws HubError DISCLOSURE_LOG_UNAVAILABLE; then none of them is in the log
   */
  append(makers: readonly EntryMaker[], patienceMs = 0): Promise<number> {
    return new Promise((done, reject) => {
      const failed = (cause: unknown): void =>
        reject(hubError('DISCLOSURE_LOG_UNAVAILABLE', {}, cause))
      this.#waiting.push({ makers, done, failed })
      if (patienceMs === 0) this.#press()
      else this.#patience ??= setTimeout(() => this.#press(), patienceMs)
    })
  }

  /**
   * Lets another key sign from the next commit on. Where that cannot be written down, nothing is
   * committed until it can: which key signs must never be in doubt.
   */
  async turnTo(signer: NoteSigner): Promise<void> {
    if (signer.keyId.equals(this.#signer.keyId)) return
    this.#nextSigner = signer
    this.#press()
    await this.#writing
  }

  /** Whether the next record can be expected to find room. */
  async isWritable(): Promise<boolean> {
    try {
      if (this.#isFailing) await this.#journal.probe()
      return true
    } catch {
      return false
    }
  }

  async close(): Promise<void> {
    if (this.#waiting.length > 0) this.#press()
    await this.#writing
    clearTimeout(this.#timer)
    await this.#publish()
    clearTimeout(this.#timer)
    clearTimeout(this.#resting)
    await this.#journal.close(this.#publisher.publishedSize)
  }

  #press(): void {
    this.#isPressed = true
    this.#writing ??= this.#drain()
  }

  async #drain(): Promise<void> {
    // One turn of the loop lets concurrent requests share the commit.
    await new Promise(setImmediate)
    while (this.#isPressed) {
      const batch = this.#takeBatch()
      try {
        await this.#turn()
        if (batch.length > 0) await this.#commit(batch)
        this.#isFailing = false
      } catch (error) {
        this.#isFailing = true
        for (const { failed } of batch) failed(error)
        if (batch.length === 0) this.#options.onFault(error)
      }
      if (this.#publisher.isFarBehind) await this.#publish()
    }
    this.#writing = undefined
  }

  #takeBatch(): readonly Pending[] {
    let records = 0
    const end = this.#waiting.findIndex(
      ({ makers }, i) => (records += makers.length) > MOST_BATCH_RECORDS && i > 0,
    )
    const batch = this.#waiting.splice(0, end < 0 ? this.#waiting.length : end)
    this.#isPressed = this.#waiting.length > 0
    clearTimeout(this.#patience)
    this.#patience = undefined
    return batch
  }

  async #turn(): Promise<void> {
    const next = this.#nextSigner
    if (!next) return
    const edge = { size: this.#tree.size, root: this.#tree.root() }
    await addKeyTurn(this.#options.folder, this.#signer, next, edge)
    this.#signer = next
    this.#publisher.signAs(next)
    this.#nextSigner = undefined
  }

  async #commit(batch: readonly Pending[]): Promise<void> {
    const { beforeCommit } = this.#options
    const start = this.#tree.size
    const sheet = this.#sheet
    const tree = this.#tree.copy()
    const full: FullTile[] = []
    sheet.begin(start)
    for (const { makers } of batch) {
      for (const make of makers) {
        const entry = make(tree.size)
        sheet.add(entry)
        full.push(...tree.append(hashLeaf(entry)))
      }
    }
    const note = signCheckpoint(this.#signer, tree.size, tree.root())
    await beforeCommit?.()
    await this.#journal.append(sheet.close(note), tree.size)
    this.#tree = tree
    this.#publisher.add(tree, full, sheet.records)
    this.#publishSoon()
    let index = start
    for (const { makers, done } of batch) {
      done(index)
      index += makers.length
    }
  }

  #publishSoon(): void {
    if (this.#publisher.hasMany && this.#mayHurry) return void this.#publish()
    const delay = this.#options.publishAfterMs ?? PUBLISH_AFTER_MS
    this.#timer ??= setTimeout(() => void this.#publish(), delay).unref()
  }

  #hurry(): void {
    this.#mayHurry = true
    if (this.#publisher.hasMany) void this.#publish()
  }

  /** Tiles that cannot be written wait in memory and in the journal; nothing is lost by it. */
  async #publish(): Promise<void> {
    clearTimeout(this.#timer)
    clearTimeout(this.#resting)
    this.#timer = undefined
    this.#mayHurry = false
    try {
      await this.#publisher.publish()
      await this.#journal.forgetBefore(this.#publisher.publishedSize)
      if (this.#publisher.publishedSize < this.size) this.#publishSoon()
      this.#resting = setTimeout(() => this.#hurry(), HURRY_EVERY_MS).unref()
    } catch (error) {
      this.#options.onFault(error)
      this.#publishSoon()
    }
  }
}
