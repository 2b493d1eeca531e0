/** An agency's reply to one fetch, unread. */
export interface AgencyReply {
  readonly status: number
  readonly contentType: string
  readonly body: string
}

/** How one agency is reached; what is asked and what an answer means is the client's. */
export interface AgencyTransport {
  /**
   * Sends one fetch under its hop token; `expiresAt` in milliseconds of `performance.now()`. Rejects
   * with a `TransportFault`.
   */
  send(body: string, token: string, expiresAt: number): Promise<AgencyReply>
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
