import type { Logger } from 'pino'
import type { HopCaller } from '../../auth/hop-token.ts'
import type { Access } from '../../auth/rights.ts'
import type { FetchLedger } from './fetch-ledger.ts'

/** One request of a client, from its token to its answer. */
export interface RequestContext {
  readonly requestId: string
  /** A system with its token, or staff with a session at a browser. */
  readonly channel: 'API' | 'DESK'
  /** What its agreement allows; null for a request without a token. */
  readonly access: Access | null
  /** Whether one refused coordinate refuses the whole request. */
  readonly rejectsDenied?: boolean
  /** What agencies are told of the caller. */
  readonly caller: HopCaller
  /** What was asked of which agency, and how it went. */
  readonly ledger: FetchLedger
  /** Moment of `performance.now()` by which every fetch ends, whatever an agency may still take. */
  readonly expiresAt: number
  readonly log: Logger
}
