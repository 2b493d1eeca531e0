import { Expiry } from './expiry.ts'
import { TransportFault, type AgencyReply, type AgencyTransport } from './transport.ts'

/** An agency in this process: it checks a fetch's token and body just as it does over HTTP. */
export interface LocalAgency {
  /** Answers one fetch; `authorization` as the header would carry it. Rejects once it has stopped. */
  answer(body: string, authorization: string): Promise<AgencyReply>
  isHealthy(): Promise<boolean>
}

/** Reaches an agency in this process, without sockets; the agency goes on existing when it is closed. */
export function createLocalTransport(agency: LocalAgency): AgencyTransport {
  const expiry = new Expiry()
  return {
    send: ({ body, mintToken, expiresAt }) =>
      new Promise((resolve, reject) => {
        const waiting = {
          expiresAt,
          expire: () => reject(new TransportFault('timeout', 'no reply in time')),
        }
        expiry.add(waiting)
        // an answer that comes after its deadline is nobody's, and its failure is heard here
        agency
          .answer(body, `Bearer ${mintToken()}`)
          .finally(() => expiry.delete(waiting))
          .then(resolve, (error: unknown) =>
            reject(new TransportFault('unavailable', 'the agency does not answer', error)),
          )
      }),
    isHealthy: () => agency.isHealthy().catch(() => false),
    close: async () => undefined,
  }
}
