import fc from 'fast-check'
import { canonicalJson } from '../../../gateway/audit/canonical-json.ts'

describe('canonical JSON', () => {
  it('writes the example of RFC 8785 §3.2.2 as §3.2.3 has it', () => {
    const example = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\nA\'B"\\\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(example)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  it('sorts names by UTF-16 code units, as RFC 8785 §3.2.3 shows', () => {
    const names = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6']
    const object = Object.fromEntries(names.map((name) => [name, 0]))
    expect(Object.keys(JSON.parse(canonicalJson(object)) as object)).toHaveLength(7)
    expect(canonicalJson(object)).toBe(
      '{"\\r":0,"1":0,"\u0080":0,"\u00f6":0,"\u20ac":0,"\ud83d\ude00":0,"\ufb33":0}',
    )
  })

  it('reads back as the same value, and is the same whatever the order of names', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()), (value) => {
        const plain = JSON.parse(JSON.stringify(value)) as Record<string, unknown>
        const turned = Object.fromEntries(Object.entries(plain).toReversed())
        expect(JSON.parse(canonicalJson(plain))).toEqual(plain)
        expect(canonicalJson(turned)).toBe(canonicalJson(plain))
      }),
    )
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, '\ud83d', { '\ude00': 1 }, () => 1, 1n])(
    'refuses what JSON cannot hold (%#)',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError)
    },
  )

  it('writes any text of any length as JSON does', () => {
    const long = 'ü陳😀"\\\u0001\u2028\u007f'.repeat(20_000)
    expect(canonicalJson([long, 'ß', 'a'])).toBe(JSON.stringify([long, 'ß', 'a']))
  })

  it('leaves out members that are undefined and writes -0 as 0', () => {
    expect(canonicalJson({ b: undefined, a: -0 })).toBe('{"a":0}')
  })
})
