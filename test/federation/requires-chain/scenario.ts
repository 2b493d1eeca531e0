import type { Scenario } from '../../support/federation/scenario.ts'

const item = { id: '1', price: 100 }
interface Item {
  price: number
  tax: number
}

export const scenario: Scenario = {
  feature: 'a computed field that needs a computed field',
  subgraphs: {
    prices: {
      sdl: `type Query { item: Item } type Item @key(fields: "id") { id: ID! price: Int }`,
      resolvers: { Query: { item: () => item } },
    },
    taxes: {
      sdl: `type Item @key(fields: "id") { id: ID! price: Int @external tax: Int @requires(fields: "price") }`,
      resolvers: { Item: { tax: ({ price }: Item) => price / 20 } },
    },
    totals: {
      sdl: `type Item @key(fields: "id") {
      id: ID! price: Int @external tax: Int @external total: Int @requires(fields: "price tax") }`,
      resolvers: { Item: { total: ({ price, tax }: Item) => price + tax } },
    },
  },
  cases: [
    {
      name: 'each waits for the one before',
      query: '{ item { total } }',
      data: { item: { total: 105 } },
      asked: { prices: 1, taxes: 1, totals: 1 },
    },
    {
      name: 'where the first is down, the last is not asked with half of it',
      query: '{ item { total } }',
      down: ['taxes'],
      data: { item: { total: null } },
      errors: ['item.tax'],
      asked: { totals: 0 },
    },
  ],
}
