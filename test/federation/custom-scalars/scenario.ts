import type { Scenario } from '../../support/federation/scenario.ts'

const value = { list: [1, 'x', null, { deep: true }], zero: 0 }

export const scenario: Scenario = {
  feature: "scalars of the schema's own, any JSON",
  subgraphs: {
    one: {
      sdl: `scalar Json type Query { row: Row echo(value: Json): Json } type Row @key(fields: "id") { id: ID! json: Json }`,
      resolvers: {
        Query: {
          row: () => ({ id: '1', json: value }),
          echo: (_: unknown, args: { value: unknown }) => args.value,
        },
      },
    },
    two: {
      sdl: `scalar Json type Row @key(fields: "id") { id: ID! json: Json @external same: Json @requires(fields: "json") }`,
      resolvers: { Row: { same: ({ json }: { json: unknown }) => json } },
    },
  },
  cases: [
    {
      name: 'pass as they are, through variables and @requires too',
      query: 'query ($value: Json) { row { json same } echo(value: $value) }',
      variables: { value },
      data: { row: { json: value, same: value }, echo: value },
    },
  ],
}
