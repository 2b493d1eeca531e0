import type { Scenario } from '../../support/federation/scenario.ts'

const item = { id: '1' }

export const scenario: Scenario = {
  feature: 'arguments inside @requires',
  lint: 'has arguments inside @requires',
  subgraphs: {
    prices: {
      sdl: `type Query { item: Item } type Item @key(fields: "id") { id: ID! price(currency: String!): Int }`,
      resolvers: {
        Query: { item: () => item },
        Item: {
          __resolveReference: () => item,
          price: (_: unknown, { currency }: { currency: string }) => (currency === 'TWD' ? 30 : 1),
        },
      },
    },
    fees: {
      sdl: `type Item @key(fields: "id") {
      id: ID! price(currency: String!): Int @external
      fee: Int @requires(fields: "price(currency: \\"USD\\")") }`,
      resolvers: { Item: { fee: ({ price }: { price: number }) => price * 100 } },
    },
  },
  cases: [
    {
      name: 'are served alone, and no supergraph of the hub may have them',
      query: '{ item { fee } }',
      data: { item: { fee: 100 } },
    },
  ],
}
