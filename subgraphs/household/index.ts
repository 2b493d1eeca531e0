import { defineSubgraph } from '../_kit/define-subgraph.ts'
import { createLoaders, type Loaders } from './loaders.ts'
import type { Database } from './queries.ts'
import { resolvers } from './resolvers.ts'
import { seedTables } from './seed.ts'

/** The household register: people, households, kinship and what was registered of them. */
export const subgraph = defineSubgraph<Database, Loaders>({
  name: 'household',
  title: { en: 'Household registration', zh: '戶政' },
  port: 4001,
  folder: import.meta.url,
  resolvers,
  asksByKey: true,
  createLoaders,
  seedTables,
})
