import type { Scenario } from '../../support/federation/scenario.ts'

const rows = [{ id: '1' }, { id: '2' }]
const answers = (entities: unknown) => ({ values: () => ({ _entities: entities }) })
const query = '{ rows { id value } }'
const nothing = {
  rows: [
    { id: '1', value: null },
    { id: '2', value: null },
  ],
}

export const scenario: Scenario = {
  feature: 'answers about entities that are none',
  subgraphs: {
    rows: {
      sdl: `type Query { rows: [Row!]! } type Row @key(fields: "id") { id: ID! }`,
      resolvers: { Query: { rows: () => rows } },
    },
    values: {
      sdl: `type Row @key(fields: "id") { id: ID! value: Int }`,
      resolvers: { Row: { value: () => 1 } },
    },
  },
  cases: [
    {
      name: 'what the first says in the name of the second does not count',
      query,
      down: ['values'],
      tamper: {
        rows: () => ({ rows: rows.map((row) => ({ ...row, __typename: 'Row', value: 666 })) }),
      },
      data: nothing,
      errors: ['rows.value'],
      referenceFault: 'it takes the word of the first subgraph',
    },
    {
      name: 'too few of them are none at all',
      query,
      tamper: answers([{ value: 9 }]),
      data: nothing,
      errors: ['rows.value'],
      referenceFault: 'its error has no place',
    },
    {
      name: 'an object is not a list',
      query,
      tamper: answers({ 0: { value: 9 }, 1: { value: 9 }, length: 2 }),
      data: nothing,
      errors: ['rows.value'],
      referenceFault: 'its error has no place',
    },
    {
      name: 'a text is not an entity, and the next one stands',
      query,
      tamper: answers(['x', { value: 2 }]),
      data: {
        rows: [
          { id: '1', value: null },
          { id: '2', value: 2 },
        ],
      },
      errors: ['rows.value'],
      referenceFault: 'it passes over the text',
    },
    {
      name: 'what was not asked for does not appear, what was known is not taken back',
      query,
      tamper: answers([
        { value: 1, secret: 's' },
        { value: 2, id: null },
      ]),
      data: {
        rows: [
          { id: '1', value: 1 },
          { id: null, value: 2 },
        ].map((row, at) => ({ ...row, id: rows[at]!.id })),
      },
      referenceFault: 'it lets the second subgraph take back the key',
    },
  ],
}
