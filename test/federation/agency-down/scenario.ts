import type { Scenario } from '../../support/federation/scenario.ts'

const rows = [{ id: '1' }, { id: '2' }]

export const scenario: Scenario = {
  feature: 'a subgraph that does not answer',
  subgraphs: {
    rows: {
      sdl: `type Query { rows: [Row] count: Int } type Row @key(fields: "id") { id: ID! name: String }`,
      resolvers: { Query: { rows: () => rows, count: () => 2 }, Row: { name: () => 'n' } },
    },
    values: {
      sdl: `type Query { total: Int } type Row @key(fields: "id") { id: ID! value: Int must: Int! }`,
      resolvers: { Query: { total: () => 9 }, Row: { value: () => 1, must: () => 1 } },
    },
  },
  cases: [
    {
      name: 'its fields are null with one error for each field, the others stand',
      query: '{ rows { name value } total count }',
      down: ['values'],
      data: {
        rows: [
          { name: 'n', value: null },
          { name: 'n', value: null },
        ],
        total: null,
        count: 2,
      },
      errors: ['rows.value', 'total'],
    },
    {
      name: 'fields that may not be null make their objects null, and no second error',
      query: '{ rows { name must } }',
      down: ['values'],
      data: { rows: [null, null] },
      errors: ['rows.must'],
    },
    {
      name: 'without the first nobody else is asked',
      query: '{ rows { value } }',
      down: ['rows'],
      data: { rows: null },
      errors: ['rows'],
      asked: { values: 0 },
    },
  ],
}
