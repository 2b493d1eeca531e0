import { print, type GraphQLResolveInfo } from 'graphql'
import type { Scenario } from '../../support/federation/scenario.ts'

const TONES = `extend schema @link(url: "https://specs.example/tone/v1.0", import: ["@tone"])
  @composeDirective(name: "@tone")
  enum Tone { PLAIN LOUD }`

/** What the subgraph was told beside the name of its field. */
function told(_root: unknown, _args: unknown, _context: unknown, info: GraphQLResolveInfo): string {
  const tones: Readonly<Record<string, string>> = info.variableValues as never
  return (info.fieldNodes[0]?.directives ?? [])
    .map((directive) => print(directive).replace(/\$(\w+)/, (_, name: string) => tones[name] ?? ''))
    .join(' ')
}

export const scenario: Scenario = {
  feature: 'directives that subgraphs define for documents',
  subgraphs: {
    one: {
      sdl: `${TONES} directive @tone(of: Tone!) on FIELD
      directive @brief(words: Int = 3) on FIELD type Query { one: String }`,
      resolvers: { Query: { one: told } },
    },
    two: {
      sdl: `${TONES} directive @tone(of: Tone! = PLAIN) on FIELD
      directive @brief(words: Int = 3) on FIELD type Query { two: String }`,
      resolvers: { Query: { two: told } },
    },
  },
  cases: [
    {
      name: 'reach each subgraph, with a default that only another one knows',
      query: '{ one @tone two @tone }',
      data: { one: '@tone(of: PLAIN)', two: '@tone(of: PLAIN)' },
    },
    {
      name: 'may be given variables, and defined without a specification',
      query: 'query ($t: Tone!) { one @tone(of: $t) @brief two @brief(words: 5) }',
      variables: { t: 'LOUD' },
      data: { one: '@tone(of: LOUD) @brief(words: 3)', two: '@brief(words: 5)' },
    },
    {
      name: 'are left out with their field',
      query: 'query ($no: Boolean!) { one @include(if: $no) @tone two }',
      variables: { no: false },
      data: { two: '' },
    },
  ],
}
