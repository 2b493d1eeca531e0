import { findIn, type Scenario } from '../../support/federation/scenario.ts'

const books = [
  { id: '1', title: 'Rivers' },
  { id: '2', title: 'Hills' },
]
const prices = [
  { id: '1', price: 300 },
  { id: '2', price: 450 },
]

export const scenario: Scenario = {
  feature: 'an entity of one subgraph gets a field from another',
  subgraphs: {
    catalogue: {
      sdl: `
        type Query { books: [Book!]! book(id: ID!): Book }
        type Book @key(fields: "id") { id: ID! title: String }`,
      resolvers: {
        Query: {
          books: () => books,
          book: (_: unknown, { id }: { id: string }) => books.find((book) => book.id === id),
        },
      },
    },
    shop: {
      sdl: `type Book @key(fields: "id") { id: ID! price: Int }`,
      resolvers: { Book: { __resolveReference: findIn(prices, 'id') } },
    },
  },
  cases: [
    {
      name: 'a list of books with their prices, one fetch for all',
      query: '{ books { title price } }',
      data: {
        books: [
          { title: 'Rivers', price: 300 },
          { title: 'Hills', price: 450 },
        ],
      },
      asked: { catalogue: 1, shop: 1 },
      represented: { shop: 2 },
    },
    {
      name: 'one book',
      query: 'query ($id: ID!) { book(id: $id) { price id } }',
      variables: { id: '2' },
      data: { book: { price: 450, id: '2' } },
    },
    {
      name: 'a book that nobody has: the shop is not asked',
      query: '{ book(id: "9") { price } }',
      data: { book: null },
      asked: { catalogue: 1, shop: 0 },
    },
  ],
}
