import type { Scenario } from '../../support/federation/scenario.ts'

const bad = {
  text: 3,
  count: 1.5,
  ratio: 'x',
  flag: 0,
  id: true,
  list: 'no',
  kind: 'HUGE',
  part: [1],
  must: 'x',
}

export const scenario: Scenario = {
  feature: 'values that do not fit their type',
  subgraphs: {
    one: {
      sdl: `type Query { row: Row rows: [Row!] }
      type Row { text: String count: Int ratio: Float flag: Boolean id: ID list: [Int] kind: Kind part: Part must: Int! }
      type Part { a: Int } enum Kind { BIG }`,
      resolvers: { Query: { row: () => ({ must: 1 }), rows: () => [{ must: 1 }, { must: 2 }] } },
    },
  },
  cases: [
    {
      name: 'are null, each with an error',
      query: '{ row { text count ratio flag id list kind part { a } } }',
      tamper: { one: () => ({ row: bad }) },
      data: {
        row: {
          text: null,
          count: null,
          ratio: null,
          flag: null,
          id: null,
          list: null,
          kind: null,
          part: null,
        },
      },
      errors: ['count', 'flag', 'id', 'kind', 'list', 'part', 'ratio', 'text'].map(
        (name) => `row.${name}`,
      ),
      referenceFault: 'it refuses the whole answer',
    },
    {
      name: 'make an object that must have them null, with one error',
      query: '{ row { must } rows { must } }',
      tamper: { one: () => ({ row: bad, rows: [{ must: 1 }, bad] }) },
      data: { row: null, rows: null },
      errors: ['row.must', 'rows.1.must'],
    },
    {
      name: 'an integer is a good ID, a type of another name is no good object',
      query: '{ row { id } rows { __typename id } }',
      tamper: { one: () => ({ row: { id: 7 }, rows: [{ __typename: 'Query', id: 'x' }] }) },
      data: { row: { id: '7' }, rows: null },
      errors: ['rows.0'],
      referenceFault: 'it passes the number and the type on',
    },
    {
      name: 'fields that are left out are null with an error, or break their object',
      query: '{ row { text } rows { must } }',
      tamper: { one: () => ({ row: {}, rows: [{}] }) },
      data: { row: { text: null }, rows: null },
      errors: ['row.text', 'rows.0.must'],
    },
  ],
}
