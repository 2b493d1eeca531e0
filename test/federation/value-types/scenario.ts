import type { Scenario } from '../../support/federation/scenario.ts'

export const scenario: Scenario = {
  feature: 'an object that is no entity, of which each subgraph knows a part',
  subgraphs: {
    one: {
      sdl: `type Query { item: Item }
      type Item @key(fields: "id") { id: ID! box: Box @shareable }
      type Box @shareable { size: Size lid: Boolean } type Size @shareable { width: Int }`,
      resolvers: { Query: { item: () => ({ id: '1', box: { lid: true, size: { width: 3 } } }) } },
    },
    two: {
      sdl: `type Item @key(fields: "id") { id: ID! box: Box @shareable }
      type Box @shareable { size: Size weight: Int } type Size @shareable { height: Int }`,
      resolvers: { Item: { box: () => ({ weight: 9, size: { height: 4 } }) } },
    },
  },
  cases: [
    {
      name: 'is whole, at every depth',
      query: '{ item { box { lid weight size { width height } } } }',
      data: { item: { box: { lid: true, weight: 9, size: { width: 3, height: 4 } } } },
    },
    {
      name: 'one part missing does not hide the other',
      query: '{ item { box { lid weight } } }',
      down: ['two'],
      data: { item: { box: { lid: true, weight: null } } },
      errors: ['item.box'],
    },
  ],
}
