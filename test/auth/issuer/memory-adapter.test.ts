import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'

import { createMemoryAdapter } from '../../../auth/issuer/memory-adapter.ts'

beforeAll(() => {
  jest.useFakeTimers({ now: 1_525_910_400_000, doNotFake: ['nextTick', 'queueMicrotask'] })
})
afterAll(() => {
  jest.useRealTimers()
})

describe("the issuer's memory", () => {
  it('knows an assertion until it expires', async () => {
    const seen = createMemoryAdapter(new Map())('ReplayDetection')
    await seen.upsert('a', { jti: 'a' }, 60)
    expect(await seen.find('a')).toEqual({ jti: 'a' })
    jest.advanceTimersByTime(60_000)
    expect(await seen.find('a')).toBeUndefined()
  })

  it('keeps one kind of thing apart from another', async () => {
    const adapter = createMemoryAdapter(new Map([['desk', { client_id: 'desk' }]]))
    await adapter('ReplayDetection').upsert('desk', { jti: 'desk' }, 60)
    expect(await adapter('Client').find('desk')).toEqual({ client_id: 'desk' })
    expect(await adapter('AccessToken').find('desk')).toBeUndefined()
    await adapter('ReplayDetection').destroy('desk')
    expect(await adapter('ReplayDetection').find('desk')).toBeUndefined()
  })

  it('refuses when full rather than forget what could be used twice, and recovers', async () => {
    const seen = createMemoryAdapter(new Map())('ReplayDetection')
    for (let index = 0; index < 100_000; index += 1) await seen.upsert(`${index}`, {}, 60)
    await expect(seen.upsert('more', {}, 60)).rejects.toThrow('remembers too many requests')
    jest.advanceTimersByTime(60_000)
    await seen.upsert('more', {}, 60)
    expect(await seen.find('more')).toEqual({})
  })
})
