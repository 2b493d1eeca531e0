import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { HmacKey, hmacSha256 } from '../../auth/hmac.ts'

describe('HMAC-SHA-256', () => {
  it.each([
    // RFC 4231 §4.2 and §4.3
    [
      '0b'.repeat(20),
      'Hi There',
      'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
    ],
    [
      Buffer.from('Jefe').toString('hex'),
      'what do ya want for nothing?',
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    ],
  ])('is that of RFC 4231 (%#)', (key, text, mac) => {
    expect(hmacSha256(Buffer.from(key, 'hex'), text).toString('hex')).toBe(mac)
  })

  it('is the one of OpenSSL for any key and text', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 64 }),
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        (key, text) => {
          const expected = createHmac('sha256', key).update(text).digest('hex')
          expect(hmacSha256(key, text).toString('hex')).toBe(expected)
          const twice = createHmac('sha256', key).update(text).update(text).digest('base64url')
          expect(new HmacKey().take(key).of('base64url', text, text)).toBe(twice)
        },
      ),
    )
  })

  it('takes long texts, and refuses keys that do not fit', () => {
    const [key, text] = [Buffer.alloc(32, 1), '甲'.repeat(2_000)]
    expect(hmacSha256(key, text)).toEqual(createHmac('sha256', key).update(text).digest())
    const mac = createHmac('sha256', key).update(text).update(text).digest('base64url')
    expect(new HmacKey().take(key).of('base64url', text, text)).toBe(mac)
    expect(() => hmacSha256(Buffer.alloc(65), '')).toThrow(RangeError)
  })
})
