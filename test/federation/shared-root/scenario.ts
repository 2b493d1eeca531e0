import type { Scenario } from '../../support/federation/scenario.ts'

const product = { id: 'p1', name: 'Lamp', weight: 12 }

export const scenario: Scenario = {
  feature: 'a root field that two subgraphs share, each with a part of its value',
  subgraphs: {
    names: {
      sdl: `type Query { product: Product @shareable }
      type Product @shareable { id: ID! name: String }`,
      resolvers: { Query: { product: () => product } },
    },
    weights: {
      sdl: `type Query { product: Product @shareable }
      type Product @shareable { id: ID! weight: Int }`,
      resolvers: { Query: { product: () => product } },
    },
  },
  cases: [
    {
      name: 'both parts come together',
      query: '{ product { id name weight } }',
      data: { product: { id: 'p1', name: 'Lamp', weight: 12 } },
      asked: { names: 1, weights: 1 },
    },
    {
      name: 'only who knows it is asked',
      query: '{ product { weight } }',
      data: { product: { weight: 12 } },
      asked: { names: 0, weights: 1 },
    },
  ],
}
