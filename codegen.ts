import type { CodegenConfig } from '@graphql-codegen/cli'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { readSubgraphSdl } from './subgraphs/_kit/subgraph-schema.ts'

const subgraphs = new URL('subgraphs/', import.meta.url)

/** One `generated.ts` per agency folder that has a schema; agencies are found, not registered. */
const agencies = readdirSync(subgraphs).filter(
  (name) => !name.startsWith('_') && existsSync(new URL(`${name}/schema.graphql`, subgraphs)),
)

const plugins = [
  { add: { content: '// Generated from schema.graphql by `npm run generate`.' } },
  'typescript',
  'typescript-resolvers',
]

const shape = {
  federation: true,
  useTypeImports: true,
  enumsAsTypes: true,
  skipTypename: true,
  immutableTypes: true,
  avoidOptionals: { field: true, inputValue: false, defaultValue: true },
  scalars: { Date: 'string', DateTime: 'string', NationalId: 'string', ID: 'string' },
}

const config: CodegenConfig = {
  generates: {
    ...Object.fromEntries(
      agencies.map((name) => [
        `subgraphs/${name}/generated.ts`,
        {
          schema: [readSubgraphSdl(new URL(`${name}/schema.graphql`, subgraphs))],
          plugins,
          config: { ...shape, contextType: './loaders.ts#Context', mappers: findParents(name) },
        },
      ]),
    ),
    'gateway/hub/generated.ts': {
      schema: ['gateway/hub/schema.graphql'],
      plugins,
      config: {
        ...shape,
        contextType: './hub-context.ts#HubContext',
        mappers: {
          AccessLogConnection: './access-log/asked-page.ts#AskedPage',
          DisclosureReceipt: './receipt/asked-receipt.ts#AskedReceipt',
        },
      },
    },
  },
}

export default config

/** `export interface BillParent` in queries.ts or loaders.ts is what a resolver of `Bill` is given. */
function findParents(agency: string): Record<string, string> {
  const found = ['queries.ts', 'loaders.ts'].flatMap((file) => {
    const path = new URL(`${agency}/${file}`, subgraphs)
    const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
    return [...text.matchAll(/^export (?:interface|type) (\w+)Parent\b/gm)].map(
      ([, type]) => [type!, `./${file}#${type}Parent`] as const,
    )
  })
  return Object.fromEntries(found)
}
