import { findIn, type Scenario } from '../../support/federation/scenario.ts'

const books = [
  { upc: '1', id: null },
  { upc: '2', id: 'b2' },
  { upc: '3', id: 'unknown' },
]
const texts = [{ id: 'b2', text: 'found' }]

export const scenario: Scenario = {
  feature: 'entities whose key is null or whose key nobody knows',
  subgraphs: {
    shelf: {
      sdl: `type Query { books: [Book] }
      type Book @key(fields: "id") { id: ID upc: ID! }`,
      resolvers: { Query: { books: () => [...books, null] } },
    },
    texts: {
      sdl: `type Book @key(fields: "id") { id: ID text: String }`,
      resolvers: { Book: { __resolveReference: findIn(texts, 'id') } },
    },
  },
  cases: [
    {
      name: 'their fields are null, the others stand',
      query: '{ books { upc text } }',
      data: {
        books: [
          { upc: '1', text: null },
          { upc: '2', text: 'found' },
          { upc: '3', text: null },
          null,
        ],
      },
    },
  ],
}
