import { createReplayGuard, hashBody, verifyHopToken } from './hop-token.ts'
import type { HopClaims, HopExpectation } from './hop-token.ts'
import type { SharedStore } from './shared-store.ts'
import { HubError, hubError } from '../schemas/errors.ts'
import { invariant } from '../schemas/invariant.ts'

/** Lets in the fetches of this agency's gateway and nothing else. Throws the `HOP_TOKEN_*` codes, each 401. */
export type AdmitHop = (authorization: string | undefined, body: Buffer) => Promise<HopClaims>

/**
 * The gate of one agency: its keys are known to the gateway and this agency alone; there is more than
 * one while a key turns.
 */
export function createHopGate(options: {
  readonly audience: string
  readonly keys: () => readonly Uint8Array[]
  readonly store: SharedStore
}): AdmitHop {
  const { audience, keys, store } = options
  const replayGuard = createReplayGuard(store)
  return async (authorization, body) => {
    if (!authorization?.startsWith('Bearer ')) throw hubError('HOP_TOKEN_MISSING')
    const token = authorization.slice('Bearer '.length)
    const claims = verifyUnderAny(token, keys(), { audience, bodyHash: hashBody(body) })
    await replayGuard.admit(claims)
    return claims
  }
}

/** The claims of a token under one of the keys; what refuses it under the last is the reason. */
function verifyUnderAny(
  token: string,
  [key, ...others]: readonly Uint8Array[],
  expected: Omit<HopExpectation, 'key'>,
): HopClaims {
  invariant(key, 'an agency has a hop key')
  try {
    return verifyHopToken(token, { ...expected, key })
  } catch (error) {
    const isOfOtherKey = error instanceof HubError && error.code === 'HOP_TOKEN_INVALID'
    if (!isOfOtherKey || others.length === 0) throw error
    return verifyUnderAny(token, others, expected)
  }
}
