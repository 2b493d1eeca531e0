import type { Scenario } from '../../support/federation/scenario.ts'

const query = `query ($a: Boolean!) { offers @include(if: $a) { id @skip(if: $a) } gone { id @skip(if: $a) } }`

export const scenario: Scenario = {
  feature: 'objects of which conditions leave nothing',
  subgraphs: {
    shop: {
      sdl: `type Query { offers: [Offer!] gone: Offer other: Int } type Offer @key(fields: "id") { id: ID! }`,
      resolvers: { Query: { offers: () => [{ id: '1' }, { id: '2' }], gone: () => null } },
    },
  },
  cases: [
    {
      name: 'are empty, and null where there is none',
      query,
      variables: { a: true },
      data: { offers: [{}, {}], gone: null },
    },
    {
      name: 'by a literal too',
      query: '{ offers { id @skip(if: true) } gone { id @include(if: false) } }',
      data: { offers: [{}, {}], gone: null },
    },
  ],
}
