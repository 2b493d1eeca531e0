import type { Kysely } from 'kysely'
import type { GraphQLScalarType } from 'graphql'
import type { AgencyIdentity } from './agency-identity.ts'
import type { RequestScope } from './request-scope.ts'
import type { GeneratedVillage } from './population/types.ts'
import type { SeedTable } from './seed-table.ts'

/** What a resolver may use: who asks, which day it is, and the agency's own batched loaders. */
export interface SubgraphContext<Loaders> extends RequestScope {
  readonly loaders: Loaders
}

/** Resolvers as written by hand or typed by `generated.ts`, by type and field. */
export type ResolverMap = Record<
  string,
  | GraphQLScalarType
  // Generated resolver types are narrower per field; the schema builder checks names and shapes.
  | Record<string, unknown>
>

/** An agency, as its `index.ts` states it. */
export interface AgencyDefinition<Database, Loaders> extends AgencyIdentity {
  /** Folder of the agency (`import.meta.url` of its index.ts). */
  readonly folder: string
  readonly resolvers: ResolverMap
  /** The agency's loaders for one request. One load wave = one statement per table. */
  createLoaders(db: Kysely<Database>, scope: RequestScope): Loaders
  /** Rows of the sample, derived from the generated population. */
  readonly seedTables: readonly SeedTable<GeneratedVillage>[]
}

/** An agency the kit can serve, migrate and seed without knowing its tables or loaders. */
export interface Subgraph extends Omit<AgencyDefinition<unknown, unknown>, 'createLoaders'> {
  readonly schemaFile: URL
  readonly migrationsFolder: URL
  contextOf(db: Kysely<unknown>, scope: RequestScope): SubgraphContext<unknown>
}

/** States an agency: its schema, resolvers, loaders, migrations and sample, under one name. */
export function defineSubgraph<Database, Loaders>(
  agency: AgencyDefinition<Database, Loaders>,
): Subgraph {
  const { createLoaders, ...stated } = agency
  return Object.freeze({
    ...stated,
    schemaFile: new URL('schema.graphql', agency.folder),
    migrationsFolder: new URL('migrations/', agency.folder),
    // The kit hands every agency the database that its own migrations made.
    contextOf: (db: Kysely<unknown>, scope: RequestScope) => ({
      ...scope,
      loaders: createLoaders(db as Kysely<Database>, scope),
    }),
  })
}
