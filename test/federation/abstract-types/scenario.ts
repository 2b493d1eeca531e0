import { findIn, type Scenario } from '../../support/federation/scenario.ts'

const vehicles = [
  { __typename: 'Car', id: 'c', doors: 4 },
  { __typename: 'Bike', id: 'b', gears: 7 },
]
const prices = [
  { id: 'c', price: 900 },
  { id: 'b', price: 90 },
]

export const scenario: Scenario = {
  feature: 'an interface whose implementations have fields in other subgraphs',
  subgraphs: {
    vehicles: {
      sdl: `type Query { vehicles: [Vehicle!]! }
      interface Vehicle { id: ID! }
      type Car implements Vehicle @key(fields: "id") { id: ID! doors: Int }
      type Bike implements Vehicle @key(fields: "id") { id: ID! gears: Int }`,
      resolvers: { Query: { vehicles: () => vehicles } },
    },
    prices: {
      sdl: `interface Vehicle { id: ID! price: Int }
      type Car implements Vehicle @key(fields: "id") { id: ID! price: Int }
      type Bike implements Vehicle @key(fields: "id") { id: ID! price: Int }`,
      resolvers: {
        Car: { __resolveReference: findIn(prices, 'id') },
        Bike: { __resolveReference: findIn(prices, 'id') },
      },
    },
  },
  cases: [
    {
      name: 'an interface field that only another subgraph has',
      query: '{ vehicles { __typename price } }',
      data: {
        vehicles: [
          { __typename: 'Car', price: 900 },
          { __typename: 'Bike', price: 90 },
        ],
      },
    },
    {
      name: 'fields on some types, in the order of the document',
      query: '{ vehicles { ... on Bike { price gears } id ... on Car { doors price } } }',
      data: {
        vehicles: [
          { id: 'c', doors: 4, price: 900 },
          { price: 90, gears: 7, id: 'b' },
        ],
      },
    },
  ],
}
