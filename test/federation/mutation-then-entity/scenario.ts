import type { Scenario } from '../../support/federation/scenario.ts'

const notes = [{ id: 'n1', text: 'hello' }]

export const scenario: Scenario = {
  feature: "a mutation's payload goes on to other subgraphs",
  subgraphs: {
    notes: {
      sdl: `type Query { notes: [Note!]! } type Mutation { write(text: String!): Written! }
      type Written { note: Note } type Note @key(fields: "id") { id: ID! text: String }`,
      resolvers: {
        Query: { notes: () => notes },
        Mutation: {
          write: (_: unknown, { text }: { text: string }) => ({ note: { id: 'n1', text } }),
        },
      },
    },
    readers: {
      sdl: `type Note @key(fields: "id") { id: ID! readers: Int! }`,
      resolvers: { Note: { readers: () => 2 } },
    },
  },
  cases: [
    {
      name: 'the new note and who read it',
      query: 'mutation ($text: String!) { write(text: $text) { note { text readers } } }',
      variables: { text: 'hello' },
      data: { write: { note: { text: 'hello', readers: 2 } } },
    },
  ],
}
