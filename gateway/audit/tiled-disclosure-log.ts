import { join } from 'node:path'
import { invariant } from '../../schemas/invariant.ts'
import { AnswerHashes } from './answer-hashes.ts'
import type {
  DisclosureIntent,
  DisclosureLog,
  DisclosureOutcome,
  LogSource,
  ReceiptCaller,
  ReceiptPlace,
  WrittenDisclosure,
} from './disclosure-log.ts'
import { failureRecord, intentRecord, outcomeRecords } from './disclosure-record.ts'
import { LogWriter } from './log-writer.ts'
import { openLog } from './log-reader.ts'
import { readRecord } from './logged-record.ts'
import { stampRecord, type PreparedRecord } from './prepared-record.ts'
import { writeReceipt, type Receipt } from './receipt.ts'
import { createNoteSigner, type NoteSigner } from './signed-note.ts'
import { claimLog } from './writer-lock.ts'
import { SubjectKeys } from './subject-keys.ts'

/** Where a disclosure log is and what it is kept with. */
export interface DisclosureLogOptions {
  readonly dataDir: string
  /** The log's name in its checkpoints: one for each gateway replica. */
  readonly origin: string
  /** The origin that clients reach the hub at. */
  readonly publicUrl: string
  /** Whether other gateways, behind the same origin, can have receipts of this log: addresses name it then. */
  readonly hasPeers?: boolean
  /** Seeds of the Ed25519 keys of checkpoints as they are now: that of the one that signs first. */
  readonly signingSeeds: () => readonly Uint8Array[]
  /** Keys the file of subjects' keys. */
  readonly subjectKey: Uint8Array
  readonly onFault: (fault: unknown) => void
  /** Milliseconds since 1970; the machine's clock when absent. */
  readonly now?: () => number
  readonly publishAfterMs?: number
}

const LOOK_AT_KEY_EVERY_MS = 1_000
/** How long an intent waits for another commit while agencies work. */
const AHEAD_MS = 10

/** Folder of the log's own files below a data directory. */
export function logFolder(dataDir: string): string {
  return join(dataDir, 'log')
}

/** Path of a request's receipt at the hub; `log` where more than one gateway may be asked. */
export function receiptPath(leafIndex: number, requestId: string, log?: string): string {
  const named = log === undefined ? '' : `?log=${encodeURIComponent(log)}`
  return `/receipts/${leafIndex}/${requestId}${named}`
}

/** File of the subjects' keys: apart from the log, so that copies of the log never have it. */
export function subjectKeysFile(dataDir: string): string {
  return join(dataDir, 'subjects', 'keys.bin')
}

/**
 * Opens the disclosure log: two records for each request (or more, above 500 persons) in a Merkle tree
 * with signed checkpoints.
 *
 * @throws HubError DISCLOSURE_LOG_DAMAGED when the log must not go on
 */
export async function openDisclosureLog(options: DisclosureLogOptions): Promise<DisclosureLog> {
  const release = claimLog(logFolder(options.dataDir))
  try {
    return await openClaimed(options, release)
  } catch (error) {
    release()
    throw error
  }
}

async function openClaimed(
  options: DisclosureLogOptions,
  release: () => void,
): Promise<DisclosureLog> {
  const { dataDir, origin, signingSeeds, subjectKey, onFault } = options
  const keys = SubjectKeys.open(subjectKeysFile(dataDir), subjectKey)
  const [signer, ...formerSigners] = signingSeeds().map((seed) => createNoteSigner(origin, seed))
  invariant(signer !== undefined, 'a ring has a key')
  const { writer, last } = await LogWriter.open({
    folder: logFolder(dataDir),
    signer,
    formerSigners,
    beforeCommit: () => keys.flush(),
    onFault,
    ...(options.publishAfterMs !== undefined && { publishAfterMs: options.publishAfterMs }),
  })
  return new TiledDisclosureLog(writer, keys, signer, { ...options, release }, timeOf(last))
}

class TiledDisclosureLog implements DisclosureLog {
  readonly #writer: LogWriter
  readonly #keys: SubjectKeys
  readonly #signer: NoteSigner
  readonly #folder: string
  readonly #now: () => number
  readonly #publicUrl: string
  readonly #logInPath: string | undefined
  readonly #release: () => void
  readonly #turning: NodeJS.Timeout
  readonly source: LogSource
  #lastAt: number
  /** The same as it is written. */
  #at: string

