import { hubError } from '../schemas/errors.ts'

interface Entry {
  readonly value: string
  /** ms since 1970 */
  readonly expiresAt: number
}

const SWEEP_EVERY_MS = 1_000

/** Texts by key in this process's memory, each until its own instant; a full one refuses. */
export class ExpiringValues {
  readonly #entries = new Map<string, Entry>()
  readonly #maxKeys: number
  #sweptAt = 0

  constructor(maxKeys: number) {
    this.#maxKeys = maxKeys
  }

  /** How many texts are kept, the just expired among them. */
  get size(): number {
    return this.#entries.size
  }

  /** The text of a key, where it is there and has not expired. */
  get(key: string): string | undefined {
    const entry = this.#entries.get(key)
    return entry && entry.expiresAt > Date.now() ? entry.value : undefined
  }

  /** Keeps a text for `ttlMs`, in place of what the key had. Throws `SHARED_STORE_FULL`. */
  set(key: string, value: string, ttlMs: number): void {
    this.#forgetExpired()
    if (this.#entries.size >= this.#maxKeys && !this.#entries.has(key)) {
      throw hubError('SHARED_STORE_FULL')
    }
    this.#entries.set(key, { value, expiresAt: Date.now() + ttlMs })
  }

  /** Forgets a key; whether it was there until now. */
  delete(key: string): boolean {
    const wasThere = this.get(key) !== undefined
    this.#entries.delete(key)
    return wasThere
  }

  #forgetExpired(): void {
    const now = Date.now()
    if (now - this.#sweptAt < SWEEP_EVERY_MS) return
    for (const [key, { expiresAt }] of this.#entries) {
      if (expiresAt <= now) this.#entries.delete(key)
    }
    this.#sweptAt = now
  }
}
