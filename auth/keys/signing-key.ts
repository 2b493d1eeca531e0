import { createHash, generateKeyPairSync } from 'node:crypto'

import { hubError } from '../../schemas/errors.ts'
import { readOrCreateKeyFile, replaceKeyFile } from './key-file.ts'

/** The public half of an ES256 key as a JWK (RFC 7517). */
export interface PublicJwk {
  readonly kty: 'EC'
  readonly crv: 'P-256'
  readonly x: string
  readonly y: string
  readonly kid: string
  readonly alg: 'ES256'
  readonly use: 'sig'
}

/** An ES256 key with its private half. */
export interface PrivateJwk extends PublicJwk {
  readonly d: string
}

/** A JWK Set, newest key first: it signs, the others only verify until they are removed. */
export interface JwkSet<Key extends PublicJwk = PublicJwk> {
  readonly keys: readonly [Key, ...Key[]]
}

/** A new ES256 key whose `kid` is its RFC 7638 thumbprint. */
export function generateSigningKey(): PrivateJwk {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y, d } = privateKey.export({ format: 'jwk' })
  if (x === undefined || y === undefined || d === undefined) throw new TypeError('not an EC key')
  return { kty: 'EC', crv: 'P-256', x, y, d, kid: thumbprint(x, y), alg: 'ES256', use: 'sig' }
}

/** What others may know of a key set. */
export function publicJwks({ keys: [first, ...others] }: JwkSet): JwkSet {
  return { keys: [publicHalf(first), ...others.map(publicHalf)] }
}

/** A private key as its file has it: with ISO instants, null where the file does not say. */
export interface SigningRingKey {
  readonly jwk: PrivateJwk
  readonly madeAt: string | null
  /** since when another signs in its place */
  readonly endedAt: string | null
}

/**
 * The ES256 key set kept in `file`, with one new key at first use.
 *
 * @throws HubError KEY_FILE_INVALID
 */
export function readSigningKeys(file: string): JwkSet<PrivateJwk> {
  const [first, ...others] = readSigningRing(file)
  return { keys: [first.jwk, ...others.map(({ jwk }) => jwk)] }
}

/** The same keys with what the file says of their ages. Throws KEY_FILE_INVALID. */
export function readSigningRing(file: string): readonly [SigningRingKey, ...SigningRingKey[]] {
  const text = readOrCreateKeyFile(file, () => formatSigningRing([newSigningRingKey()]))
  const keys = parseSigningKeys(text)
  if (keys === undefined) {
    throw hubError('KEY_FILE_INVALID', { file, reason: 'needs a JWK set of private ES256 keys' })
  }
  const [first, ...others] = keys.keys
  return [ringKeyOf(first), ...others.map(ringKeyOf)]
}

/** Puts a key set in the place of the one before, whole or not at all. */
export function writeSigningRing(file: string, ring: readonly SigningRingKey[]): void {
  replaceKeyFile(file, formatSigningRing(ring))
}

/** A new key, made now. */
export function newSigningRingKey(now = new Date()): SigningRingKey {
  return { jwk: generateSigningKey(), madeAt: now.toISOString(), endedAt: null }
}

function formatSigningRing(ring: readonly SigningRingKey[]): string {
  const keys = ring.map(({ jwk, madeAt, endedAt }) => ({
    ...jwk,
    ...(madeAt !== null && { madeAt }),
    ...(endedAt !== null && { endedAt }),
  }))
  return `${JSON.stringify({ keys })}\n`
}

function ringKeyOf(key: PrivateJwk & { madeAt?: unknown; endedAt?: unknown }): SigningRingKey {
  const { madeAt, endedAt } = key
  return {
    jwk: { ...publicHalf(key), d: key.d },
    madeAt: typeof madeAt === 'string' ? madeAt : null,
    endedAt: typeof endedAt === 'string' ? endedAt : null,
  }
}

/** The public ES256 keys in a parsed JWK Set, or nothing when it is not one or has none. */
export function readPublicJwks(data: unknown): JwkSet | undefined {
  const set = readJwkSet(data, isPublicJwk)
  return set && { keys: [publicHalf(set.keys[0]), ...set.keys.slice(1).map(publicHalf)] }
}

function parseSigningKeys(text: string): JwkSet<PrivateJwk> | undefined {
  try {
    return readJwkSet(JSON.parse(text), isPrivateJwk)
  } catch {
    return undefined
  }
}

function readJwkSet<Key extends PublicJwk>(
  data: unknown,
  isKey: (key: unknown) => key is Key,
): JwkSet<Key> | undefined {
  const { keys } = Object(data) as { keys?: unknown }
  if (!Array.isArray(keys) || !keys.every(isKey)) return undefined
  const [first, ...others] = keys
  return first && { keys: [first, ...others] }
}

function isPrivateJwk(key: unknown): key is PrivateJwk {
  return isPublicJwk(key) && 'd' in key && typeof key.d === 'string' && key.d !== ''
}

function isPublicJwk(key: unknown): key is PublicJwk {
  const { kty, crv, x, y, kid, alg, use } = Object(key) as Record<string, unknown>
  const texts = [x, y, kid].every((part) => typeof part === 'string' && part !== '')
  return texts && kty === 'EC' && crv === 'P-256' && alg === 'ES256' && use === 'sig'
}

function publicHalf({ kty, crv, x, y, kid, alg, use }: PublicJwk): PublicJwk {
  return { kty, crv, x, y, kid, alg, use }
}

function thumbprint(x: string, y: string): string {
  // the members in the order RFC 7638 §3.2 demands
  const members = JSON.stringify({ crv: 'P-256', kty: 'EC', x, y })
  return createHash('sha256').update(members).digest('base64url')
}
