import type { Scenario } from '../../support/federation/scenario.ts'

export const scenario: Scenario = {
  feature: 'empty lists, null objects and nothing to ask for',
  subgraphs: {
    rows: {
      sdl: `type Query { none: [Row!]! nulls: [Row]! gone: Row lists: [[Row]] } type Row @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: {
          none: () => [],
          nulls: () => [null, null],
          gone: () => null,
          lists: () => [null, [], [null]],
        },
      },
    },
    values: {
      sdl: `type Row @key(fields: "id") { id: ID! value: Int! }`,
      resolvers: { Row: { value: () => 1 } },
    },
  },
  cases: [
    {
      name: 'nobody is asked',
      query: '{ none { value } nulls { value } gone { value } lists { value } }',
      data: { none: [], nulls: [null, null], gone: null, lists: [null, [], [null]] },
      asked: { values: 0 },
    },
  ],
}
