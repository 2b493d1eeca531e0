import type { Scenario } from '../../support/federation/scenario.ts'

const rows = [{ id: '1' }]
const hostile =
  '{"__proto__":{"value":66,"polluted":true},"constructor":{"prototype":{"polluted":true}}}'

export const scenario: Scenario = {
  feature: 'names that mean something to JavaScript',
  subgraphs: {
    rows: {
      sdl: `type Query { rows: [Row!]! } type Row @key(fields: "id") { id: ID! }`,
      resolvers: { Query: { rows: () => rows } },
    },
    values: {
      sdl: `type Row @key(fields: "id") { id: ID! value: Int part: Part } type Part { value: Int }`,
      resolvers: { Row: { value: () => 1, part: () => ({ value: 2 }) } },
    },
  },
  cases: [
    {
      name: 'in an answer are passed over: no prototype gives a value',
      query: '{ rows { id value part { value } } }',
      tamper: { values: () => ({ _entities: [JSON.parse(hostile)] }) },
      data: { rows: [{ id: '1', value: null, part: null }] },
      errors: ['rows.0.part', 'rows.0.value'],
    },
    {
      name: 'the same below',
      query: '{ rows { part { value } } }',
      tamper: { values: () => ({ _entities: [{ part: JSON.parse(hostile) }] }) },
      data: { rows: [{ part: { value: null } }] },
      errors: ['rows.0.part.value'],
    },
  ],
}
