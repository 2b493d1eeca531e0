import {
  GraphQLSchema,
  Kind,
  buildASTSchema,
  isInterfaceType,
  parse,
  printSchema,
  type DefinitionNode,
  type GraphQLNamedType,
} from 'graphql'
import { LRUCache } from 'lru-cache'
import type { Rights } from '../../auth/rights.ts'
import { heldBy } from './held-rights.ts'
import { pruneDefinitions, type PruneSource } from './prune-definitions.ts'

const KEPT_SCHEMAS = 24

/** The schema as each caller may use it, kept by rights. */
export class VisibleSchemas {
  readonly #source: PruneSource
  readonly #definitions: readonly DefinitionNode[]
  readonly #schemas = new LRUCache<string, GraphQLSchema>({ max: KEPT_SCHEMAS })

  constructor(source: PruneSource) {
    this.#source = source
    this.#definitions = parse(printSchema(source.apiSchema), { noLocation: true }).definitions
  }

  /**
   * Types, fields, arguments, input fields and enum values that the rights reach, with their
   * descriptions; a field that cannot be asked for without something closed is closed too. Null is a caller without any: what is public.
   */
  of(rights: Rights | null): GraphQLSchema {
    const key = rights?.key ?? 'no token'
    const known = this.#schemas.get(key)
    if (known) return known
    const definitions = pruneDefinitions(this.#source, rights && heldBy(rights), this.#definitions)
    const document = { kind: Kind.DOCUMENT, definitions } as const
    const options = { assumeValid: true, assumeValidSDL: true }
    const schema = withReachedTypes(buildASTSchema(document, options))
    this.#schemas.set(key, schema)
    return schema
  }
}

/** The types that the roots lead to, and those that stand for an interface among them. */
function withReachedTypes(schema: GraphQLSchema): GraphQLSchema {
  const config = { ...schema.toConfig(), assumeValid: true }
  let types: readonly GraphQLNamedType[] = []
  for (;;) {
    const reached = new GraphQLSchema({ ...config, types })
    const standing = Object.values(reached.getTypeMap())
      .filter(isInterfaceType)
      .flatMap((type) => Object.values(schema.getImplementations(type)).flat())
    const all = [...new Set<GraphQLNamedType>(standing)]
    if (all.length === types.length) return reached
    types = all
  }
}
