import type { Scenario } from '../../support/federation/scenario.ts'

interface Args {
  from?: number | null
  to?: number | null
}
const show = ({ from, to }: Args): string => `${String(from)}..${String(to)}`

export const scenario: Scenario = {
  feature: 'variables, defaults and nulls, each to the subgraph that uses it',
  subgraphs: {
    one: {
      sdl: `type Query { one(from: Int = 1, to: Int): String row: Row } type Row @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: { one: (_: unknown, args: Args) => show(args), row: () => ({ id: '1' }) },
      },
    },
    two: {
      sdl: `type Query { two(from: Int = 1, to: Int): String }
      type Row @key(fields: "id") { id: ID! range(from: Int = 5, to: Int = 9): String }`,
      resolvers: {
        Query: { two: (_: unknown, args: Args) => show(args) },
        Row: { range: (_: unknown, args: Args) => show(args) },
      },
    },
  },
  cases: [
    {
      name: 'given, by default, null and left out',
      query: `query ($a: Int, $b: Int = 7, $c: Int) {
      one(from: $a, to: $b) two(to: $c) row { range(from: $b, to: $c) } }`,
      variables: { a: null },
      data: { one: 'null..7', two: '1..undefined', row: { range: '7..9' } },
    },
    {
      name: 'none at all',
      query: '{ one two row { range } }',
      data: { one: '1..undefined', two: '1..undefined', row: { range: '5..9' } },
    },
  ],
}
