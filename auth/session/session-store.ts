import { hash, randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { hubError } from '../../schemas/errors.ts'
import type { SharedStore } from '../shared-store.ts'
import type { VerifiedCaller } from '../verified-caller.ts'

/** A session ends after this long without a request. */
export const IDLE_MS = 15 * 60_000
/** A session ends after this long, whatever was asked. */
export const ABSOLUTE_MS = 8 * 3_600_000
/** A request that comes sooner than this after the last noted one is not noted itself. */
const NOTED_EVERY_MS = 15_000

/** The one visit that a session has open. */
export interface Visit {
  /** what the issuer let the person do for it */
  readonly caller: VerifiedCaller
  readonly caseNo: string | null
}

/** Who is signed in, and for which visit. */
export interface DeskSession {
  readonly subject: string
  readonly name: string | null
  readonly agency: string | null
  readonly role: string | null
  /** never leaves the hub, useless without the hub's own key */
  readonly refreshToken: string
  /** ms since 1970 */
  readonly signedInAt: number
  readonly visit: Visit | null
}

/** A session with the key it is kept under: the hash of a cookie, never the cookie. */
export interface KeptSession {
  readonly key: string
  readonly session: DeskSession
}

interface Read {
  readonly text: string
  readonly session: DeskSession
  /** ms since 1970 of the last request that the store knows of */
  readonly notedAt: number
}

const COOKIE = /^[A-Za-z0-9_-]{43}$/
const CACHED_SESSIONS = 10_000

/** Sessions in the store that all gateways share, each under the SHA-256 of its cookie. */
export class SessionStore {
  readonly #store: SharedStore
  readonly #read = new LRUCache<string, Read>({ max: CACHED_SESSIONS })

  constructor(store: SharedStore) {
    this.#store = store
  }

  /** Keeps a new session; answers its cookie, 256 bits that nothing else was ever given. */
  async create(session: DeskSession): Promise<string> {
    const cookie = randomBytes(32).toString('base64url')
    const key = keyOf(cookie)
    await this.#store.set(`session:${key}`, JSON.stringify(session), ABSOLUTE_MS)
    await this.#store.set(`session-seen:${key}`, '1', IDLE_MS)
    return cookie
  }

  /**
   * The session of a cookie, where it has not ended. `isUse` says that it is used, which keeps it from
   * falling idle. Throws what the store throws: without it nobody is let in.
   */
  async find(cookie: string, isUse: boolean): Promise<KeptSession | undefined> {
    if (!COOKIE.test(cookie)) return undefined
    const key = keyOf(cookie)
    const text = await this.#store.get(`session:${key}`)
    if (text === undefined) return undefined
    const known = this.#read.get(key)
    const session = known?.text === text ? known.session : (JSON.parse(text) as DeskSession)
    const now = Date.now()
    if (now >= session.signedInAt + ABSOLUTE_MS) return undefined
    let notedAt = known?.notedAt ?? 0
    if (Math.abs(now - notedAt) >= NOTED_EVERY_MS) {
      if ((await this.#store.get(`session-seen:${key}`)) === undefined) return undefined
      if (isUse) {
        await this.#store.set(`session-seen:${key}`, '1', IDLE_MS)
        notedAt = now
      }
    }
    if (known?.text !== text || known.notedAt !== notedAt) {
      this.#read.set(key, { text, session, notedAt })
    }
    return { key, session }
  }

  /** Keeps a changed session, unless it was ended meanwhile. Throws `SESSION_ENDED`. */
  async save({ key, session }: KeptSession): Promise<void> {
    const left = session.signedInAt + ABSOLUTE_MS - Date.now()
    if (left <= 0) throw hubError('SESSION_ENDED')
    await this.#store.set(`session:${key}`, JSON.stringify(session), left)
    // the end of a session is noted before it is forgotten: one of the two sees the other
    if ((await this.#store.get(`session-ended:${key}`)) === undefined) return
    await this.#store.delete(`session:${key}`)
    throw hubError('SESSION_ENDED')
  }

  /** Ends a session at once, in all gateways. */
  async end(key: string): Promise<void> {
    await this.#store.set(`session-ended:${key}`, '1', ABSOLUTE_MS)
    await this.#store.delete(`session:${key}`)
    await this.#store.delete(`session-seen:${key}`)
    this.#read.delete(key)
  }

  /** Keeps what a sign-in must be finished with; answers the cookie that fetches it once. */
  async keepAttempt(attempt: object, ttlMs: number): Promise<string> {
    const cookie = randomBytes(32).toString('base64url')
    await this.#store.set(`sign-in:${keyOf(cookie)}`, JSON.stringify(attempt), ttlMs)
    return cookie
  }

  /** What was kept for that cookie, for the first who asks. */
  async takeAttempt<Attempt>(cookie: string): Promise<Attempt | undefined> {
    if (!COOKIE.test(cookie)) return undefined
    const key = `sign-in:${keyOf(cookie)}`
    const text = await this.#store.get(key)
    if (text === undefined || !(await this.#store.delete(key))) return undefined
    return JSON.parse(text) as Attempt
  }
}

function keyOf(cookie: string): string {
  return hash('sha256', cookie, 'base64url')
}
