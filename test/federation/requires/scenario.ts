import type { Scenario } from '../../support/federation/scenario.ts'

const parcels = [
  { id: '1', weight: 2 },
  { id: '2', weight: null },
  { id: '3', weight: 5 },
]
interface Parcel {
  id: string
  weight: number | null
}

export const scenario: Scenario = {
  feature: 'a field computed from a fact of another subgraph',
  subgraphs: {
    scale: {
      sdl: `type Query { parcels: [Parcel!]! } type Parcel @key(fields: "id") { id: ID! weight: Int }`,
      resolvers: { Query: { parcels: () => parcels } },
    },
    post: {
      sdl: `type Parcel @key(fields: "id") { id: ID! weight: Int @external fee: Int @requires(fields: "weight") }`,
      resolvers: {
        Parcel: { fee: ({ weight }: Parcel) => (weight === null ? -1 : weight * 10) },
      },
    },
  },
  cases: [
    {
      name: 'the fact is sent, a null one too, and does not appear unasked',
      query: '{ parcels { fee } }',
      data: { parcels: [{ fee: 20 }, { fee: -1 }, { fee: 50 }] },
    },
  ],
}
