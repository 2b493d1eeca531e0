import { readFileSync } from 'node:fs'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { GraphQLScalarType, Kind, parse, type DocumentNode, type GraphQLSchema } from 'graphql'
import { hubError } from '../../schemas/errors.ts'
import { isIsoDate } from '../../schemas/scalars/dates.ts'
import { isNationalId, normaliseNationalId } from '../../schemas/scalars/national-id.ts'
import type { ResolverMap, Subgraph } from './define-subgraph.ts'

const SHARED_FILE = new URL('../../schemas/shared.graphql', import.meta.url)
// Only the agency that owns an entity describes it.
const DOOR_PLATE_STUB = `
type DoorPlate @key(fields: "id", resolvable: false) {
  id: ID!
}
`

/** An agency's whole SDL: its own file and the types every agency shares. */
export function readSubgraphSdl(schemaFile: URL): string {
  const own = readFileSync(schemaFile, 'utf8')
  const stub = /^type DoorPlate\b/m.test(own) ? '' : DOOR_PLATE_STUB
  return `${own}\n${readFileSync(SHARED_FILE, 'utf8')}${stub}`
}

/** The executable federation schema of an agency, and its SDL for the access rules. */
export function buildAgencySchema(agency: Subgraph): {
  readonly schema: GraphQLSchema
  readonly sdl: DocumentNode
} {
  const sdl = parse(withShareableImport(readSubgraphSdl(agency.schemaFile)))
  const resolvers: ResolverMap = { ...SCALARS, ...agency.resolvers }
  const schema = buildSubgraphSchema([{ typeDefs: sdl, resolvers: resolvers as never }])
  return { schema, sdl }
}

/** The shared types use @shareable, @authenticated and @key, so every agency imports them. */
export function withShareableImport(sdl: string): string {
  return sdl.replace(/import:\s*\[([^\]]*)\]/, (whole, names: string) => {
    const missing = ['@key', '@shareable', '@authenticated'].filter(
      (name) => !names.includes(`"${name}"`),
    )
    return missing.length === 0
      ? whole
      : `import: [${[names, ...missing.map((name) => `"${name}"`)].join(', ')}]`
  })
}

const SCALARS = {
  Date: new GraphQLScalarType({
    name: 'Date',
    parseValue: (value) => {
      if (typeof value === 'string' && isIsoDate(value)) return value
      throw hubError('BAD_USER_INPUT', { reason: 'A date is written YYYY-MM-DD.' })
    },
    parseLiteral: (node) => {
      if (node.kind === Kind.STRING && isIsoDate(node.value)) return node.value
      throw hubError('BAD_USER_INPUT', { reason: 'A date is written YYYY-MM-DD.' })
    },
  }),
  DateTime: new GraphQLScalarType({ name: 'DateTime' }),
  NationalId: new GraphQLScalarType({
    name: 'NationalId',
    parseValue: (value) => {
      const nationalId = typeof value === 'string' ? normaliseNationalId(value) : ''
      if (isNationalId(nationalId)) return nationalId
      throw hubError('NATIONAL_ID_INVALID', { name: 'nationalId' })
    },
    // A literal would stand in caches and logs; only a variable may carry the number.
    parseLiteral: () => {
      throw hubError('NATIONAL_ID_LITERAL')
    },
  }),
} satisfies Record<string, GraphQLScalarType>
