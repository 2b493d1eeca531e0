import type { Scenario } from '../../support/federation/scenario.ts'

const rows = [{ id: '1' }, { id: '2' }, { id: '1' }, { id: '1' }]

export const scenario: Scenario = {
  feature: 'one entity in many places',
  subgraphs: {
    rows: {
      sdl: `type Query { rows: [Row] first: Row } type Row @key(fields: "id") { id: ID! }`,
      resolvers: { Query: { rows: () => rows, first: () => rows[0] } },
    },
    values: {
      sdl: `type Row @key(fields: "id") { id: ID! value: Int part: Part }
      type Part @key(fields: "code") { code: ID! }`,
      resolvers: {
        Row: {
          value: ({ id }: { id: string }) => {
            if (id === '1') throw new Error('broken')
            return 5
          },
          part: ({ id }: { id: string }) => ({ code: `p${id}` }),
        },
      },
    },
    parts: {
      sdl: `type Part @key(fields: "code") { code: ID! name: String }`,
      resolvers: { Part: { name: ({ code }: { code: string }) => `part ${code}` } },
    },
  },
  cases: [
    {
      name: 'is asked for once, and every place gets the answer',
      query: '{ rows { id part { name } } }',
      data: {
        rows: ['1', '2', '1', '1'].map((id) => ({ id, part: { name: `part p${id}` } })),
      },
      represented: { values: 2, parts: 2 },
    },
    {
      name: 'one error for each place',
      query: '{ rows { value } }',
      data: { rows: [{ value: null }, { value: 5 }, { value: null }, { value: null }] },
      errors: ['rows.0.value', 'rows.2.value', 'rows.3.value'],
      represented: { values: 2 },
    },
  ],
}
