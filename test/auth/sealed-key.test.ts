import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { createSealer } from '../../auth/sealed-key.ts'

const KEY = Uint8Array.from({ length: 64 }, (_, index) => index)
const REFUSED = expect.objectContaining({
  code: 'PERSON_KEY_INVALID',
  message: 'The person key was not issued by this hub or was altered.',
})

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const decode = (text: string) => Buffer.from(text, 'base64url')

const nationalIds = fc.stringMatching(/^[A-Z][12]\d{8}$/)

describe('sealed person keys', () => {
  it('agree with another implementation of RFC 5297 (OpenSSL CMAC and CTR)', () => {
    expect(createSealer(KEY).seal('S223456786')).toBe('O5nEP1IVPCvmcAQYu_nxE1WwTm6YFT6PAfU')
  })

  it('open to the national ID they were made of, in any process with the key', () => {
    fc.assert(
      fc.property(nationalIds, (nationalId) => {
        const sealed = createSealer(KEY).seal(nationalId)
        expect(sealed).toMatch(/^[\w-]{35}$/)
        expect(sealed).not.toContain(nationalId)
        expect(createSealer(KEY).open(sealed)).toBe(nationalId)
      }),
    )
  })

  it('are the same text each time for the same person', () => {
    const sealer = createSealer(KEY)
    expect(sealer.seal('S223456786')).toBe(sealer.seal('S223456786'))
    expect(sealer.open(sealer.seal('S223456786'))).toBe('S223456786')
  })

  it('are refused in another spelling of the same bytes', () => {
    const sealed = createSealer(KEY).seal('S223456786')
    const respelt = [...BASE64URL]
      .map((last) => sealed.slice(0, -1) + last)
      .filter((text) => text !== sealed && decode(text).equals(decode(sealed)))
    expect(respelt).toHaveLength(3)
    for (const text of respelt) expect(() => createSealer(KEY).open(text)).toThrow(REFUSED)
  })

  it('are refused when any character is altered', () => {
    const alphabet = fc.constantFrom(...BASE64URL)
    fc.assert(
      fc.property(nationalIds, fc.nat({ max: 34 }), alphabet, (nationalId, at, other) => {
        const sealed = createSealer(KEY).seal(nationalId)
        fc.pre(sealed[at] !== other)
        const altered = sealed.slice(0, at) + other + sealed.slice(at + 1)
        expect(() => createSealer(KEY).open(altered)).toThrow(REFUSED)
      }),
    )
  })

  it('are refused when made under another key or made up', () => {
    const foreign = createSealer(new Uint8Array(64)).seal('S223456786')
    const sealed = createSealer(KEY).seal('S223456786')
    const forged = [
      foreign,
      '',
      'S223456786',
      `${sealed}=`,
      ` ${sealed}`,
      'A'.repeat(100_000),
      '人',
    ]
    for (const key of forged) expect(() => createSealer(KEY).open(key)).toThrow(REFUSED)
  })

  it('need a key of 64 bytes', () => {
    expect(() => createSealer(new Uint8Array(32))).toThrow('64 bytes')
  })
})
