import type { HopClaims } from '../../auth/hop-claims.ts'
import type { HubStatus } from './generated.ts'

/** What the gateway's own facts are told from. */
export interface HubFacts {
  status(): Promise<HubStatus>
}

/** One fetch of the gateway's own facts: who asks, proven as an agency would have it proven. */
export interface HubContext extends HubFacts {
  readonly caller: HopClaims
}
