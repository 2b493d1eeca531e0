import type { Scenario } from '../../support/federation/scenario.ts'

const media = [
  { __typename: 'Book', id: '1' },
  { __typename: 'Film', id: '2' },
]

export const scenario: Scenario = {
  feature: 'fields of an interface object asked on one implementation alone',
  subgraphs: {
    media: {
      sdl: `type Query { media: [Media!]! book: Book }
      interface Media @key(fields: "id") { id: ID! }
      type Book implements Media @key(fields: "id") { id: ID! }
      type Film implements Media @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: { media: () => media, book: () => media[0] },
        Media: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
      },
    },
    ratings: {
      sdl: `type Media @key(fields: "id") @interfaceObject { id: ID! stars: Int votes: Int }`,
      resolvers: { Media: { stars: ({ id }: { id: string }) => Number(id), votes: () => 5 } },
    },
  },
  cases: [
    {
      name: 'only that implementation is asked for',
      query: '{ media { ... on Film { stars } } }',
      data: { media: [{}, { stars: 2 }] },
      represented: { ratings: 1 },
    },
    {
      name: 'a concrete field reaches the interface object',
      query: '{ book { id votes __typename } }',
      data: { book: { id: '1', votes: 5, __typename: 'Book' } },
    },
  ],
}
