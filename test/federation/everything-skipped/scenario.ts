import type { Scenario } from '../../support/federation/scenario.ts'

export const scenario: Scenario = {
  feature: 'an operation of which nothing is left',
  subgraphs: {
    one: { sdl: `type Query { one: Int }`, resolvers: { Query: { one: () => 1 } } },
  },
  cases: [
    {
      name: 'by a literal: an empty object and nobody asked',
      query: '{ one @skip(if: true) }',
      data: {},
      asked: { one: 0 },
    },
    {
      name: 'by a variable',
      query: 'query ($no: Boolean!) { one @include(if: $no) }',
      variables: { no: false },
      data: {},
      asked: { one: 0 },
    },
  ],
}
