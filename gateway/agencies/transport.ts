/** One fetch to be sent to an agency. */
export interface AgencyRequest {
  readonly body: string
  /** `hashBody` of the body: an agency says by it what its reply answers. */
  readonly bodyHash: string
  /** A hop token of this body, for each time it is sent anew. */
  readonly mintToken: () => string
  /** Milliseconds of `performance.now()`. */
  readonly expiresAt: number
  /** Whether it may be asked twice: a query, never a mutation. */
  readonly isRepeatable: boolean
}

/** An agency's reply to one fetch, unread. */
export interface AgencyReply {
  readonly status: number
  readonly contentType: string
  readonly body: string
}

/** How one agency is reached; what is asked and what an answer means is the client's. */
export interface AgencyTransport {
  /** Sends one fetch under a hop token. Rejects with a `TransportFault`. */
  send(request: AgencyRequest): Promise<AgencyReply>
  /** Whether the agency says it is well, within a second. */
  isHealthy(): Promise<boolean>
  close(): Promise<void>
}

/** `timeout`: no whole reply in time; `unavailable`: not reached, or cut off; `invalid`: not a reply. */
export type TransportFaultKind = 'timeout' | 'unavailable' | 'invalid'

/** A fetch that brought no reply. */
export class TransportFault extends Error {
  readonly kind: TransportFaultKind

  constructor(kind: TransportFaultKind, reason: string, cause?: unknown) {
    super(reason, { cause })
    this.name = 'TransportFault'
    this.kind = kind
  }
}
