import type { Scenario } from '../../support/federation/scenario.ts'

const person = { id: '1', oldIds: ['0'] }

export const scenario: Scenario = {
  feature: 'fields that only subgraphs may read',
  subgraphs: {
    register: {
      sdl: `type Query { person: Person }
      type Person @key(fields: "id") { id: ID! oldIds: [ID!] @inaccessible }`,
      resolvers: { Query: { person: () => person } },
    },
    tax: {
      sdl: `type Person @key(fields: "id") { id: ID! oldIds: [ID!] @external bills: Int @requires(fields: "oldIds") }`,
      resolvers: { Person: { bills: ({ oldIds }: { oldIds: string[] }) => oldIds.length } },
    },
  },
  cases: [
    {
      name: 'reach the subgraph that requires them and never the client',
      query: '{ person { id bills } }',
      data: { person: { id: '1', bills: 1 } },
    },
  ],
}
