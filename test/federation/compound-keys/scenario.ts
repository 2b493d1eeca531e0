import { findIn, type Scenario } from '../../support/federation/scenario.ts'

const plots = [
  { section: 'A', number: 1, owner: 'Chen' },
  { section: 'A', number: 2, owner: 'Wu' },
  { section: 'B', number: 1, owner: 'Lee' },
]

export const scenario: Scenario = {
  feature: 'a key of two fields',
  subgraphs: {
    map: {
      sdl: `type Query { plots: [Plot!]! } type Plot @key(fields: "section number") { section: ID! number: Int! }`,
      resolvers: {
        Query: { plots: () => plots.map(({ section, number }) => ({ section, number })) },
      },
    },
    owners: {
      sdl: `type Plot @key(fields: "section number") { section: ID! number: Int! owner: String }`,
      resolvers: { Plot: { __resolveReference: findIn(plots, 'section', 'number') } },
    },
  },
  cases: [
    {
      name: 'both fields tell plots apart',
      query: '{ plots { owner } }',
      data: { plots: [{ owner: 'Chen' }, { owner: 'Wu' }, { owner: 'Lee' }] },
      represented: { owners: 3 },
    },
  ],
}
