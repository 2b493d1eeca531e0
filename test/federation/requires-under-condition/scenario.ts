import type { Scenario } from '../../support/federation/scenario.ts'

const books = [{ id: '1', title: 'Rivers' }]
const query = `query ($label: Boolean!) { books { stars label @include(if: $label) } }`
const referenceFault = 'it leaves the whole entity out where it lacks what one field needs'

export const scenario: Scenario = {
  feature: 'a computed field under a condition beside one that needs no fact',
  subgraphs: {
    shelf: {
      sdl: `type Query { books: [Media!]! }
      interface Media @key(fields: "id") { id: ID! title: String }
      type Book implements Media @key(fields: "id") { id: ID! title: String }`,
      resolvers: {
        Query: { books: () => books },
        Media: { __resolveType: () => 'Book' },
        Book: { __resolveReference: () => books[0] },
      },
    },
    ratings: {
      sdl: `type Media @key(fields: "id") @interfaceObject {
        id: ID! title: String @external stars: Int label: String @requires(fields: "title") }`,
      resolvers: {
        Media: { stars: () => 4, label: ({ title }: { title: string }) => `${title} ****` },
      },
    },
  },
  cases: [
    {
      name: 'is answered with what it needs where it is asked for',
      query,
      variables: { label: true },
      data: { books: [{ stars: 4, label: 'Rivers ****' }] },
      asked: { ratings: 1 },
    },
    {
      name: 'does not take the other with it where it is not',
      query,
      variables: { label: false },
      data: { books: [{ stars: 4 }] },
      asked: { ratings: 1 },
      referenceFault,
    },
    {
      name: 'an agency that leaves the fact out makes the computed field alone null, with an error',
      query,
      variables: { label: true },
      tamper: { shelf: () => ({ books: [{ __typename: 'Book', id: '1' }] }) },
      data: { books: [{ stars: 4, label: null }] },
      errors: ['books.0.label'],
      referenceFault,
    },
  ],
}
