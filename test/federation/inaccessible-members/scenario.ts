import type { Scenario } from '../../support/federation/scenario.ts'

const things = [
  { __typename: 'Open', id: '1' },
  { __typename: 'Hidden', id: '2' },
]

export const scenario: Scenario = {
  feature: 'a member of a union that clients may not see',
  subgraphs: {
    one: {
      sdl: `type Query { things: [Thing] sure: [Thing!] }
      union Thing = Open | Hidden
      type Open { id: ID! } type Hidden @inaccessible { id: ID! }`,
      resolvers: { Query: { things: () => things, sure: () => things } },
    },
  },
  cases: [
    {
      name: 'is null with an error that does not name it',
      query: '{ things { __typename ... on Open { id } } }',
      data: { things: [{ __typename: 'Open', id: '1' }, null] },
      errors: ['things.1'],
    },
    {
      name: 'makes a list that allows no null null',
      query: '{ sure { ... on Open { id } } }',
      data: { sure: null },
      errors: ['sure.1'],
    },
  ],
}
