import { jest } from '@jest/globals'
import { Breaker } from '../../../gateway/agencies/breaker.ts'

describe('an agency', () => {
  beforeEach(() => void jest.useFakeTimers({ now: 0 }))
  afterEach(() => void jest.useRealTimers())

  it('is left alone for two seconds after three fetches in a row that ran out of time', () => {
    const breaker = new Breaker()
    for (const end of ['timeout', 'timeout', 'answered', 'timeout', 'failed', 'timeout'] as const) {
      breaker.note(end)
      expect(breaker.admit()).toBe(true)
    }
    breaker.note('timeout')
    expect(breaker.admit()).toBe(false)
    jest.setSystemTime(1_999)
    expect(breaker.admit()).toBe(false)
  })

  it.each([
    ['answered', true],
    ['failed', true],
    ['timeout', false],
  ] as const)(
    'is tried by one fetch then, which ended: %s; others wait for it',
    async (end, may) => {
      const breaker = new Breaker()
      for (let count = 0; count < 3; count++) breaker.note('timeout')
      jest.setSystemTime(2_000)
      expect(breaker.admit()).toBe(true)
      const others = [1, 2].map(async () => breaker.admit())
      breaker.note(end)
      expect(await Promise.all(others)).toEqual([may, may])
    },
  )
})
