import type { Scenario } from '../../support/federation/scenario.ts'

const nodes = [
  { __typename: 'Book', id: '1', title: 'Rivers' },
  { __typename: 'Film', id: '2', title: 'Dusk' },
]

export const scenario: Scenario = {
  feature: 'inline fragments with and without a type, nested in each other',
  subgraphs: {
    one: {
      sdl: `type Query { nodes: [Node!]! }
      interface Node { id: ID! }
      interface Titled implements Node { id: ID! title: String }
      type Book implements Node & Titled @key(fields: "id") { id: ID! title: String }
      type Film implements Node & Titled @key(fields: "id") { id: ID! title: String }`,
      resolvers: { Query: { nodes: () => nodes } },
    },
    two: {
      sdl: `type Book @key(fields: "id") { id: ID! pages: Int } type Film @key(fields: "id") { id: ID! minutes: Int }`,
      resolvers: { Book: { pages: () => 9 }, Film: { minutes: () => 90 } },
    },
  },
  cases: [
    {
      name: 'an interface inside an interface inside a type',
      query:
        '{ nodes { ... { id } ... on Titled { title ... on Node { ... on Book { pages ... on Titled { again: title } } } ... on Film { minutes } } } }',
      data: {
        nodes: [
          { id: '1', title: 'Rivers', pages: 9, again: 'Rivers' },
          { id: '2', title: 'Dusk', minutes: 90 },
        ],
      },
    },
  ],
}
