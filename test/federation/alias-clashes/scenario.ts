import type { Scenario } from '../../support/federation/scenario.ts'

const items = [
  { __typename: 'A', id: 'a', size: 7, note: 'n' },
  { __typename: 'B', id: 'b', size: 8, note: 'm' },
  { __typename: 'A', id: 'c', size: 0, note: '' },
]

export const scenario: Scenario = {
  feature: 'one response name whose types clash inside a subgraph and nowhere else',
  subgraphs: {
    items: {
      sdl: `type Query { items: [Item!]! } union Item = A | B
      type A @key(fields: "id") { id: ID! size: Int! @shareable note: String! @shareable }
      type B @key(fields: "id") { id: ID! size: Int note: String }`,
      resolvers: {
        Query: { items: () => items },
        A: {
          size: ({ size }: { size: number }) => {
            if (size === 7) throw new Error('broken')
            return size
          },
        },
      },
    },
    others: {
      sdl: `type A @key(fields: "id") { id: ID! size: Int @shareable note: String @shareable }`,
      resolvers: { A: {} },
    },
  },
  cases: [
    {
      name: 'a text comes back under the name the client gave, an empty one too',
      query: '{ items { ... on B { note } ... on A { note } } }',
      data: { items: [{ note: 'n' }, { note: 'm' }, { note: '' }] },
      referenceFault: 'it leaves zero, false and empty text under the alias of the planner',
    },
    {
      name: 'an error has that name too',
      query: '{ items { ... on B { size } ... on A { size } } }',
      data: null,
      errors: ['items.0.size'],
      referenceFault: 'it tells the alias of the planner',
    },
  ],
}