  constructor(
    writer: LogWriter,
    keys: SubjectKeys,
    signer: NoteSigner,
    options: DisclosureLogOptions & { readonly release: () => void },
    lastAt: number,
  ) {
    const { now = Date.now, publicUrl, dataDir, release } = options
    this.#release = release
    this.#writer = writer
    this.#keys = keys
    this.#signer = signer
    this.#folder = logFolder(dataDir)
    this.#now = now
    this.#publicUrl = publicUrl
    this.#logInPath = options.hasPeers ? signer.name : undefined
    this.#lastAt = lastAt
    this.#at = new Date(lastAt).toISOString()
    this.#turning = followKey(writer, signer, options)
    this.source = describeSource(writer, keys, signer, this.#folder)
  }

  async intend(intent: DisclosureIntent, { isAhead = false } = {}): Promise<void> {
    await this.#append([intentRecord(intent)], isAhead ? AHEAD_MS : 0)
  }

  async conclude(outcome: DisclosureOutcome): Promise<WrittenDisclosure> {
    const { data, subjects, context } = outcome
    const { requestId } = context
    const hashes = new AnswerHashes(data, subjects, requestId)
    const salts: Buffer[] = []
    const entries = this.#keys.ofEach(subjects).map(({ pseudonym, saltFor }, i) => {
      const salt = saltFor(requestId)
      salts.push(salt)
      return { subject: pseudonym, hash: hashes.ofPerson(subjects[i]!, pseudonym, salt) }
    })
    const answer = hashes.ofWhole(salts)
    const leafIndex = await this.#append(outcomeRecords(outcome, entries, answer))
    const path = receiptPath(leafIndex, requestId, this.#logInPath)
    return { leafIndex, receiptUrl: `${this.#publicUrl}${path}` }
  }

  async abandon(intent: DisclosureIntent): Promise<void> {
    await this.#append([failureRecord(intent)])
  }

  async receiptFor(
    { actor, client }: ReceiptCaller,
    { leafIndex, requestId }: ReceiptPlace,
  ): Promise<Receipt | undefined> {
    const log = await openLog(this.#folder, this.#signer)
    if (!log || !(leafIndex < log.size)) return undefined
    const record = readRecord(await log.entryAt(leafIndex))
    const isOwn = record.actor === actor && record.client === client
    if (!isOwn || record.requestId !== requestId) return undefined
    return writeReceipt(log, this.#keys, requestId, leafIndex)
  }

  isWritable(): Promise<boolean> {
    return this.#writer.isWritable()
  }

  async close(): Promise<void> {
    clearInterval(this.#turning)
    await this.#writer.close()
    this.#keys.close()
    this.#release()
  }

  #append(records: readonly PreparedRecord[], patienceMs = 0): Promise<number> {
    return this.#writer.append(
      records.map((record) => (seq: number) => stampRecord(record, this.#tick(), seq)),
      patienceMs,
    )
  }

  /** Time goes on or stands, whatever the machine's clock does: records keep their order by time. */
  #tick(): string {
    const now = this.#now()
    if (now > this.#lastAt) {
      this.#lastAt = now
      this.#at = new Date(now).toISOString()
    }
    return this.#at
  }
}

/** Lets the log go over to a key soon after it is put first. */
function followKey(
  writer: LogWriter,
  first: NoteSigner,
  { origin, signingSeeds }: DisclosureLogOptions,
): NodeJS.Timeout {
  let signer = first
  let seed = signingSeeds()[0]!
  const look = (): void => {
    const now = signingSeeds()[0]!
    if (!Buffer.from(now).equals(seed)) signer = createNoteSigner(origin, (seed = now))
    void writer.turnTo(signer)
  }
  return setInterval(look, LOOK_AT_KEY_EVERY_MS).unref()
}

function describeSource(
  writer: LogWriter,
  keys: SubjectKeys,
  signer: NoteSigner,
  folder: string,
): LogSource {
  return {
    origin: signer.name,
    get size() {
      return writer.size
    },
    read: () => openLog(folder, signer),
    handleOf: (person) => keys.handleOf(person),
    pseudonymOf: (person) => keys.pseudonymOf(person),
    handlesFrom: (row) => keys.handlesFrom(row),
    async receiptAt(requestId, leafIndex) {
      const log = await openLog(folder, signer)
      return log && leafIndex < log.size ? writeReceipt(log, keys, requestId, leafIndex) : undefined
    },
  }
}

function timeOf(entry: Buffer | undefined): number {
  return entry ? Date.parse(readRecord(entry).at) || 0 : 0
}
