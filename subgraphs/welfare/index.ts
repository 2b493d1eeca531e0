import { defineSubgraph } from '../_kit/define-subgraph.ts'
import { createLoaders, type Loaders } from './loaders.ts'
import type { Database } from './queries.ts'
import { resolvers } from './resolvers.ts'
import { seedTables } from './seed.ts'

export const subgraph = defineSubgraph<Database, Loaders>({
  name: 'welfare',
  title: { en: 'Social welfare', zh: '社會福利' },
  port: 4005,
  folder: import.meta.url,
  resolvers,
  asksByKey: true,
  createLoaders,
  seedTables,
})
