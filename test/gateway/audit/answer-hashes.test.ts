import fc from 'fast-check'
import { AnswerHashes } from '../../../gateway/audit/answer-hashes.ts'
import { hashAnswer, hashDisclosure, readingsOf } from '../../../gateway/audit/disclosure-hash.ts'

const SALT = Buffer.alloc(32, 7)
const SUBJECTS = ['chen', 'lin', 'nobody']

const { answer } = fc.letrec((tie) => ({
  answer: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom(null, true, 0, 1.5, '陳"'),
    fc.array(tie('answer'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('z', 'id2', 'b', 'a'), tie('answer')),
    fc
      .tuple(fc.constantFrom('lin', 'chen', 'plate'), tie('answer'), tie('answer'))
      .map(([id, z, a]) => ({ z, none: undefined, id, a })),
  ),
}))

describe('The hashes of an answer', () => {
  it('are those of each person’s objects in the order of the answer, or of the whole for who is not in it', () => {
    fc.assert(
      fc.property(answer, (data) => {
        const hashes = new AnswerHashes({ data }, SUBJECTS, 'r-1')
        for (const id of SUBJECTS) {
          const shown = readingsOf({ data }).find((reading) => isOf(reading, id)) ?? { data }
          expect(hashes.ofPerson(id, 'p', SALT)).toBe(
            hashDisclosure(SALT, { data: shown, requestId: 'r-1', subject: 'p' }),
          )
        }
        const whole = hashAnswer([SALT, SALT], { data: { data }, requestId: 'r-1' })
        expect(hashes.ofWhole([SALT, SALT])).toBe(whole)
      }),
    )
  })
})

function isOf(reading: unknown, id: string): boolean {
  return Array.isArray(reading) && (reading[0] as { readonly id: string }).id === id
}
