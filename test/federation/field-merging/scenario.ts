import type { Scenario } from '../../support/federation/scenario.ts'

const book = { id: '1', title: 'Rivers', author: { id: 'a', name: 'Lin' } }

export const scenario: Scenario = {
  feature: 'one field selected several times with different parts',
  subgraphs: {
    books: {
      sdl: `type Query { book: Book } type Book @key(fields: "id") { id: ID! title: String author: Author }
      type Author @key(fields: "id") { id: ID! name: String }`,
      resolvers: { Query: { book: () => book } },
    },
    years: {
      sdl: `type Author @key(fields: "id") { id: ID! born: Int died: Int }`,
      resolvers: { Author: { born: () => 1950, died: () => null } },
    },
  },
  cases: [
    {
      name: 'is one field with all parts',
      query: `query ($more: Boolean!) {
      book { author { name } } book { title author { born } ... on Book @include(if: $more) { author { died id } } } }`,
      variables: { more: true },
      data: { book: { author: { name: 'Lin', born: 1950, died: null, id: 'a' }, title: 'Rivers' } },
    },
  ],
}
