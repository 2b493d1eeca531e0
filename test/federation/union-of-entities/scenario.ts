import type { Scenario } from '../../support/federation/scenario.ts'

const found = [
  { __typename: 'Person', id: 'p' },
  { __typename: 'Firm', id: 'f' },
  { __typename: 'Person', id: 'q' },
]

export const scenario: Scenario = {
  feature: 'a union whose members are entities of other subgraphs',
  subgraphs: {
    search: {
      sdl: `type Query { search: [Result!]! } union Result = Person | Firm
      type Person @key(fields: "id") { id: ID! } type Firm @key(fields: "id") { id: ID! }`,
      resolvers: { Query: { search: () => found } },
    },
    people: {
      sdl: `type Person @key(fields: "id") { id: ID! name: String }`,
      resolvers: { Person: { name: ({ id }: { id: string }) => `person ${id}` } },
    },
    firms: {
      sdl: `type Firm @key(fields: "id") { id: ID! name: String! code: Int }`,
      resolvers: { Firm: { name: ({ id }: { id: string }) => `firm ${id}`, code: () => 'none' } },
    },
  },
  cases: [
    {
      name: 'each member goes to its own subgraph',
      query: '{ search { ... on Person { name } ... on Firm { title: name } } }',
      data: { search: [{ name: 'person p' }, { title: 'firm f' }, { name: 'person q' }] },
      represented: { people: 2, firms: 1 },
    },
    {
      name: 'an error counts the places of all members, not of those that were sent',
      query: '{ search { ... on Firm { code } } }',
      data: { search: [{}, { code: null }, {}] },
      errors: ['search.1.code'],
      referenceFault: 'it takes the index among representations for that among places',
    },
  ],
}
