import { findIn, type Scenario } from '../../support/federation/scenario.ts'

const boat = { id: '1', hull: 'h1', port: { code: 'TPE', berth: '4' } }
const boats = [{ id: '1', hull: 'h1', length: 12 }]

export const scenario: Scenario = {
  feature:
    'a field computed from another subgraph, beside keys by which its own may not be entered',
  lint: 'has a resolvable and a non-resolvable key that overlap',
  subgraphs: {
    harbour: {
      sdl: `type Query { moored: [Boat!]! }
      type Boat @key(fields: "port { code berth }", resolvable: false) @key(fields: "id hull")
        @key(fields: "hull", resolvable: false) {
        id: ID! hull: ID! port: Berth! length: Int @external fee: Int @requires(fields: "length") }
      type Berth { code: ID! berth: ID! }`,
      resolvers: {
        Query: { moored: () => [boat] },
        Boat: {
          __resolveReference: (key: { id?: string; hull?: string }) =>
            key.id && key.hull ? key : null,
          fee: ({ length }: { length: number }) => length * 10,
        },
      },
    },
    register: {
      sdl: `type Boat @key(fields: "id") @key(fields: "hull", resolvable: false) {
        id: ID! hull: ID! @shareable length: Int }`,
      resolvers: { Boat: { __resolveReference: findIn(boats, 'id') } },
    },
  },
  cases: [
    {
      name: 'it is asked for by the key that its subgraph takes',
      query: '{ moored { fee port { code } } }',
      data: { moored: [{ fee: 120, port: { code: 'TPE' } }] },
      asked: { harbour: 2, register: 1 },
    },
  ],
}
