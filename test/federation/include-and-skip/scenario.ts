import type { Scenario } from '../../support/federation/scenario.ts'

const books = [{ id: '1', title: 'Rivers' }]
const query = `query ($price: Boolean!, $title: Boolean = true, $shop: Boolean!) {
  books { id title @include(if: $title) price @skip(if: $price) ... @include(if: $shop) { stock price } } }`

export const scenario: Scenario = {
  feature: '@include and @skip under variables',
  subgraphs: {
    books: {
      sdl: `type Query { books: [Book!]! } type Book @key(fields: "id") { id: ID! title: String }`,
      resolvers: { Query: { books: () => books } },
    },
    shop: {
      sdl: `type Book @key(fields: "id") { id: ID! price: Int stock: Int }`,
      resolvers: { Book: { price: () => 3, stock: () => 1 } },
    },
  },
  cases: [
    {
      name: 'everything, by a default too',
      query,
      variables: { price: false, shop: true },
      data: { books: [{ id: '1', title: 'Rivers', price: 3, stock: 1 }] },
    },
    {
      name: 'skipped once and included elsewhere is included',
      query,
      variables: { price: true, shop: true, title: false },
      data: { books: [{ id: '1', stock: 1, price: 3 }] },
    },
    {
      name: 'a subgraph of which nothing is wanted is not asked',
      query,
      variables: { price: true, shop: false },
      data: { books: [{ id: '1', title: 'Rivers' }] },
      asked: { shop: 0 },
    },
  ],
}
