import fc from 'fast-check'
import { KnownQueries } from '../../../gateway/http/known-queries.ts'

describe('a body', () => {
  const query = fc.constantFrom('é"\\', '\\', '}', 'a').map((end) => 'query '.repeat(40) + end)
  const variables = fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 2 })

  it('is read the same, whatever documents came before it', () => {
    const queries = new KnownQueries()
    fc.assert(
      fc.property(query, variables, fc.option(query), (text, given, second) => {
        const own = JSON.stringify({ query: text, variables: given })
        const body =
          second === null ? own : own.replace(/\}$/, `,"query":${JSON.stringify(second)}}`)
        for (let time = 0; time < 2; time++) {
          expect(queries.read(Buffer.from(body), (whole) => JSON.parse(whole))).toEqual(
            JSON.parse(body),
          )
        }
        expect(() =>
          queries.read(Buffer.from(body.slice(0, -1)), (whole) => JSON.parse(whole)),
        ).toThrow('JSON')
      }),
    )
  })

  it('is not kept where a national ID is written into its document', () => {
    const queries = new KnownQueries()
    const body = JSON.stringify({ query: `${'query '.repeat(40)}"S223456786"`, variables: {} })
    const read: string[] = []
    for (let time = 0; time < 2; time++) {
      queries.read(Buffer.from(body), (text) => JSON.parse(read[read.push(text) - 1]!))
    }
    expect(read).toEqual([body, body])
  })
})
