import { defineSubgraph } from '../_kit/define-subgraph.ts'
import { createLoaders, type Loaders } from './loaders.ts'
import type { Database } from './queries.ts'
import { resolvers } from './resolvers.ts'
import { seedTables } from './seed.ts'

export const subgraph = defineSubgraph<Database, Loaders>({
  name: 'address',
  title: { en: 'Door plates and administrative areas', zh: '門牌' },
  port: 4002,
  folder: import.meta.url,
  resolvers,
  createLoaders,
  seedTables,
})
