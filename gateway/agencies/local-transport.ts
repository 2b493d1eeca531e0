import type { AgencyReply, AgencyTransport } from './transport.ts'

/** An agency in this process: it checks a fetch's token and body just as it does over HTTP. */
export interface LocalAgency {
  /** Answers one fetch; `authorization` as the header would carry it. Rejects once it has stopped. */
  answer(body: string, authorization: string): Promise<AgencyReply>
  isHealthy(): Promise<boolean>
}

/** Reaches an agency in this process, without sockets; the agency goes on existing when it is closed. */
export function createLocalTransport(agency: LocalAgency): AgencyTransport {
  return {
    send: (body, token, signal) => untilAborted(agency.answer(body, `Bearer ${token}`), signal),
    isHealthy: () => agency.isHealthy().catch(() => false),
    close: async () => undefined,
  }
}

/** An answer that comes after its deadline is nobody's; its failure must not go unheard. */
function untilAborted(answer: Promise<AgencyReply>, signal: AbortSignal): Promise<AgencyReply> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason as Error)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
