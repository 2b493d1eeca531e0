import type { Scenario } from '../../support/federation/scenario.ts'

let counter = 0

export const scenario: Scenario = {
  feature: 'root fields of a mutation run one after another, whoever owns them',
  subgraphs: {
    left: {
      sdl: `type Query { left: Int } type Mutation { add(by: Int!): Int }`,
      resolvers: {
        Query: { left: () => 0 },
        Mutation: { add: (_: unknown, { by }: { by: number }) => (counter += by) },
      },
    },
    right: {
      sdl: `type Mutation { double: Int reset: Int }`,
      resolvers: { Mutation: { double: () => (counter *= 2), reset: () => (counter = 0) } },
    },
  },
  cases: [
    {
      name: 'left, right, left, right',
      query: 'mutation { reset a: add(by: 3) double b: add(by: 1) c: add(by: 1) d: double }',
      data: { reset: 0, a: 3, double: 6, b: 7, c: 8, d: 16 },
    },
  ],
}
