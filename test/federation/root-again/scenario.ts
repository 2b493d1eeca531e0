import type { Scenario } from '../../support/federation/scenario.ts'

export const scenario: Scenario = {
  feature: 'a payload that leads back to the query root',
  subgraphs: {
    one: {
      sdl: `type Query { one: Int } type Mutation { save: Saved } type Saved { id: ID! query: Query }`,
      resolvers: { Query: { one: () => 1 }, Mutation: { save: () => ({ id: '1', query: {} }) } },
    },
    two: { sdl: `type Query { two: Int }`, resolvers: { Query: { two: () => 2 } } },
  },
  cases: [
    {
      name: 'asks every subgraph from there',
      query: 'mutation { save { id query { one two } } }',
      data: { save: { id: '1', query: { one: 1, two: 2 } } },
    },
  ],
}
