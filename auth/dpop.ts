import { hash } from 'node:crypto'
import {
  calculateJwkThumbprint,
  type CryptoKey,
  EmbeddedJWK,
  type JWK,
  type JWTHeaderParameters,
  type JWTPayload,
  jwtVerify,
} from 'jose'
import { LRUCache } from 'lru-cache'

import type { SharedStore } from './shared-store.ts'

/** Seconds a proof's `iat` may differ from our clock, either way. */
export const PROOF_WINDOW_SECONDS = 60

const MAX_PROOF_LENGTH = 4 * 1024
const MAX_JTI_LENGTH = 128
const REMEMBERED_KEYS = 2_000

/** The request that a proof must be made for. */
export interface ProofExpectation {
  readonly method: string
  /** the public URL of the resource, without query and fragment */
  readonly url: string
  /** the access token sent beside the proof */
  readonly accessToken: string
  /** `cnf.jkt` of that token */
  readonly jkt: string
}

/**
 * Whether a DPoP proof (RFC 9449 §4.3) was made by the token's key, for this request and token,
 * within a minute, and never used before. Says no more than that, so as not to help a forger.
 *
 * @throws HubError SHARED_STORE_FULL
 */
export async function isValidProof(
  proof: string,
  expected: ProofExpectation,
  store: SharedStore,
): Promise<boolean> {
  if (proof.length > MAX_PROOF_LENGTH) return false
  const jti = await readMatchingProof(proof, expected)
  if (jti === undefined) return false
  return await store.addIfAbsent(`dpop:${expected.jkt}:${jti}`, 2 * PROOF_WINDOW_SECONDS * 1000)
}

/** The `jti` of a proof that fits the request, or nothing. */
async function readMatchingProof(
  proof: string,
  { method, url, accessToken, jkt }: ProofExpectation,
): Promise<string | undefined> {
  try {
    const { payload, protectedHeader } = await jwtVerify(proof, embeddedKey, {
      algorithms: ['ES256'],
      typ: 'dpop+jwt',
    })
    const isOfKey = (await proofKeyOf(protectedHeader.jwk)).thumbprint === jkt
    const isOfRequest = payload['htm'] === method && isSameResource(payload['htu'], url)
    const isOfToken = payload['ath'] === hashToken(accessToken)
    return isOfKey && isOfRequest && isOfToken && isRecent(payload) ? readJti(payload) : undefined
  } catch {
    return undefined
  }
}

interface ProofKey {
  readonly key: CryptoKey
  readonly thumbprint: string
}

/** A client proves every request with the same key: reading it anew costs as much as the proof itself. */
const proofKeys = new LRUCache<string, ProofKey>({ max: REMEMBERED_KEYS })

async function embeddedKey(header: JWTHeaderParameters): Promise<CryptoKey> {
  return (await proofKeyOf(header.jwk, header)).key
}

async function proofKeyOf(
  jwk: JWK = {},
  header: JWTHeaderParameters = { alg: 'ES256', jwk },
): Promise<ProofKey> {
  // all members, so that a private or an embellished key is never taken for a plain one
  const name = JSON.stringify(jwk)
  const known = proofKeys.get(name)
  if (known) return known
  const read = { key: await EmbeddedJWK(header), thumbprint: await calculateJwkThumbprint(jwk) }
  proofKeys.set(name, read)
  return read
}

function readJti({ jti }: JWTPayload): string | undefined {
  return typeof jti === 'string' && jti !== '' && jti.length <= MAX_JTI_LENGTH ? jti : undefined
}

function isRecent({ iat }: JWTPayload): boolean {
  const now = Math.floor(Date.now() / 1000)
  return Number.isSafeInteger(iat) && Math.abs(now - Number(iat)) <= PROOF_WINDOW_SECONDS
}

/** Compares as RFC 9449 §4.3 point 9: normalised, ignoring query and fragment of `htu`. */
function isSameResource(htu: unknown, url: string): boolean {
  if (htu === url) return true
  const given = typeof htu === 'string' ? URL.parse(htu) : null
  if (given === null) return false
  given.search = ''
  given.hash = ''
  return given.href === new URL(url).href
}

/** `ath`: base64url SHA-256 of an access token. */
export function hashToken(accessToken: string): string {
  return hash('sha256', accessToken, 'base64url')
}
