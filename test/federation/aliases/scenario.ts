import type { Scenario } from '../../support/federation/scenario.ts'

const book = { id: '1' }
interface Args {
  unit: string
}

export const scenario: Scenario = {
  feature: 'one field under several names and arguments',
  subgraphs: {
    books: {
      sdl: `type Query { book(id: ID): Book } type Book @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: { book: (_: unknown, { id }: { id?: string }) => (id === 'none' ? null : book) },
      },
    },
    shop: {
      sdl: `type Book @key(fields: "id") { id: ID! price(unit: String = "TWD"): String }`,
      resolvers: { Book: { price: (_: unknown, { unit }: Args) => `3 ${unit}` } },
    },
  },
  cases: [
    {
      name: 'names of other fields among them',
      query:
        '{ id: book { price: id id: price(unit: "USD") other: price } none: book(id: "none") { price } }',
      data: { id: { price: '1', id: '3 USD', other: '3 TWD' }, none: null },
    },
    {
      name: 'names that objects inherit in JavaScript are names like others',
      query:
        '{ constructor: book { toString: price hasOwnProperty: id valueOf: price(unit: "JPY") } }',
      data: { constructor: { toString: '3 TWD', hasOwnProperty: '1', valueOf: '3 JPY' } },
    },
    {
      name: 'such a name that a subgraph leaves out is null',
      query: '{ constructor: book(id: "none") { id } toString: book { valueOf: price } }',
      down: ['shop'],
      data: { constructor: null, toString: { valueOf: null } },
      errors: ['toString.valueOf'],
    },
  ],
}
