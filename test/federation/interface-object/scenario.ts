import { findIn, type Scenario } from '../../support/federation/scenario.ts'

const media = [
  { __typename: 'Book', id: '1', pages: 9 },
  { __typename: 'Film', id: '2', minutes: 90 },
]

export const scenario: Scenario = {
  feature: 'fields added to every implementation of an interface',
  subgraphs: {
    media: {
      sdl: `type Query { media: [Media!]! }
      interface Media @key(fields: "id") { id: ID! }
      type Book implements Media @key(fields: "id") { id: ID! pages: Int }
      type Film implements Media @key(fields: "id") { id: ID! minutes: Int }`,
      resolvers: {
        Query: { media: () => media },
        Media: {
          __resolveReference: findIn(media, 'id'),
          __resolveType: ({ __typename }: { __typename: string }) => __typename,
        },
      },
    },
    ratings: {
      sdl: `type Query { best: Media }
      type Media @key(fields: "id") @interfaceObject { id: ID! stars: Int }`,
      resolvers: {
        Query: { best: () => ({ id: '2' }) },
        Media: { stars: ({ id }: { id: string }) => Number(id) + 2 },
      },
    },
  },
  cases: [
    {
      name: 'they are asked under the interface',
      query: '{ media { id stars ... on Book { pages } __typename } }',
      data: {
        media: [
          { id: '1', stars: 3, pages: 9, __typename: 'Book' },
          { id: '2', stars: 4, __typename: 'Film' },
        ],
      },
    },
    {
      name: 'an object that one subgraph knows as an interface gets its type from the other',
      query: '{ best { stars __typename ... on Film { minutes } } }',
      data: { best: { stars: 4, __typename: 'Film', minutes: 90 } },
      asked: { ratings: 1, media: 1 },
    },
    {
      name: 'even where nothing but the type is wanted',
      query: '{ best { __typename } }',
      data: { best: { __typename: 'Film' } },
      asked: { ratings: 1, media: 1 },
    },
    {
      name: 'fields of the interface alone need no type',
      query: '{ best { stars id } }',
      data: { best: { stars: 4, id: '2' } },
      asked: { ratings: 1, media: 0 },
    },
    {
      name: 'where nobody tells the type, its own name is an error and the object null',
      query: '{ best { stars __typename } }',
      down: ['media'],
      data: { best: null },
      errors: ['best.__typename'],
    },
  ],
}
