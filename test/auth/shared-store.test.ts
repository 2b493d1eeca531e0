import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'

import { createMemoryStore } from '../../auth/shared-store.ts'

beforeAll(() => {
  jest.useFakeTimers({ now: 1_525_910_400_000 })
})
afterAll(() => {
  jest.useRealTimers()
})

describe('the store in memory', () => {
  it('knows a key for its lifetime and forgets it soon after', () => {
    const store = createMemoryStore()
    expect(store.addIfAbsent('a', 30_000)).toBe(true)
    jest.advanceTimersByTime(29_999)
    expect(store.addIfAbsent('a', 30_000)).toBe(false)
    jest.advanceTimersByTime(2_000)
    expect(store.addIfAbsent('a', 30_000)).toBe(true)
  })

  it('keeps nothing that has expired', () => {
    const store = createMemoryStore()
    for (let index = 0; index < 1_000; index += 1) void store.addIfAbsent(`short ${index}`, 1_000)
    void store.addIfAbsent('long', 60_000)
    jest.advanceTimersByTime(5_000)
    void store.addIfAbsent('new', 1_000)
    expect(store.size).toBe(2)
    expect(store.addIfAbsent('long', 60_000)).toBe(false)
  })

  it('refuses when full rather than forget a live key, and recovers by itself', () => {
    const store = createMemoryStore({ maxKeys: 2 })
    void store.addIfAbsent('a', 1_000)
    void store.addIfAbsent('b', 1_000)
    expect(() => store.addIfAbsent('c', 1_000)).toThrow(
      expect.objectContaining({
        code: 'SHARED_STORE_FULL',
        message: 'The hub remembers too many requests; try again later.',
        status: 503,
      }),
    )
    expect(store.addIfAbsent('a', 1_000)).toBe(false)
    jest.advanceTimersByTime(3_000)
    expect(store.addIfAbsent('c', 1_000)).toBe(true)
  })

  it('keeps a text for its lifetime, and apart from the keys it has seen', () => {
    const store = createMemoryStore()
    void store.set('a', 'first', 10_000)
    void store.set('a', 'second', 10_000)
    expect(store.addIfAbsent('a', 1_000)).toBe(true)
    jest.advanceTimersByTime(9_999)
    expect(store.get('a')).toBe('second')
    jest.advanceTimersByTime(1)
    expect(store.get('a')).toBeUndefined()
    expect(store.delete('a')).toBe(false)
  })

  it('lets one caller alone delete a text', () => {
    const store = createMemoryStore()
    void store.set('code', 'x', 10_000)
    expect([store.delete('code'), store.delete('code')]).toEqual([true, false])
    expect(store.get('code')).toBeUndefined()
  })
})
