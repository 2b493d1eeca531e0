import { createDpopProof, requestToken } from '../../auth/client-token.ts'
import { generateSigningKey, type PrivateJwk } from '../../auth/keys/signing-key.ts'
import type { Lane } from '../gateway/lane.ts'

/** How a client proves itself, request by request. */
export interface VisitAuth {
  readonly name: string
  headers(): Promise<Record<string, string>>
}

// a token lives 300 s; another is fetched well before
const RENEW_SECONDS = 60

/** A partner's system: a token bound to a key, and a proof by that key for each request. */
export function createDpopAuth({ ready: { url, privateJwk } }: Lane): VisitAuth {
  const dpopKey = generateSigningKey()
  let token = Promise.resolve({ accessToken: '', expiresAt: 0 })
  const renew = async (): Promise<{ accessToken: string; expiresAt: number }> =>
    requestToken({
      issuer: `${new URL(url).origin}/oidc`,
      clientId: 'desk-jiaxian',
      privateJwk: privateJwk as unknown as PrivateJwk,
      purpose: 'joint-service',
      dpopKey,
    })
  return {
    name: 'dpop',
    async headers() {
      const known = token
      const { expiresAt } = await known
      // thousands ask at once; the first renews for all
      const isOld = expiresAt - Date.now() / 1_000 < RENEW_SECONDS
      if (isOld && token === known) token = renew()
      const { accessToken } = await token
      const proof = await createDpopProof({ key: dpopKey, method: 'POST', url, accessToken })
      return { authorization: `DPoP ${accessToken}`, dpop: proof }
    },
  }
}
