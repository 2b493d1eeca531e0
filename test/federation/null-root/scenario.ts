import type { Scenario } from '../../support/federation/scenario.ts'

export const scenario: Scenario = {
  feature: 'a null that reaches the root',
  subgraphs: {
    one: {
      sdl: `type Query { must: Thing! other: Int } type Thing @key(fields: "id") { id: ID! }`,
      resolvers: { Query: { must: () => ({ id: '1' }), other: () => 1 } },
    },
    two: {
      sdl: `type Thing @key(fields: "id") { id: ID! value: Int! }`,
      resolvers: {
        Thing: {
          value: () => {
            throw new Error('broken')
          },
        },
      },
    },
  },
  cases: [
    {
      name: 'makes data null, with the one error at its source',
      query: '{ other must { value } }',
      data: null,
      errors: ['must.value'],
    },
    {
      name: 'and so where the subgraph is down',
      query: '{ other must { value } }',
      down: ['two'],
      data: null,
      errors: ['must.value'],
    },
  ],
}
