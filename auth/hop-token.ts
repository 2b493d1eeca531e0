import { hash, randomUUID, timingSafeEqual } from 'node:crypto'

import { type ErrorCode, hubError } from '../schemas/errors.ts'
import { hmacBase64url } from './hmac.ts'
import { isHopClaims } from './hop-claims.ts'
import type { HopClaims, HopRequest } from './hop-claims.ts'
import { isStoreAway, type SharedStore } from './shared-store.ts'

export type { HopCaller, HopClaims, HopRequest } from './hop-claims.ts'

/** Seconds a hop token lives. */
export const HOP_TOKEN_SECONDS = 30

/** Seconds by which the gateway's clock may run ahead of an agency's. */
const CLOCK_SKEW_SECONDS = 5

const MAX_TOKEN_LENGTH = 8 * 1024

/** The only header there is; comparing it as text pins `alg` and `typ` (RFC 8725 §3.1, §3.11). */
export const HOP_TOKEN_HEADER = encodeJson({ alg: 'HS256', typ: 'hop+jwt' })

/** What a token must fit to be let in. */
export interface HopExpectation {
  /** the agency that checks, by name */
  readonly audience: string
  readonly key: Uint8Array
  /** hashBody of the request's body as it arrived */
  readonly bodyHash: string
  /** seconds since 1970; the present when absent */
  readonly now?: number
}

/** base64url SHA-256 of a request body, as a hop token's `bh` carries it. */
export function hashBody(body: string | Uint8Array): string {
  return hash('sha256', body, 'base64url')
}

/**
 * Mints the token of one fetch: a JWT (RFC 7519) under HS256 with the key that only the gateway and
 * that one agency know, good for 30 s, one use and one body. `now` is in seconds since 1970.
 */
export function mintHopToken(request: HopRequest, key: Uint8Array, now = currentSecond()): string {
  const claims: HopClaims = {
    iss: 'hub-gateway',
    iat: now,
    exp: now + HOP_TOKEN_SECONDS,
    jti: randomUUID(),
    ...request,
  }
  const signed = `${HOP_TOKEN_HEADER}.${encodeJson(claims)}`
  return `${signed}.${hmacBase64url(key, signed)}`
}

/**
 * The claims of a hop token. Whether it was used before is the replay guard's question.
 *
 * @throws HubError HOP_TOKEN_MISSING, HOP_TOKEN_INVALID (form, signature, claims),
 *   HOP_TOKEN_AUDIENCE, HOP_TOKEN_EXPIRED or HOP_TOKEN_BODY, in this order
 */
export function verifyHopToken(token: string | undefined, expected: HopExpectation): HopClaims {
  if (token === undefined || token === '') throw hubError('HOP_TOKEN_MISSING')
  const claims = readSignedClaims(token, expected.key)
  const now = expected.now ?? currentSecond()
  refuseUnless(claims.iat <= now + CLOCK_SKEW_SECONDS, 'HOP_TOKEN_INVALID')
  refuseUnless(claims.exp - claims.iat <= HOP_TOKEN_SECONDS, 'HOP_TOKEN_INVALID')
  refuseUnless(claims.aud === expected.audience, 'HOP_TOKEN_AUDIENCE')
  refuseUnless(now < claims.exp, 'HOP_TOKEN_EXPIRED')
  refuseUnless(claims.bh === expected.bodyHash, 'HOP_TOKEN_BODY')
  return claims
}

/** Lets each verified token through once. */
export interface ReplayGuard {
  /** @throws HubError HOP_TOKEN_REPLAYED, SHARED_STORE_FULL, SHARED_STORE_UNAVAILABLE */
  admit(claims: HopClaims): void | Promise<void>
}

/**
 * A guard that remembers each `jti` for as long as its token could be valid. Where the store is away,
 * the tokens of public operations pass unremembered: what they read anyone may read again.
 */
export function createReplayGuard(store: Pick<SharedStore, 'addIfAbsent'>): ReplayGuard {
  const lifetimeMs = (HOP_TOKEN_SECONDS + CLOCK_SKEW_SECONDS) * 1000
  return {
    admit({ aud, jti, client }) {
      const isNew = store.addIfAbsent(`hop:${aud}:${jti}`, lifetimeMs)
      if (isNew instanceof Promise) {
        const isKnownNew = client === null ? isNew.catch(passWithoutStore) : isNew
        return isKnownNew.then((value) => refuseUnless(value, 'HOP_TOKEN_REPLAYED'))
      }
      return refuseUnless(isNew, 'HOP_TOKEN_REPLAYED')
    },
  }
}

function passWithoutStore(error: unknown): true {
  if (isStoreAway(error)) return true
  throw error
}

function readSignedClaims(token: string, key: Uint8Array): HopClaims {
  const [header, payload, signature, ...rest] = token.slice(0, MAX_TOKEN_LENGTH + 1).split('.')
  const isWhole =
    token.length <= MAX_TOKEN_LENGTH && rest.length === 0 && header === HOP_TOKEN_HEADER
  if (!isWhole || payload === undefined || signature === undefined) {
    throw hubError('HOP_TOKEN_INVALID')
  }
  // compared as text: base64url can spell the same bytes in several ways
  const made = Buffer.from(hmacBase64url(key, `${header}.${payload}`))
  const given = Buffer.from(signature)
  const isSame = given.length === made.length && timingSafeEqual(given, made)
  refuseUnless(isSame, 'HOP_TOKEN_INVALID')
  const claims = parseJson(payload)
  if (!isHopClaims(claims)) throw hubError('HOP_TOKEN_INVALID')
  return claims
}

function parseJson(payload: string): unknown {
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

function refuseUnless(holds: boolean, code: ErrorCode): void {
  if (!holds) throw hubError(code)
}

function encodeJson(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

/** Seconds since 1970. */
export function currentSecond(): number {
  return Math.floor(Date.now() / 1000)
}
