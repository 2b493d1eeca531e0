import { createHash } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { openStore } from '../../../auth/open-store.ts'
import { SessionStore, type DeskSession } from '../../../auth/session/session-store.ts'
import { createMemoryStore, type SharedStore } from '../../../auth/shared-store.ts'
import { freezeDate } from '../../support/frozen-date.ts'
import { hasStoreProgram, startTestStore } from '../../support/test-store.ts'

const NOW = Date.parse('2026-11-25T09:00:00+08:00')

const SESSION: DeskSession = {
  subject: 'staff-1',
  name: '示範',
  agency: 'QS_HRO',
  role: 'desk-clerk',
  refreshToken: 'refresh',
  signedInAt: NOW,
  visit: null,
}

beforeEach(() => freezeDate(NOW))
afterAll(() => {
  jest.useRealTimers()
})

/** A store that tells what was put into it. */
function watched(): { readonly store: SharedStore; readonly put: string[] } {
  const store = createMemoryStore()
  const put: string[] = []
  return {
    put,
    store: {
      ...store,
      set(key, value, ttlMs) {
        put.push(key, value)
        return store.set(key, value, ttlMs)
      },
    },
  }
}

describe('a session in the shared store', () => {
  it('is found by its cookie, of which the store has the hash alone', async () => {
    const { store, put } = watched()
    const sessions = new SessionStore(store)
    const cookie = await sessions.create(SESSION)
    expect(cookie).toMatch(/^[\w-]{43}$/)
    expect((await sessions.find(cookie, true))?.session).toEqual(SESSION)
    expect(put.join('\n')).not.toContain(cookie)
    expect(put[0]).toBe(`session:${createHash('sha256').update(cookie).digest('base64url')}`)
  })

  it('is found by nothing else', async () => {
    const sessions = new SessionStore(createMemoryStore())
    const cookie = await sessions.create(SESSION)
    for (const other of ['', 'x', `${cookie}A`, cookie.slice(1), 'A'.repeat(43), '__proto__']) {
      expect(await sessions.find(other, true)).toBeUndefined()
    }
  })

  it('that has ended is not brought back by a visit that was being opened', async () => {
    const sessions = new SessionStore(createMemoryStore())
    const cookie = await sessions.create(SESSION)
    const kept = (await sessions.find(cookie, true))!
    await sessions.end(kept.key)
    await expect(sessions.save(kept)).rejects.toMatchObject({ code: 'SESSION_ENDED' })
    expect(await sessions.find(cookie, true)).toBeUndefined()
  })

  it('hands the secrets of a sign-in to the first who asks', async () => {
    const sessions = new SessionStore(createMemoryStore())
    const cookie = await sessions.keepAttempt({ state: 's' }, 60_000)
    const taken = await Promise.all([sessions.takeAttempt(cookie), sessions.takeAttempt(cookie)])
    expect(taken.filter((attempt) => attempt !== undefined)).toEqual([{ state: 's' }])
    const late = await sessions.keepAttempt({ state: 's' }, 60_000)
    jest.setSystemTime(NOW + 60_001)
    expect(await sessions.takeAttempt(late)).toBeUndefined()
  })
})

const itWithStore = hasStoreProgram ? it : it.skip

itWithStore(
  'two gateways share a session, its use and its end; without the store nobody is let in',
  async () => {
    const server = await startTestStore()
    const stores = await Promise.all([openStore(server.url), openStore(server.url)])
    try {
      const [first, second] = stores.map((store) => new SessionStore(store)) as [
        SessionStore,
        SessionStore,
      ]
      const cookie = await first.create(SESSION)
      const kept = await second.find(cookie, true)
      expect(kept?.session).toEqual(SESSION)
      await second.end(kept!.key)
      expect(await first.find(cookie, true)).toBeUndefined()
      const other = await first.create(SESSION)
      await server.kill()
      await expect(first.find(other, true)).rejects.toMatchObject({
        code: 'SHARED_STORE_UNAVAILABLE',
        status: 503,
      })
    } finally {
      await Promise.all(stores.map((store) => store.close()))
      await server.stop()
    }
  },
)
