import type { Scenario } from '../../support/federation/scenario.ts'

export const scenario: Scenario = {
  feature: 'two subgraphs that know an interface as one object each',
  lint: 'Route is an @interfaceObject of more than one agency',
  subgraphs: {
    lines: {
      sdl: `type Query { routes: [Route!] }
      interface Route @key(fields: "id") { id: ID! }
      type Line implements Route @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: { routes: () => [{ __typename: 'Line', id: '1' }] },
        Route: { __resolveType: () => 'Line' },
      },
    },
    fares: {
      sdl: `type Route @key(fields: "id") @interfaceObject { id: ID! fare: Int }`,
      resolvers: { Route: { fare: () => 12 } },
    },
    staff: {
      sdl: `type Route @key(fields: "id") @interfaceObject { id: ID! head: String }`,
      resolvers: { Route: { head: () => 'Lin' } },
    },
  },
  cases: [
    {
      name: 'each tells its part',
      query: '{ routes { fare head } }',
      data: { routes: [{ fare: 12, head: 'Lin' }] },
    },
  ],
}
