import { askRandomly, type FuzzAnswer } from '../support/fuzz/fuzz-schema.ts'
import { drawFrom } from '../support/fuzz/draw-from.ts'
import { createHubWorld, createLibrary, createTransit } from '../support/fuzz/fuzz-schemas.ts'

const DOCUMENTS = 1_000
// the same every time; bench/fuzz.ts draws others
const SEED = 20180510

describe('a thousand random documents', () => {
  it.each([
    ['a library with interfaces, unions, computed and failing fields', createLibrary],
    ['a transit network with mutations, several keys and nested requirements', createTransit],
    ['the hub itself', createHubWorld],
  ])(
    'over %s are answered as by one schema over the same data',
    async (_name, create) => {
      const schema = create()
      const draw = drawFrom(SEED)
      const others: FuzzAnswer[] = []
      for (let compared = 0; compared < DOCUMENTS;) {
        const answer = await askRandomly(schema, draw)
        if (!answer) continue
        compared += 1
        if (answer.actual !== answer.expected) others.push(answer)
      }
      expect(others).toEqual([])
    },
    180_000,
  )
})
