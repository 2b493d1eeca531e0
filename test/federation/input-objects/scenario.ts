import type { Scenario } from '../../support/federation/scenario.ts'

interface Filter {
  kinds: string[]
  within?: { from: number; to: number }
}
const show = ({ kinds, within }: Filter): string =>
  `${kinds.join('+')} ${within?.from}-${within?.to}`

export const scenario: Scenario = {
  feature: 'input objects, lists and enums as arguments',
  subgraphs: {
    one: {
      sdl: `type Query { find(filter: Filter!): String row: Row }
      input Filter { kinds: [Kind!]! = [BIG] within: Span } input Span { from: Int! = 0 to: Int! }
      enum Kind { BIG SMALL } type Row @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: {
          find: (_: unknown, args: { filter: Filter }) => show(args.filter),
          row: () => ({ id: '1' }),
        },
      },
    },
    two: {
      sdl: `type Row @key(fields: "id") { id: ID! find(filters: [Filter!]!): [String] }
      input Filter { kinds: [Kind!]! = [BIG] within: Span } input Span { from: Int! = 0 to: Int! }
      enum Kind { BIG SMALL }`,
      resolvers: {
        Row: { find: (_: unknown, args: { filters: Filter[] }) => args.filters.map(show) },
      },
    },
  },
  cases: [
    {
      name: 'as literals, as variables, and as variables inside literals',
      query: `query ($filter: Filter!, $kind: Kind!, $to: Int!) {
      find(filter: $filter) row { find(filters: [$filter, { kinds: [$kind, SMALL], within: { to: $to } }]) } }`,
      variables: { filter: { within: { to: 3 } }, kind: 'BIG', to: 5 },
      data: { find: 'BIG 0-3', row: { find: ['BIG 0-3', 'BIG+SMALL 0-5'] } },
    },
  ],
}
