import { defineSubgraph } from '../_kit/define-subgraph.ts'
import { createLoaders, type Loaders } from './loaders.ts'
import type { Database } from './queries.ts'
import { resolvers } from './resolvers.ts'
import { seedTables } from './seed.ts'

/** Local and national tax offices: bills, self-use residence, property, income. 稅務 */
export const subgraph = defineSubgraph<Database, Loaders>({
  name: 'tax',
  title: { en: 'Tax', zh: '稅務' },
  port: 4003,
  folder: import.meta.url,
  resolvers,
  asksByKey: true,
  createLoaders,
  seedTables,
})
