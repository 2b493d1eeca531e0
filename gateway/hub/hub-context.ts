import type { Agreement } from '../../auth/agreement.ts'
import type { HopClaims } from '../../auth/hop-claims.ts'
import type { LogSource } from '../audit/disclosure-log.ts'
import type { HubStatus } from './generated.ts'
import type { PeerGateways } from './receipt/peer-gateways.ts'
import type { LogIndex } from './index/log-index.ts'

/** What the gateway's own facts are told from. */
export interface HubFacts {
  status(): Promise<HubStatus>
  readonly agreements: readonly Agreement[]
  /** The log of this gateway. */
  readonly source: LogSource
  /**
   * The index over all gateways' logs, with what this one wrote until now if that can be had in a moment.
   *
   * @throws HubError DATABASE_UNAVAILABLE while it cannot be opened
   */
  currentIndex(): Promise<LogIndex>
  /** The gateways that keep the other logs. */
  readonly peers: Pick<PeerGateways, 'receiptAt'>
}

/** One fetch of the gateway's own facts: who asks, proven as an agency would have it proven. */
export interface HubContext extends HubFacts {
  readonly caller: HopClaims
  /** Says as of when the answer is, where that is not the present. */
  noteAsOf(asOf: string | null): void
}

/** The case in hand, as a fetch brings it back from its owner. */
export interface CaseAnswer {
  readonly citizenKeys?: readonly string[] | null
  readonly citizenCases?: readonly string[] | null
}
