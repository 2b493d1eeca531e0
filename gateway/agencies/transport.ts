/** An agency's reply to one fetch, unread. */
export interface AgencyReply {
  readonly status: number
  readonly contentType: string
  readonly body: string
}

/** How one agency is reached; what is asked and what an answer means is the client's. */
export interface AgencyTransport {
  /**
   * Sends one fetch under its hop token. Rejects with an error that `classifyFailure` reads: aborted,
   * refused, cut off, too large.
   */
  send(body: string, token: string, signal: AbortSignal): Promise<AgencyReply>
  /** Whether the agency says it is well, within a second. */
  isHealthy(): Promise<boolean>
  close(): Promise<void>
}
