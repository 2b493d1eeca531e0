import { createDpopProof } from '../../auth/client-token.ts'
import { loadAgreements } from '../../auth/agreement.ts'
import { DEMO_CASE, post, type AskOptions, type HubAnswer } from './client.ts'
import { HOLDER, signToken } from './forged-token.ts'
import type { RunningHub } from './running-hub.ts'

/** A named officer at work, asking any document with every scope of the agreement. */
export type Officer = (
  query: string,
  variables?: object,
  options?: AskOptions,
) => Promise<HubAnswer>

/** Signs an officer in at a client, as the issuer's code flow would. */
export async function signInOfficer(
  hub: RunningHub,
  { client, purpose, subject, role }: OfficerToken,
): Promise<Officer> {
  const agreements = loadAgreements('auth/agreements')
  const agreement = agreements.find(
    ({ clients, purpose: { id } }) => clients.includes(client) && id === purpose,
  )!
  const accessToken = await signToken(hub, {
    sub: subject,
    client_id: client,
    scope: agreement.scopes.join(' '),
    authorization_details: [{ type: 'hub_purpose', purpose }],
    ...(role !== undefined && { role }),
  })
  return async (query, variables = {}, { caseNo = DEMO_CASE } = {}) => {
    const url = hub.graphqlUrl
    const dpop = await createDpopProof({ key: HOLDER, method: 'POST', url, accessToken })
    return post(hub, JSON.stringify({ query, variables }), {
      authorization: `DPoP ${accessToken}`,
      dpop,
      ...(caseNo !== null && { 'hub-case': caseNo }),
    })
  }
}

interface OfficerToken {
  readonly client: string
  readonly purpose: string
  /** As the token names the officer; the client's own id for a system. */
  readonly subject: string
  readonly role?: string
}
