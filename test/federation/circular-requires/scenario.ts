import type { Scenario } from '../../support/federation/scenario.ts'

const row = { id: '1', a: 1 }

export const scenario: Scenario = {
  feature: 'two subgraphs that each need a fact of the other',
  subgraphs: {
    left: {
      sdl: `type Query { row: Row }
      type Row @key(fields: "id") { id: ID! a: Int b: Int @external c: Int @requires(fields: "b") }`,
      resolvers: {
        Query: { row: () => row },
        Row: { c: ({ b }: { b: number }) => b + 1 },
      },
    },
    right: {
      sdl: `type Row @key(fields: "id") { id: ID! a: Int @external b: Int d: Int @requires(fields: "a") }`,
      resolvers: { Row: { b: () => 10, d: ({ a }: { a: number }) => a + 1 } },
    },
  },
  cases: [
    {
      name: 'each gets what it needs',
      query: '{ row { c d } }',
      data: { row: { c: 11, d: 2 } },
      asked: { left: 2, right: 1 },
    },
  ],
}
