import { describeFailure } from '../../schemas/describe-failure.ts'

describe('what a log says of an unexpected failure', () => {
  it('is its kind, its code and its place, and nothing that its message quotes', () => {
    const failure = Object.assign(new TypeError('cannot read 王小明 of 高雄市甲仙區和安里1鄰1號'), {
      code: 'ERR_ANY',
    })
    const told = describeFailure(failure)
    expect(told).toMatch(/^TypeError ERR_ANY at .*\(describe-failure\.test\.ts:\d+:\d+\)/)
    expect(told).not.toMatch(/王|甲仙|\//)
  })

  it('is the cause that GraphQL wrapped', () => {
    const failure = Object.assign(new Error('outer'), { originalError: new RangeError('inner') })
    expect(describeFailure(failure)).toMatch(/^RangeError at /)
  })

  it('keeps the sentence of a broken promise of ours, without a national ID', () => {
    expect(describeFailure(new Error('Invariant: a key was S223456786'))).toMatch(
      /^Error Invariant: a key was S2\*\*\*\*6786 at /,
    )
  })

  it('does not repeat a thrown text', () => {
    expect(describeFailure('S223456786')).toBe('a string was thrown')
  })
})
