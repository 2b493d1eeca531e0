import { LRUCache } from 'lru-cache'
import type { DocumentNode } from 'graphql'
import { Counter, type Registry } from 'prom-client'
import type { Rights } from '../../auth/rights.ts'
import { HubError } from '../../schemas/errors.ts'
import { compileOperation, type CompiledOperation } from './compile-operation.ts'
import type { LoadedSupergraph } from './load-supergraph.ts'

/** A document as a request brings it. */
export interface DocumentRequest {
  readonly document: DocumentNode
  /** SHA-256 of the source text. */
  readonly hash: string
  readonly operationName: string | undefined
}

const MAX_OPERATIONS = 2_000

/** Compiled operations by document **and** rights: a plan made for other rights must never run. */
export class OperationCache {
  readonly #supergraph: LoadedSupergraph
  readonly #cache = new LRUCache<string, CompiledOperation | HubError>({ max: MAX_OPERATIONS })
  readonly #lookups: Counter

  constructor(supergraph: LoadedSupergraph, metrics: Registry) {
    this.#supergraph = supergraph
    this.#lookups = new Counter({
      name: 'hub_compiled_operations_total',
      help: 'Look-ups of compiled operations by result',
      labelNames: ['result'],
      registers: [metrics],
    })
  }

  /** The compiled operation; throws what compiling throws, also when that is remembered. */
  get(request: DocumentRequest, rights: Rights | null): CompiledOperation {
    const key = `${rights?.key ?? 'none'} ${request.hash} ${request.operationName ?? ''}`
    const known = this.#cache.get(key)
    this.#lookups.inc({ result: known ? 'hit' : 'miss' })
    const compiled = known ?? this.#compile(request, rights)
    if (!known) this.#cache.set(key, compiled)
    if (compiled instanceof HubError) throw compiled
    return compiled
  }

  #compile(request: DocumentRequest, rights: Rights | null): CompiledOperation | HubError {
    try {
      return compileOperation(this.#supergraph, request.document, request.operationName, rights)
    } catch (error) {
      if (error instanceof HubError) return error
      throw error
    }
  }
}
