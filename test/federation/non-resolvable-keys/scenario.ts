import { findIn, type Scenario } from '../../support/federation/scenario.ts'

const books = [{ id: '1', isbn: 'i1', title: 'Rivers' }]

export const scenario: Scenario = {
  feature: 'a key through which a subgraph may not be entered',
  subgraphs: {
    sales: {
      sdl: `type Query { sold: [Book!]! } type Book @key(fields: "id", resolvable: false) { id: ID! }`,
      resolvers: { Query: { sold: () => [{ id: '1' }] } },
    },
    books: {
      sdl: `type Query { book: Book } type Book @key(fields: "id") { id: ID! title: String }`,
      resolvers: {
        Query: { book: () => books[0] },
        Book: { __resolveReference: findIn(books, 'id') },
      },
    },
  },
  cases: [
    {
      name: 'points out of it and never in',
      query: '{ sold { title } book { title } }',
      data: { sold: [{ title: 'Rivers' }], book: { title: 'Rivers' } },
      asked: { sales: 1, books: 2 },
    },
  ],
}
