import type { Scenario } from '../../support/federation/scenario.ts'

const shelf = [
  { __typename: 'Book', id: '1', title: 'Rivers' },
  { __typename: 'Film', id: '2', title: 'Roads' },
]

export const scenario: Scenario = {
  feature: 'a computed field asked for one implementation of an interface alone',
  subgraphs: {
    shelf: {
      sdl: `interface Media @key(fields: "id") { id: ID! title: String }
      type Book implements Media @key(fields: "id") { id: ID! title: String }
      type Film implements Media @key(fields: "id") { id: ID! title: String }`,
      resolvers: {
        Media: {
          __resolveType: ({ __typename }: { __typename: string }) => __typename,
          __resolveReference: ({ id }: { id: string }) => shelf.find((each) => each.id === id),
        },
      },
    },
    ratings: {
      sdl: `type Query { best: [Media!] }
      type Media @key(fields: "id") @interfaceObject {
        id: ID! title: String @external stars: Int label: String @requires(fields: "title") }`,
      resolvers: {
        Query: { best: () => [{ id: '1' }, { id: '2' }] },
        Media: {
          stars: ({ id }: { id?: string }) => Number(id),
          label: ({ title }: { title: string }) => `${title} ****`,
        },
      },
    },
  },
  cases: [
    {
      name: 'no other is told of without its key',
      query: '{ best { ... on Book { stars label } stars id } }',
      data: {
        best: [
          { stars: 1, label: 'Rivers ****', id: '1' },
          { stars: 2, id: '2' },
        ],
      },
      referenceFault: 'it sends a fact without a key and takes what comes back',
    },
  ],
}
