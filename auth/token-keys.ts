import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JWTVerifyGetKey,
  type RemoteJWKSetOptions,
} from 'jose'

import { hubError } from '../schemas/errors.ts'
import { publicJwks, type JwkSet } from './keys/signing-key.ts'

/** Where the issuer's public keys are: at hand, or at a pinned address. */
export type KeySource = { readonly jwks: JwkSet | (() => JwkSet) } | { readonly jwksUri: string }

const REMOTE_OPTIONS: RemoteJWKSetOptions = {
  timeoutDuration: 3_000,
  // unknown kids cannot make us ask the issuer more often than this
  cooldownDuration: 30_000,
  // an issuer that is down is not missed for this long
  cacheMaxAge: 600_000,
}

/**
 * The key that a token's `kid` names among the issuer's; `jku`, `x5u` and `jwk` are never followed.
 * The returned function throws ISSUER_UNAVAILABLE when the keys are too old and cannot be had.
 */
export function createTokenKeys(source: KeySource): JWTVerifyGetKey {
  if ('jwks' in source) return keysAtHand(source.jwks)
  const remote = createRemoteJWKSet(new URL(source.jwksUri), REMOTE_OPTIONS)
  return async (header, token) => {
    try {
      return await remote(header, token)
    } catch (error) {
      if (isFaultOfToken(error)) throw error
      throw hubError('ISSUER_UNAVAILABLE', {}, error)
    }
  }
}

/** Keys of this process, which may turn while it runs. */
function keysAtHand(jwks: JwkSet | (() => JwkSet)): JWTVerifyGetKey {
  if (typeof jwks !== 'function') return localSetOf(jwks)
  let known = jwks()
  let find = localSetOf(known)
  return (header, token) => {
    const now = jwks()
    if (now !== known) {
      known = now
      find = localSetOf(now)
    }
    return find(header, token)
  }
}

function localSetOf(jwks: JwkSet): JWTVerifyGetKey {
  return createLocalJWKSet({ keys: publicJwks(jwks).keys.map((key) => ({ ...key })) })
}

function isFaultOfToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys
  )
}
