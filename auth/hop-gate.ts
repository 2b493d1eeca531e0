import { createReplayGuard, hashBody, verifyHopToken, type HopClaims } from './hop-token.ts'
import type { SharedStore } from './shared-store.ts'
import { hubError } from '../schemas/errors.ts'

/** Lets in the fetches of this agency's gateway and nothing else. Throws the `HOP_TOKEN_*` codes, each 401. */
export type AdmitHop = (authorization: string | undefined, body: Buffer) => Promise<HopClaims>

/** The gate of one agency: `key` is known to the gateway and this agency alone. */
export function createHopGate(options: {
  readonly audience: string
  readonly key: Uint8Array
  readonly store: SharedStore
}): AdmitHop {
  const { audience, key, store } = options
  const replayGuard = createReplayGuard(store)
  return async (authorization, body) => {
    if (!authorization?.startsWith('Bearer ')) throw hubError('HOP_TOKEN_MISSING')
    const token = authorization.slice('Bearer '.length)
    const claims = verifyHopToken(token, { audience, key, bodyHash: hashBody(body) })
    await replayGuard.admit(claims)
    return claims
  }
}
