import type { Scenario } from '../../support/federation/scenario.ts'

export const scenario: Scenario = {
  feature: 'subscriptions, which the hub does not serve',
  subgraphs: {
    one: {
      sdl: `type Query { now: Int } type Subscription { ticks: Int }`,
      resolvers: { Query: { now: () => 1 } },
    },
  },
  cases: [
    { name: 'a query beside them is answered', query: '{ now }', data: { now: 1 } },
    {
      name: 'are refused',
      query: 'subscription { ticks }',
      refused: 'SUBSCRIPTION_REFUSED',
      data: null,
    },
  ],
}
