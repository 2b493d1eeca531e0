import { createHmac } from 'node:crypto'
import { mkdir, open, readFile, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { hubError } from '../../schemas/errors.ts'
import type { DisclosureIntent, DisclosureLog, DisclosureOutcome } from './disclosure-log.ts'

const FILE = 'disclosures.ndjson'
const PSEUDONYM_BYTES = 16

interface Pending {
  readonly line: string
  readonly done: (leafIndex: number) => void
  readonly failed: (cause: unknown) => void
}

/**
 * A disclosure log in one append-only file of JSON lines under `<dataDir>/log`, group-committed: all
 * records waiting share one write and one `fdatasync`. Subjects stand as keyed pseudonyms.
 */
export async function openFileDisclosureLog(
  dataDir: string,
  pseudonymKey: Uint8Array,
): Promise<DisclosureLog> {
  const folder = join(dataDir, 'log')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = await open(join(folder, FILE), 'a', 0o600)
  const known = await readFile(join(folder, FILE), 'utf8')
  return new FileDisclosureLog(file, pseudonymKey, known.split('\n').length - 1)
}

class FileDisclosureLog implements DisclosureLog {
  readonly #file: FileHandle
  readonly #pseudonymKey: Uint8Array
  #size: number
  #waiting: Pending[] = []
  #writing: Promise<void> | undefined

  constructor(file: FileHandle, pseudonymKey: Uint8Array, size: number) {
    this.#file = file
    this.#pseudonymKey = pseudonymKey
    this.#size = size
  }

  async intend(intent: DisclosureIntent): Promise<void> {
    await this.#append({ leaf: 'INTENT', ...this.#stated(intent) })
  }

  async conclude(outcome: DisclosureOutcome): Promise<{ readonly leafIndex: number }> {
    const { context, sources, errorCount, compiled } = outcome
    const leafIndex = await this.#append({
      leaf: 'OUTCOME',
      ...this.#stated(outcome),
      subjects: context.ledger.subjects().map((subject) => this.#pseudonym(subject)),
      asked: context.ledger.asked(),
      sources: sources.map(({ agency, status }) => ({ agency, status })),
      refused: compiled.refusals.map(({ coordinate }) => coordinate),
      errorCount,
    })
    return { leafIndex }
  }

  async isWritable(): Promise<boolean> {
    try {
      await this.#file.datasync()
      return true
    } catch {
      return false
    }
  }

  async close(): Promise<void> {
    await this.#writing
    await this.#file.close()
  }

  #stated({ context, operationHash }: DisclosureIntent): Record<string, unknown> {
    const { caller, access, requestId } = context
    return {
      at: new Date().toISOString(),
      requestId,
      actor: caller.sub,
      client: caller.client,
      agency: caller.agency,
      role: caller.role,
      purpose: caller.purpose,
      legalBasis: caller.legalBasis,
      agreement: access?.agreement.id ?? null,
      case: caller.case,
      operationHash,
    }
  }

  #pseudonym(subject: string): string {
    const mac = createHmac('sha256', this.#pseudonymKey).update(subject).digest()
    return mac.subarray(0, PSEUDONYM_BYTES).toString('base64url')
  }

  #append(record: Record<string, unknown>): Promise<number> {
    return new Promise((done, reject) => {
      const failed = (cause: unknown): void =>
        reject(hubError('DISCLOSURE_LOG_UNAVAILABLE', {}, cause))
      this.#waiting.push({ line: `${JSON.stringify(record)}\n`, done, failed })
      this.#writing ??= this.#drain()
    })
  }

  async #drain(): Promise<void> {
    // One turn of the loop lets concurrent requests share the write.
    await Promise.resolve()
    while (this.#waiting.length > 0) {
      const batch = this.#waiting
      this.#waiting = []
      try {
        await this.#file.appendFile(batch.map(({ line }) => line).join(''))
        await this.#file.datasync()
        for (const { done } of batch) done(this.#size++)
      } catch (error) {
        for (const { failed } of batch) failed(error)
      }
    }
    this.#writing = undefined
  }
}
