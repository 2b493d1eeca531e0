import { createClientLimit } from '../../../gateway/http/client-limit.ts'

describe('requests without a token', () => {
  const countPassing = (address: string, requests: number, seconds = 0): number => {
    let now = 0
    const limit = createClientLimit(10, () => now)
    let passing = 0
    for (let request = 0; request < requests; request += 1) {
      if (limit.take(address) === 0) passing += 1
      now += (seconds * 1_000) / requests
    }
    return passing
  }

  it('pass five seconds’ worth at once and the rate in the long run', () => {
    expect(countPassing('192.0.2.1', 1_000)).toBe(50)
    expect(countPassing('192.0.2.1', 1_000, 10)).toBeGreaterThanOrEqual(148)
    expect(countPassing('192.0.2.1', 1_000, 10)).toBeLessThanOrEqual(150)
  })

  it('are told how long to wait, at least a second', () => {
    const limit = createClientLimit(1, () => 0)
    for (let request = 0; request < 5; request += 1) expect(limit.take('192.0.2.1')).toBe(0)
    expect(limit.take('192.0.2.1')).toBe(1)
  })

  it.each([
    ['192.0.2.1', '192.0.2.2', false],
    ['192.0.2.1', '::ffff:192.0.2.1', true],
    ['2001:db8:0:1::1', '2001:db8:0:1:ffff::2', true],
    ['2001:db8::1', '2001:db8:0:1::1', false],
  ])('of %s and %s are counted together: %s', (one, other, isSame) => {
    const limit = createClientLimit(1, () => 0)
    for (let request = 0; request < 5; request += 1) limit.take(one)
    expect(limit.take(other) > 0).toBe(isSame)
  })

  it('are not counted where the rate is 0', () => {
    const limit = createClientLimit(0)
    for (let request = 0; request < 10_000; request += 1) expect(limit.take('192.0.2.1')).toBe(0)
  })
})
