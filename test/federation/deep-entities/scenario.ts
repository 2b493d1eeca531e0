import type { Scenario } from '../../support/federation/scenario.ts'

const children = ({ id }: { id: string }): { id: string }[] => [{ id: `${id}1` }, { id: `${id}2` }]

export const scenario: Scenario = {
  feature: 'lists of entities in lists of entities, four deep',
  subgraphs: {
    tree: {
      sdl: `type Query { root: Node } type Node @key(fields: "id") { id: ID! children: [Node!]! }`,
      resolvers: { Query: { root: () => ({ id: 'r' }) }, Node: { children } },
    },
    names: {
      sdl: `type Node @key(fields: "id") { id: ID! name: String }`,
      resolvers: { Node: { name: ({ id }: { id: string }) => `n${id}` } },
    },
  },
  cases: [
    {
      name: 'each level is one wave',
      query: '{ root { name children { name children { name children { id } } } } }',
      data: {
        root: {
          name: 'nr',
          children: ['r1', 'r2'].map((one) => ({
            name: `n${one}`,
            children: [`${one}1`, `${one}2`].map((two) => ({
              name: `n${two}`,
              children: [{ id: `${two}1` }, { id: `${two}2` }],
            })),
          })),
        },
      },
      represented: { names: 7 },
    },
  ],
}
