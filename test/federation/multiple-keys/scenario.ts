import { findIn, type Scenario } from '../../support/federation/scenario.ts'

const isbns = [
  { id: '1', isbn: 'i1' },
  { id: '2', isbn: 'i2' },
]
const pages = [
  { isbn: 'i1', pages: 10 },
  { isbn: 'i2', pages: 20 },
]

export const scenario: Scenario = {
  feature: 'a chain of subgraphs that know an entity by different keys',
  subgraphs: {
    ids: {
      sdl: `type Query { books: [Book!] } type Book @key(fields: "id") { id: ID! }`,
      resolvers: { Query: { books: () => isbns.map(({ id }) => ({ id })) } },
    },
    both: {
      sdl: `type Book @key(fields: "id") @key(fields: "isbn") { id: ID! isbn: ID! }`,
      resolvers: { Book: { __resolveReference: findIn(isbns, 'id') } },
    },
    pages: {
      sdl: `type Book @key(fields: "isbn") { isbn: ID! pages: Int }`,
      resolvers: { Book: { __resolveReference: findIn(pages, 'isbn') } },
    },
  },
  cases: [
    {
      name: 'id to isbn to pages',
      query: '{ books { pages } }',
      data: { books: [{ pages: 10 }, { pages: 20 }] },
      asked: { ids: 1, both: 1, pages: 1 },
    },
  ],
}
