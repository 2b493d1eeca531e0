import { Kind, type DefinitionNode } from 'graphql'
import { LRUCache } from 'lru-cache'
import type { Registry } from 'prom-client'
import type { Rights } from '../../auth/rights.ts'
import { HubError } from '../../schemas/errors.ts'
import type { ShapeField } from './answer-shape.ts'
import { compileOperation, type CompiledOperation } from './compile-operation.ts'
import { createCompileMetrics, type CompileMetrics } from './compile-metrics.ts'
import type { KnownDocument } from './documents.ts'
import type { LoadedSupergraph } from './load-supergraph.ts'

/** A document as a request brings it. */
export interface DocumentRequest extends KnownDocument {
  readonly operationName: string | undefined
}

type Compiled = CompiledOperation | HubError

/** Bytes that the compiled operations of one segment may take, as estimated. */
const SEGMENT_BYTES = 64 * 1024 * 1024
// measured on the registered operations with their plans and what the executor makes of them
const BYTES_PER_FIELD = 1_536
const BYTES_PER_REFUSAL = 512
const BYTES_AT_LEAST = 4_096

/**
 * Compiled operations by document **and** rights: a plan made for other rights must never run.
 * Registered operations have a segment of their own, which no flood of other documents, of wrong
 * operation names or of refusals reaches; each segment is bounded by the memory it takes.
 */
export class OperationCache {
  readonly #supergraph: LoadedSupergraph
  readonly #segments = { registered: createSegment(), other: createSegment() }
  readonly #metrics: CompileMetrics

  constructor(supergraph: LoadedSupergraph, metrics: Registry) {
    this.#supergraph = supergraph
    this.#metrics = createCompileMetrics(metrics, this.#segments)
  }

  /** The compiled operation; throws what compiling throws, also when that is remembered. */
  get(request: DocumentRequest, rights: Rights | null): CompiledOperation {
    const key = keyOf(request, rights)
    const { registered, other } = this.#segments
    const known = (request.isRegistered ? registered.get(key) : undefined) ?? other.get(key)
    this.#metrics.countLookup(known !== undefined)
    const compiled = known ?? this.#compile(request, rights)
    if (!known) {
      const isKept = request.isRegistered && !(compiled instanceof HubError)
      const segment = isKept ? registered : other
      segment.set(key, compiled)
    }
    if (compiled instanceof HubError) throw compiled
    return compiled
  }

  /**
   * Compiles a registered operation before anyone asks; nothing where some of it is refused, which is
   * compiled for whoever does ask.
   */
  warm(request: DocumentRequest, rights: Rights | null): CompiledOperation | undefined {
    const compiled = this.#compile(request, rights)
    if (compiled instanceof HubError || compiled.refusals.length > 0) return undefined
    this.#segments.registered.set(keyOf(request, rights), compiled)
    return compiled
  }

  #compile(request: DocumentRequest, rights: Rights | null): Compiled {
    const started = performance.now()
    try {
      return compileOperation(this.#supergraph, request.document, request.operationName, rights)
    } catch (error) {
      if (error instanceof HubError) return error
      throw error
    } finally {
      this.#metrics.observeCompile(performance.now() - started)
    }
  }
}

/** A document has one operation: naming it asks for the same. */
function keyOf({ document, hash, operationName }: DocumentRequest, rights: Rights | null): string {
  const isNamed = (node: DefinitionNode): boolean =>
    node.kind === Kind.OPERATION_DEFINITION && node.name?.value === operationName
  const name =
    operationName === undefined || document.definitions.some(isNamed) ? '' : operationName
  return `${rights?.key ?? 'none'} ${hash} ${name}`
}

function createSegment(): LRUCache<string, Compiled> {
  return new LRUCache({ maxSize: SEGMENT_BYTES, sizeCalculation: (compiled) => sizeOf(compiled) })
}

/** About how many bytes a compiled operation holds. */
function sizeOf(compiled: Compiled): number {
  if (compiled instanceof HubError) return BYTES_AT_LEAST
  const refusals = compiled.refusals.length * BYTES_PER_REFUSAL
  return BYTES_AT_LEAST + refusals + countFields(compiled.shape) * BYTES_PER_FIELD
}

function countFields(shape: readonly ShapeField[]): number {
  return shape.reduce((sum, { fields }) => sum + 1 + countFields(fields), 0)
}
