import type { Scenario } from '../../support/federation/scenario.ts'

export const scenario: Scenario = {
  feature: 'root fields of several subgraphs in one question',
  subgraphs: {
    one: { sdl: `type Query { a: Int c: Int }`, resolvers: { Query: { a: () => 1, c: () => 3 } } },
    two: {
      sdl: `type Query { b: Int d: [Int] }`,
      resolvers: { Query: { b: () => 2, d: () => [] } },
    },
  },
  cases: [
    {
      name: 'come in the order of the document, one fetch for each subgraph',
      query: '{ d c b a again: a }',
      data: { d: [], c: 3, b: 2, a: 1, again: 1 },
      asked: { one: 1, two: 1 },
    },
  ],
}
