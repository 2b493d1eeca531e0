import { findIn, type Scenario } from '../../support/federation/scenario.ts'

const rows = [
  { id: '1', value: 1 },
  { id: '2', value: null },
  { id: '3', value: 3 },
]

export const scenario: Scenario = {
  feature: 'null propagation through lists',
  subgraphs: {
    rows: {
      sdl: `type Query { loose: [Row] tight: [Row!] }
      type Row @key(fields: "id") { id: ID! }`,
      resolvers: { Query: { loose: () => rows, tight: () => rows } },
    },
    values: {
      sdl: `type Row @key(fields: "id") { id: ID! value: Int! maybe: Int }`,
      resolvers: { Row: { __resolveReference: findIn(rows, 'id'), maybe: () => null } },
    },
  },
  cases: [
    {
      name: 'a list that may hold nulls loses one item, a list that may not is null; the error stands in both places',
      query: '{ loose { value } tight { value } }',
      data: { loose: [{ value: 1 }, null, { value: 3 }], tight: null },
      errors: ['loose.1.value', 'tight.1.value'],
    },
    {
      name: 'a field that may be null stays where it is',
      query: '{ tight { maybe id } }',
      data: { tight: rows.map(({ id }) => ({ maybe: null, id })) },
    },
  ],
}
