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
      name: 'is null, and nobody is at fault',
      query: '{ things { __typename ... on Open { id } } }',
      data: { things: [{ __typename: 'Open', id: '1' }, null] },
    },
    {
      name: 'is an error where null may not be, one that does not name it',
      query: '{ sure { ... on Open { id } } }',
      data: { sure: null },
      errors: ['sure.1'],
    },
  ],
}
