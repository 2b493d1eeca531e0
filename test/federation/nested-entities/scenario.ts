import { findIn, type Scenario } from '../../support/federation/scenario.ts'

const books = [
  { id: 'b1', author: { id: 'a1' } },
  { id: 'b2', author: { id: 'a2' } },
]
const authors = [
  { id: 'a1', name: 'Lin', country: { code: 'TW' } },
  { id: 'a2', name: 'Mori', country: { code: 'JP' } },
]
const countries = [
  { code: 'TW', people: 23 },
  { code: 'JP', people: 125 },
]

export const scenario: Scenario = {
  feature: 'entities inside entities of three subgraphs',
  subgraphs: {
    books: {
      sdl: `type Query { books: [Book!]! }
      type Book @key(fields: "id") { id: ID! author: Author }
      type Author @key(fields: "id", resolvable: false) { id: ID! }`,
      resolvers: { Query: { books: () => books } },
    },
    authors: {
      sdl: `type Author @key(fields: "id") { id: ID! name: String country: Country }
      type Country @key(fields: "code", resolvable: false) { code: ID! }`,
      resolvers: { Author: { __resolveReference: findIn(authors, 'id') } },
    },
    countries: {
      sdl: `type Country @key(fields: "code") { code: ID! people: Int }`,
      resolvers: { Country: { __resolveReference: findIn(countries, 'code') } },
    },
  },
  cases: [
    {
      name: 'three dependent fetches, one for each subgraph',
      query: '{ books { author { name country { people } } } }',
      data: {
        books: [
          { author: { name: 'Lin', country: { people: 23 } } },
          { author: { name: 'Mori', country: { people: 125 } } },
        ],
      },
      asked: { books: 1, authors: 1, countries: 1 },
    },
  ],
}
