import type { Scenario } from '../../support/federation/scenario.ts'

const parts = [
  { __typename: 'Wheel', id: 'w', size: 3 },
  { __typename: 'Door', id: 'd', side: 'L' },
]

export const scenario: Scenario = {
  feature: 'a union of which one subgraph knows fewer members',
  subgraphs: {
    many: {
      sdl: `type Query { parts: [Part] @shareable spare: Part }
      union Part = Wheel | Door
      type Wheel @shareable { id: ID! size: Int }
      type Door { id: ID! side: String }`,
      resolvers: { Query: { parts: () => parts, spare: () => parts[1] } },
    },
    few: {
      sdl: `type Query { wheel: Part }
      union Part = Wheel
      type Wheel @shareable { id: ID! size: Int }`,
      resolvers: { Query: { wheel: () => parts[0] } },
    },
  },
  cases: [
    {
      name: 'each subgraph is asked only for members it knows',
      query:
        '{ parts { ...P } wheel { ...P } spare { ...P } } fragment P on Part { __typename ... on Wheel { size } ... on Door { side } }',
      data: {
        parts: [
          { __typename: 'Wheel', size: 3 },
          { __typename: 'Door', side: 'L' },
        ],
        wheel: { __typename: 'Wheel', size: 3 },
        spare: { __typename: 'Door', side: 'L' },
      },
    },
  ],
}
