import { LRUCache } from 'lru-cache'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import { readAccessRules, rulesOfDocument, satisfies, type AccessRule } from './access-rules.ts'
import type { HopCaller } from './hop-claims.ts'
import { hubError } from '../schemas/errors.ts'

/** Refuses a fetch that reads a coordinate the caller's scopes do not reach. */
export type Enforce = (source: string, caller: Pick<HopCaller, 'client' | 'scopes'>) => void

const CACHED_DOCUMENTS = 500

/** No scope satisfies it: an agency tells its schema to nobody, not even to the gateway. */
const NOBODY: AccessRule = [['']]
const CLOSED = ['Query._service', 'Query.__schema', 'Query.__type'] as const

/**
 * The agency's own wall behind the gateway's filter: it reads the same rules from the same SDL and
 * refuses the whole fetch with `UNAUTHORIZED_FIELD_OR_TYPE`, because a gateway that filtered would
 * never have asked. Documents are read once; scopes are compared on every fetch.
 */
export function createEnforce(schema: GraphQLSchema, sdl: DocumentNode): Enforce {
  const rules = new Map([
    ...readAccessRules(sdl),
    ...CLOSED.map((coordinate) => [coordinate, [NOBODY]] as const),
  ])
  const cache = new LRUCache<string, readonly { coordinate: string; rule: AccessRule }[]>({
    max: CACHED_DOCUMENTS,
  })
  return (source, { client, scopes }) => {
    let touched = cache.get(source)
    if (!touched) {
      touched = rulesOfDocument(source, schema, rules)
      cache.set(source, touched)
    }
    const held = new Set(scopes)
    for (const { coordinate, rule } of touched) {
      // `@authenticated` asks for no scope, but for someone: a public operation has no client
      if (client === null || !satisfies(rule, held))
        throw hubError('UNAUTHORIZED_FIELD_OR_TYPE', { coordinate })
    }
  }
}
