import type { Scenario } from '../../support/federation/scenario.ts'

export const scenario: Scenario = {
  feature: 'an interface object that may not be entered',
  lint: 'is an @interfaceObject and its key must be resolvable',
  subgraphs: {
    media: {
      sdl: `type Query { book: Media }
      interface Media @key(fields: "id") { id: ID! }
      type Book implements Media @key(fields: "id") { id: ID! title: String }`,
      resolvers: {
        Query: { book: () => ({ __typename: 'Book', id: '1', title: 'Rivers' }) },
        Media: { __resolveType: () => 'Book' },
      },
    },
    lists: {
      sdl: `type Query { latest: Media }
      type Media @key(fields: "id", resolvable: false) @interfaceObject { id: ID! }`,
      resolvers: { Query: { latest: () => ({ id: '1' }) } },
    },
  },
  cases: [
    {
      name: 'points to the type that others tell',
      query: '{ latest { id } }',
      data: { latest: { id: '1' } },
    },
  ],
}
