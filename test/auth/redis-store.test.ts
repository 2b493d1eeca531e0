import { setTimeout } from 'node:timers/promises'
import { readAuthConfig } from '../../auth/config.ts'
import { openStore } from '../../auth/open-store.ts'
import { createMemoryStore, type OpenStore } from '../../auth/shared-store.ts'
import { hasStoreProgram, startTestStore, type TestStore } from '../support/test-store.ts'

let program: TestStore | undefined
beforeAll(async () => {
  if (hasStoreProgram) program = await startTestStore()
})
afterAll(() => program?.stop())

const kinds: readonly (readonly [string, boolean, () => Promise<OpenStore>])[] = [
  ['in memory', true, async () => createMemoryStore()],
  ['in Valkey or Redis', hasStoreProgram, () => openStore(program!.url)],
]

describe.each(kinds)('a shared store %s', (_kind, isThere, open) => {
  const itIfThere = isThere ? it : it.skip
  let store: OpenStore
  beforeAll(async () => {
    if (isThere) store = await open()
  })
  afterAll(() => store?.close())

  itIfThere('knows a key once, for its lifetime', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => store.addIfAbsent('k', 300)),
    )
    expect(answers.filter(Boolean)).toHaveLength(1)
  })

  itIfThere('keeps a text until it expires or is deleted, which one alone does', async () => {
    await store.set('session', 'first', 50)
    await store.set('session', 'second', 60_000)
    await setTimeout(60)
    expect(await store.get('session')).toBe('second')
    const deleted = await Promise.all(['session', 'session'].map(async (key) => store.delete(key)))
    expect(deleted.filter(Boolean)).toHaveLength(1)
    expect(await store.get('session')).toBeUndefined()
    await store.set('short', 'x', 20)
    await setTimeout(40)
    expect(await store.get('short')).toBeUndefined()
  })

  itIfThere('gives no more than a bucket holds, however many ask at once', async () => {
    const bucket = { capacity: 10, perSecond: 0.001 }
    const take = { key: 'day', cost: 1, bucket }
    const answers = await Promise.all(Array.from({ length: 50 }, async () => store.take([take])))
    expect(answers.filter(([seconds]) => seconds === 0)).toHaveLength(10)
    const [wait] = await store.take([take])
    expect(wait).toBeGreaterThan(900)
    expect(wait).toBeLessThanOrEqual(1_000)
  })

  itIfThere('takes in order until a bucket has not as much, and refills', async () => {
    const plenty = { capacity: 100, perSecond: 1 }
    const scarce = { capacity: 2, perSecond: 20 }
    const takes = [
      { key: 'plenty', cost: 60, bucket: plenty },
      { key: 'scarce', cost: 2, bucket: scarce },
      { key: 'never', cost: 1, bucket: plenty },
    ]
    expect(await store.take(takes)).toEqual([0, 0, 0])
    expect(await store.take(takes.slice(1))).toEqual([1])
    expect(await store.take([{ key: 'plenty', cost: 60, bucket: plenty }])).toEqual([20])
    await setTimeout(110)
    expect(await store.take([{ key: 'scarce', cost: 0, bucket: scarce }])).toEqual([0])
    // a cost above the whole bucket waits for a full one
    expect(await store.take([{ key: 'scarce', cost: 500, bucket: scarce }])).toEqual([0])
    expect(await store.take([{ key: 'scarce', cost: 0, bucket: scarce }])).toEqual([1])
  })

  itIfThere('lists what was put on a list', async () => {
    expect(await store.listed('revoked')).toEqual([])
    await store.enlist('revoked', 'a')
    await store.enlist('revoked', 'b')
    expect([...(await store.listed('revoked'))].toSorted()).toEqual(['a', 'b'])
  })
})

it.each(['http://127.0.0.1:1', 'nonsense'])('an address %s is no store', (url) => {
  expect(() => readAuthConfig({ HUB_STORE_URL: url })).toThrow(
    expect.objectContaining({ code: 'CONFIG_INVALID' }),
  )
})
