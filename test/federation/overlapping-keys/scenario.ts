import { findIn, type Scenario } from '../../support/federation/scenario.ts'

const books = [{ id: '1', isbn: 'i1' }]

export const scenario: Scenario = {
  feature: 'a key that may be entered and one that may not, over the same field',
  lint: 'has a resolvable and a non-resolvable key that overlap',
  subgraphs: {
    sales: {
      sdl: `type Query { sold: [Book!]! }
      type Book @key(fields: "id") @key(fields: "id isbn", resolvable: false) { id: ID! isbn: ID! sold: Int }`,
      resolvers: {
        Query: { sold: () => books },
        Book: { __resolveReference: findIn(books, 'id'), sold: () => 3 },
      },
    },
    books: {
      sdl: `type Query { book: Book } type Book @key(fields: "id isbn") { id: ID! isbn: ID! }`,
      resolvers: { Query: { book: () => books[0] } },
    },
  },
  cases: [
    {
      name: 'no supergraph of the hub may have them',
      query: '{ book { sold } }',
      data: { book: { sold: 3 } },
    },
  ],
}
