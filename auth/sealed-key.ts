import { hkdfSync } from 'node:crypto'

import { aessiv } from '@noble/ciphers/aes.js'
import { LRUCache } from 'lru-cache'

import { hubError } from '../schemas/errors.ts'
import { invariant } from '../schemas/invariant.ts'
import { hmacBase64url } from './hmac.ts'

/** Binds a key to its use, so that a text sealed for anything else under the same secret is refused. */
const ASSOCIATED_DATA = new TextEncoder().encode('hub/person/v1')

/** Longest sealed key read: 16 bytes of SIV and a text of at most 32 bytes, in base64url. */
const MAX_SEALED_LENGTH = 64

/** Binds the derived key to its use, as RFC 5869's info. */
const MARK_INFO = 'hub/mark/v1'

const CACHE_ENTRIES = 5_000

/** Turns national IDs into the hub's person keys and back. */
export interface Sealer {
  /** the sealed key of a national ID: the same text for the same number */
  seal(nationalId: string): string
  /** that key under every secret there was, the present first: what older logs know the person by */
  sealAll(nationalId: string): readonly string[]
  /**
   * the national ID in a sealed key
   *
   * @throws HubError PERSON_KEY_INVALID when this hub did not make the key or a byte of it changed
   */
  open(sealed: string): string
  /**
   * what only an agency can write under a text: base64url HMAC-SHA256 under a key derived from this one,
   * for words that pass from agency to agency through the gateway
   */
  mark(text: string): string
  /** that mark under every secret that still counts, the present first */
  markAll(text: string): readonly string[]
}

/**
 * A sealer under a 64-byte key: AES-SIV (RFC 5297), which is deterministic, so that a key names the
 * same person in every agency, and authenticated, so that a guessed one is refused. Only subgraphs
 * hold the key. Both ways are cached, as each costs about 10 µs.
 */
export function createSealer(key: Uint8Array): Sealer {
  invariant(key.length === 64, 'AES-SIV under AES-256 takes a key of 64 bytes')
  const sealed = new LRUCache<string, string>({ max: CACHE_ENTRIES })
  const opened = new LRUCache<string, string>({ max: CACHE_ENTRIES })
  const markKey = new Uint8Array(hkdfSync('sha256', key, '', MARK_INFO, 32))
  const seal = (nationalId: string): string =>
    sealed.get(nationalId) ?? remember(nationalId, encrypt(key, nationalId))
  const mark = (text: string): string => hmacBase64url(markKey, text)
  return {
    seal,
    sealAll: (nationalId) => [seal(nationalId)],
    open(personKey) {
      const known = opened.get(personKey)
      if (known !== undefined) return known
      const nationalId = decrypt(key, personKey)
      remember(nationalId, personKey)
      return nationalId
    },
    mark,
    markAll: (text) => [mark(text)],
  }

  function remember(nationalId: string, personKey: string): string {
    sealed.set(nationalId, personKey)
    opened.set(personKey, nationalId)
    return personKey
  }
}

function encrypt(key: Uint8Array, nationalId: string): string {
  const sealed = aessiv(key, ASSOCIATED_DATA).encrypt(new TextEncoder().encode(nationalId))
  return Buffer.from(sealed).toString('base64url')
}

function decrypt(key: Uint8Array, personKey: string): string {
  try {
    const bytes = Buffer.from(personKey.slice(0, MAX_SEALED_LENGTH), 'base64url')
    // base64url has several spellings of some bytes; only the one we write is a key
    if (bytes.toString('base64url') !== personKey) throw new RangeError('not canonical base64url')
    return Buffer.from(aessiv(key, ASSOCIATED_DATA).decrypt(bytes)).toString('utf8')
  } catch {
    throw hubError('PERSON_KEY_INVALID')
  }
}
