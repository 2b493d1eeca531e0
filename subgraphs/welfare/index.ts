import { defineSubgraph } from '../_kit/define-subgraph.ts'
import { agency } from './agency.ts'
import { createLoaders, type Loaders } from './loaders.ts'
import type { Database } from './queries.ts'
import { resolvers } from './resolvers.ts'
import { seedTables } from './seed.ts'

export const subgraph = defineSubgraph<Database, Loaders>({
  ...agency,
  folder: import.meta.url,
  resolvers,
  createLoaders,
  seedTables,
})
