import { defineSubgraph } from '../_kit/define-subgraph.ts'
import { createLoaders, type Loaders } from './loaders.ts'
import type { Database } from './queries.ts'
import { resolvers } from './resolvers.ts'
import { seedTables } from './seed.ts'

export const subgraph = defineSubgraph<Database, Loaders>({
  name: 'vehicle',
  title: { en: 'Motor vehicles and driver licences', zh: '公路監理' },
  port: 4004,
  folder: import.meta.url,
  resolvers,
  asksByKey: true,
  createLoaders,
  seedTables,
})
