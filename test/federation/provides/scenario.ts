import type { Scenario } from '../../support/federation/scenario.ts'

const author = { id: 'a', name: 'Lin' }

export const scenario: Scenario = {
  feature: 'a field that a subgraph provides on one path alone',
  subgraphs: {
    books: {
      sdl: `type Query { book: Book latest: Book }
      type Book @key(fields: "id") { id: ID! author: Author @provides(fields: "name") reviser: Author }
      type Author @key(fields: "id") { id: ID! name: String @external }`,
      resolvers: { Query: { book: () => ({ id: 'b', author, reviser: { id: 'a' } }) } },
    },
    authors: {
      sdl: `type Author @key(fields: "id") { id: ID! name: String @shareable born: Int }`,
      resolvers: {
        Author: { __resolveReference: ({ id }: { id: string }) => ({ ...author, id, born: 1950 }) },
      },
    },
  },
  cases: [
    {
      name: 'on that path the other subgraph is not asked',
      query: '{ book { author { name } } }',
      data: { book: { author: { name: 'Lin' } } },
      asked: { books: 1, authors: 0 },
    },
    {
      name: 'on another path it is',
      query: '{ book { author { name } reviser { name born } } }',
      data: { book: { author: { name: 'Lin' }, reviser: { name: 'Lin', born: 1950 } } },
      asked: { books: 1, authors: 1 },
    },
  ],
}
