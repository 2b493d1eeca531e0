import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'

import type { Agreement } from './agreement-schema.ts'
import type { JwkSet, PrivateJwk } from './keys/signing-key.ts'

/** ECDSA as JWS has it: R and S side by side (RFC 7518 §3.4). */
const DSA_ENCODING = 'ieee-p1363'

/** The providing agencies' public keys, by agency name. */
export type ProviderKeys = Readonly<Record<string, JwkSet>>

/**
 * What a provider signs: the whole agreement but for the signatures, as canonical JSON (RFC 8785), so
 * that order and layout of the file do not count.
 */
export function agreementPayload(agreement: Agreement): string {
  const providers = agreement.providers.map(({ agency }) => agency)
  return JSON.stringify(sortKeys({ ...agreement, providers }))
}

/** A provider's detached JWS (RFC 7515 App. F) over an agreement: `<header>..<signature>`. */
export function signAgreement(agreement: Agreement, key: PrivateJwk): string {
  const header = encode(JSON.stringify({ alg: 'ES256', kid: key.kid }))
  const input = Buffer.from(`${header}.${encode(agreementPayload(agreement))}`)
  const privateKey = createPrivateKey({ key: { ...key }, format: 'jwk' })
  const signature = sign('sha256', input, { key: privateKey, dsaEncoding: DSA_ENCODING })
  return `${header}..${signature.toString('base64url')}`
}

/** What is wrong with the signatures that an agreement carries, or nothing; absent ones are not looked at. */
export function findSignatureFault(agreement: Agreement, keys: ProviderKeys): string | undefined {
  for (const { agency, signature } of agreement.providers) {
    if (signature === null) continue
    const jwks = Object.hasOwn(keys, agency) ? keys[agency] : undefined
    if (jwks === undefined) return `is signed by ${agency}, of which HUB_AGREEMENT_KEYS has no key`
    if (!isSignedBy(agreement, signature, jwks)) return `has a signature that is not of ${agency}`
  }
  return undefined
}

function isSignedBy(agreement: Agreement, signature: string, jwks: JwkSet): boolean {
  const [header = '', detached, value = '', ...rest] = signature.split('.')
  if (detached !== '' || rest.length > 0) return false
  const input = Buffer.from(`${header}.${encode(agreementPayload(agreement))}`)
  const bytes = Buffer.from(value, 'base64url')
  return jwks.keys.some((jwk) => {
    // the header must be the one we write, which pins alg and leaves only the key to find
    if (header !== encode(JSON.stringify({ alg: 'ES256', kid: jwk.kid }))) return false
    const key = createPublicKey({ key: { ...jwk }, format: 'jwk' })
    return verify('sha256', input, { key, dsaEncoding: DSA_ENCODING }, bytes)
  })
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([name, part]) => [name, sortKeys(part)]))
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64url')
}
