import type { Scenario } from '../../support/federation/scenario.ts'

const orders = [
  { id: '1', buyer: { city: { zone: 2 } }, lines: [{ count: 1 }, { count: 4 }] },
  { id: '2', buyer: null, lines: [] },
]
interface Order {
  id: string
  buyer: { city: { zone: number } } | null
  lines: { count: number }[]
}

export const scenario: Scenario = {
  feature: "a field computed from objects and lists inside another subgraph's",
  subgraphs: {
    orders: {
      sdl: `type Query { orders: [Order!]! }
      type Order @key(fields: "id") { id: ID! buyer: Buyer lines: [Line!]! }
      type Buyer { city: City } type City { zone: Int } type Line { count: Int }`,
      resolvers: { Query: { orders: () => orders } },
    },
    freight: {
      sdl: `type Order @key(fields: "id") {
        id: ID! buyer: Buyer @external lines: [Line!]! @external
        freight: Int @requires(fields: "buyer { city { zone } } lines { count }")
      }
      type Buyer @external { city: City } type City @external { zone: Int } type Line @external { count: Int }`,
      resolvers: {
        Order: {
          freight: ({ buyer, lines }: Order) =>
            (buyer?.city.zone ?? 0) * 100 + lines.reduce((sum, { count }) => sum + count, 0),
        },
      },
    },
  },
  cases: [
    {
      name: 'objects, lists and nulls are sent as they are',
      query: '{ orders { id freight } }',
      data: {
        orders: [
          { id: '1', freight: 205 },
          { id: '2', freight: 0 },
        ],
      },
    },
  ],
}
