import { findIn, type Scenario } from '../../support/federation/scenario.ts'

const media = [
  { __typename: 'Film', id: 'f', title: 'Dusk' },
  { __typename: 'Song', id: 's', title: 'Dawn' },
]

export const scenario: Scenario = {
  feature: 'a field provided on some members of a union',
  subgraphs: {
    shelf: {
      sdl: `type Query { media: [Media] @provides(fields: "... on Film { title }") }
      union Media = Film | Song
      type Film @key(fields: "id") { id: ID! title: String @external }
      type Song @key(fields: "id") { id: ID! }`,
      resolvers: { Query: { media: () => media } },
    },
    titles: {
      sdl: `type Film @key(fields: "id") { id: ID! title: String @shareable }
      type Song @key(fields: "id") { id: ID! title: String @shareable }`,
      resolvers: {
        Film: { __resolveReference: findIn(media, 'id') },
        Song: { __resolveReference: findIn(media, 'id') },
      },
    },
  },
  cases: [
    {
      name: 'films come with their title, songs are asked for',
      query: '{ media { ... on Film { title } ... on Song { title } } }',
      data: { media: [{ title: 'Dusk' }, { title: 'Dawn' }] },
      represented: { titles: 1 },
    },
  ],
}
