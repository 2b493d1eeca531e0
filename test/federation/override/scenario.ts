import type { Scenario } from '../../support/federation/scenario.ts'

const bill = { id: '1', amount: 100 }

export const scenario: Scenario = {
  feature: 'a field that moved to another subgraph',
  subgraphs: {
    old: {
      sdl: `type Query { bill: Bill } type Bill @key(fields: "id") { id: ID! amount: Int note: String }`,
      resolvers: { Query: { bill: () => ({ ...bill, amount: -1, note: 'paid' }) } },
    },
    new: {
      sdl: `type Bill @key(fields: "id") { id: ID! amount: Int @override(from: "old") }`,
      resolvers: { Bill: { __resolveReference: () => bill } },
    },
  },
  cases: [
    {
      name: 'the new owner answers',
      query: '{ bill { amount note } }',
      data: { bill: { amount: 100, note: 'paid' } },
      asked: { old: 1, new: 1 },
    },
  ],
}
