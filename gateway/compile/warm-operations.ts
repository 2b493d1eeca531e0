import { setTimeout as pause } from 'node:timers/promises'
import { isInForce, type Agreement } from '../../auth/agreement.ts'
import { createRights } from '../../auth/rights.ts'
import type { CompiledOperation } from './compile-operation.ts'
import type { Documents } from './documents.ts'
import type { OperationCache } from './operation-cache.ts'

/** What is compiled ahead, and for whom. */
export interface WarmParts {
  readonly documents: Documents
  readonly operations: OperationCache
  readonly agreements: readonly Agreement[]
  /** Lets the executor make its part ready too. */
  prepare(filtered: NonNullable<CompiledOperation['filtered']>): void
}

/** Milliseconds that requests have for themselves between two operations. */
const BETWEEN_MS = 25

/**
 * Compiles each registered operation under the rights of every agreement in force that refuses nothing of
 * it, and the public ones without any, a little at a time; answers how many are ready. It stops where
 * the signal says so.
 */
export async function warmOperations(
  { documents, operations, agreements, prepare }: WarmParts,
  signal: AbortSignal,
): Promise<number> {
  const granted = agreements.filter((agreement) => isInForce(agreement))
  const all = [null, ...granted.map(({ scopes, policies }) => createRights(scopes, policies))]
  let ready = 0
  for (const known of documents.registered) {
    for (const rights of all) {
      await pause(BETWEEN_MS, undefined, { ref: false, signal })
      const compiled = operations.warm({ ...known, operationName: undefined }, rights)
      if (!compiled) continue
      if (compiled.filtered) prepare(compiled.filtered)
      ready += 1
    }
  }
  return ready
}
