import type { Scenario } from '../../support/federation/scenario.ts'

const books = [{ id: '1', title: 'Rivers' }]

export const scenario: Scenario = {
  feature: 'named fragments, one inside another, across subgraphs',
  subgraphs: {
    books: {
      sdl: `type Query { books: [Book!]! } type Book @key(fields: "id") { id: ID! title: String }`,
      resolvers: { Query: { books: () => books } },
    },
    shop: {
      sdl: `type Book @key(fields: "id") { id: ID! price: Price } type Price { amount: Int unit: String }`,
      resolvers: { Book: { price: () => ({ amount: 3, unit: 'TWD' }) } },
    },
  },
  cases: [
    {
      name: 'spread twice, each field answered once',
      query: `query { books { ...B ...P title } }
      fragment B on Book { id ...P }
      fragment P on Book { price { ...Amount } }
      fragment Amount on Price { amount unit }`,
      data: { books: [{ id: '1', price: { amount: 3, unit: 'TWD' }, title: 'Rivers' }] },
    },
  ],
}
