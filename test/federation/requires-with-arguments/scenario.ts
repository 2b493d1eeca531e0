import { findIn, type Scenario } from '../../support/federation/scenario.ts'

const items = [
  { id: '1', weight: 2, parts: [{ id: 'p', by: { __typename: 'Firm' } }, null] },
  { id: '2', weight: 3, parts: null },
]
const inTwd = (_: unknown, { currency }: { currency: string }): number => {
  if (currency === 'EUR') throw new Error('no such rate')
  return currency === 'TWD' ? 30 : 1
}
interface Told {
  readonly price: number
  readonly weight: number
  readonly parts:
    readonly ({ readonly price: number; readonly by: { share: number } } | null)[] | null
}

export const scenario: Scenario = {
  feature: 'arguments inside @requires',
  lint: 'has arguments inside @requires',
  subgraphs: {
    prices: {
      sdl: `type Query { item: Item items: [Item!]! }
      type Item @key(fields: "id") { id: ID! weight: Int price(currency: String!): Int parts: [Part] }
      type Part { id: ID! price(currency: String!): Int by: Maker }
      interface Maker { share(of: Int!): Int } type Firm implements Maker { share(of: Int!): Int }`,
      resolvers: {
        Query: { item: () => items[0], items: () => items },
        Item: { __resolveReference: findIn(items, 'id'), price: inTwd },
        Part: { price: inTwd },
        Firm: { share: (_: unknown, { of }: { of: number }) => of / 2 },
      },
    },
    fees: {
      sdl: `type Query { charged: Item }
      type Item @key(fields: "id") { id: ID! weight: Int @external
        price(currency: String!): Int @external parts: [Part] @external
        fee: Int @requires(fields: "price(currency: \\"USD\\")")
        toll: Int @requires(fields: "price(currency: \\"TWD\\") weight")
        duty: Int @requires(fields: "price(currency: \\"EUR\\")") count: Int
        dues: Int @requires(fields: "price(currency: \\"USD\\") parts { price(currency: \\"TWD\\") }")
        shares: Int @requires(fields: "parts { price(currency: \\"TWD\\") by { share(of: 10) } }") }
      type Part @external { price(currency: String!): Int by: Maker }
      interface Maker { share(of: Int!): Int } type Firm implements Maker @external { share(of: Int!): Int }`,
      resolvers: {
        Query: { charged: () => ({ id: '1' }) },
        Item: {
          fee: ({ price }: Told) => price * 100,
          toll: ({ price, weight }: Told) => price * weight,
          duty: ({ price }: Told) => price,
          count: () => 4,
          dues: ({ price, parts }: Told) => price + (parts?.[0]?.price ?? 0),
          shares: ({ parts }: Told) =>
            (parts ?? []).reduce((sum, part) => sum + (part ? part.price * part.by.share : 0), 0),
        },
      },
    },
  },
  cases: [
    {
      name: 'are served alone, and no supergraph of the hub may have them',
      query: '{ item { fee } }',
      data: { item: { fee: 100 } },
      asked: { prices: 1, fees: 1 },
    },
    {
      name: 'leave those of the client alone',
      query:
        'query ($c: String! = "TWD") { item { fee price(currency: $c) usd: price(currency: "USD") } }',
      data: { item: { fee: 100, price: 30, usd: 1 } },
      asked: { prices: 1, fees: 1 },
    },
    {
      name: 'that differ at one place are told to fetches of their own',
      query: '{ item { fee toll count dues } }',
      data: { item: { fee: 100, toll: 60, count: 4, dues: 31 } },
      asked: { prices: 1, fees: 2 },
    },
    {
      name: 'are told in lists, below interfaces, and beside those of the client',
      query: '{ items { shares toll parts { price(currency: "USD") by { share(of: 2) } } } }',
      data: {
        items: [
          { shares: 150, toll: 60, parts: [{ price: 1, by: { share: 1 } }, null] },
          { shares: 0, toll: 90, parts: null },
        ],
      },
      asked: { prices: 1, fees: 1 },
    },
    {
      name: 'name the field that nobody answers as its own subgraph does',
      query: '{ charged { fee weight } }',
      down: ['prices'],
      data: { charged: { fee: null, weight: null } },
      errors: ['charged.price', 'charged.weight'],
    },
    {
      name: 'and where it fails alike',
      query: '{ item { duty price(currency: "TWD") } }',
      data: { item: { duty: null, price: 30 } },
      errors: ['item.price'],
      referenceFault: 'it tells the name that the planner knows',
    },
  ],
}
