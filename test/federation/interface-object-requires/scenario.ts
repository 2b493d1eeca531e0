import type { Scenario } from '../../support/federation/scenario.ts'

const media = [
  { __typename: 'Book', id: '1', size: 2 },
  { __typename: 'Film', id: '2', size: 5 },
]

export const scenario: Scenario = {
  feature: "a field of an interface object computed from another subgraph's",
  subgraphs: {
    media: {
      sdl: `type Query { media: [Media!]! }
      interface Media @key(fields: "id") { id: ID! size: Int }
      type Book implements Media @key(fields: "id") { id: ID! size: Int }
      type Film implements Media @key(fields: "id") { id: ID! size: Int }`,
      resolvers: {
        Query: { media: () => media },
        Media: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
      },
    },
    store: {
      sdl: `type Media @key(fields: "id") @interfaceObject {
      id: ID! size: Int @external shelf: String @requires(fields: "size") }`,
      resolvers: { Media: { shelf: ({ size }: { size: number }) => `shelf ${size}` } },
    },
  },
  cases: [
    {
      name: 'the fact of each implementation is sent',
      query: '{ media { shelf } }',
      data: { media: [{ shelf: 'shelf 2' }, { shelf: 'shelf 5' }] },
    },
  ],
}
