import { hubError } from '../../schemas/errors.ts'

/** How much a sender may ask of the gateway; an agreement limits its client further. */
export interface LimitsConfig {
  /** Requests under one token, or of one address without any, that may be under way at once. */
  readonly parallelRequests: number
  /** Cost units per second for one client and for one case; an agency has four times as many. */
  readonly costPerSecond: number
  /** Faulty documents of one sender at once; a sixtieth of them comes back every second. */
  readonly faultyDocuments: number
  /** Milliseconds within which the headers of a request must be there, and the whole of it. */
  readonly headersTimeoutMs: number
  readonly requestTimeoutMs: number
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads HUB_PARALLEL_REQUESTS, HUB_COST_PER_SECOND, HUB_FAULTY_DOCUMENTS,
 * HUB_HEADERS_TIMEOUT_MS and HUB_REQUEST_TIMEOUT_MS. Throws `CONFIG_INVALID` naming the variable.
 */
export function readLimitsConfig(env: Environment = process.env): LimitsConfig {
  return Object.freeze({
    parallelRequests: readCount(env, 'HUB_PARALLEL_REQUESTS', 200),
    costPerSecond: readCount(env, 'HUB_COST_PER_SECOND', 500_000),
    faultyDocuments: readCount(env, 'HUB_FAULTY_DOCUMENTS', 300),
    headersTimeoutMs: readCount(env, 'HUB_HEADERS_TIMEOUT_MS', 10_000),
    requestTimeoutMs: readCount(env, 'HUB_REQUEST_TIMEOUT_MS', 30_000),
  })
}

function readCount(env: Environment, variable: string, fallback: number): number {
  const text = env[variable]
  if (!text) return fallback
  const value = Number(text)
  if (Number.isSafeInteger(value) && value >= 1) return value
  throw hubError('CONFIG_INVALID', { variable, reason: 'must be a whole number from 1 up' })
}
