import type { Scenario } from '../../support/federation/scenario.ts'

const rows = [{ id: '1' }, { id: '2' }, { id: '3' }]

export const scenario: Scenario = {
  feature: 'an error of one entity among many',
  subgraphs: {
    rows: {
      sdl: `type Query { rows: [Row] } type Row @key(fields: "id") { id: ID! }`,
      resolvers: { Query: { rows: () => [null, ...rows] } },
    },
    values: {
      sdl: `type Row @key(fields: "id") { id: ID! value: Int deep: [Deep] } type Deep { value: Int }`,
      resolvers: {
        Row: {
          __resolveReference: async ({ id }: { id: string }) => {
            if (id === '3') throw new Error('lost')
            return { id }
          },
          value: ({ id }: { id: string }) => {
            if (id === '2') throw new Error('broken')
            return Number(id)
          },
          deep: () => [{ value: 1 }, { value: 'x' }],
        },
      },
    },
  },
  cases: [
    {
      name: 'stands at its own place, nulls before it counted; the others stand',
      query: '{ rows { value deep { value } } }',
      data: {
        rows: [
          null,
          { value: 1, deep: [{ value: 1 }, { value: null }] },
          { value: null, deep: [{ value: 1 }, { value: null }] },
          { value: null, deep: null },
        ],
      },
      errors: ['rows.1.deep.1.value', 'rows.2.deep.1.value', 'rows.2.value', 'rows.3'],
    },
  ],
}
