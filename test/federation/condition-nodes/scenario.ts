import type { Scenario } from '../../support/federation/scenario.ts'

const books = [{ id: '1' }]
const query = `query ($shop: Boolean!) {
  books { id ... on Book @include(if: $shop) { price } }
  owner @skip(if: $shop) }`

export const scenario: Scenario = {
  feature: 'whole parts of a plan under a condition',
  subgraphs: {
    books: {
      sdl: `type Query { books: [Book!]! } type Book @key(fields: "id") { id: ID! }`,
      resolvers: { Query: { books: () => books } },
    },
    shop: {
      sdl: `type Query { owner: String } type Book @key(fields: "id") { id: ID! price: Int }`,
      resolvers: { Query: { owner: () => 'Lin' }, Book: { price: () => 3 } },
    },
  },
  cases: [
    {
      name: 'are run where it holds',
      query,
      variables: { shop: true },
      data: { books: [{ id: '1', price: 3 }] },
      asked: { shop: 1 },
    },
    {
      name: 'are left where it does not',
      query,
      variables: { shop: false },
      data: { books: [{ id: '1' }], owner: 'Lin' },
      asked: { shop: 1 },
    },
  ],
}
