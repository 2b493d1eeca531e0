import { hkdfSync } from 'node:crypto'

import { LRUCache } from 'lru-cache'

import { hubError } from '../schemas/errors.ts'
import { invariant } from '../schemas/invariant.ts'
import { hmacBase64url } from './hmac.ts'
import { createShortSiv, LONGEST_SHORT_TEXT, type ShortSiv } from './short-siv.ts'

/** Binds a key to its use, so that a text sealed for anything else under the same secret is refused. */
const ASSOCIATED_DATA = new TextEncoder().encode('hub/person/v1')

/** Longest sealed key read: 16 bytes of SIV and a text shorter than that, in base64url. */
const MAX_SEALED_LENGTH = Math.ceil(((16 + LONGEST_SHORT_TEXT) * 4) / 3)

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
 * hold the key. Both ways are cached; each costs some 3 µs.
 */
export function createSealer(key: Uint8Array): Sealer {
  invariant(key.length === 64, 'AES-SIV under AES-256 takes a key of 64 bytes')
  const sealed = new LRUCache<string, string>({ max: CACHE_ENTRIES })
  const opened = new LRUCache<string, string>({ max: CACHE_ENTRIES })
  const siv = createShortSiv(key, ASSOCIATED_DATA)
  const markKey = new Uint8Array(hkdfSync('sha256', key, '', MARK_INFO, 32))
  const seal = (nationalId: string): string =>
    sealed.get(nationalId) ?? remember(nationalId, encrypt(siv, nationalId))
  const mark = (text: string): string => hmacBase64url(markKey, text)
  return {
    seal,
    sealAll: (nationalId) => [seal(nationalId)],
    open(personKey) {
      const known = opened.get(personKey)
      if (known !== undefined) return known
      const nationalId = decrypt(siv, personKey)
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

function encrypt(siv: ShortSiv, nationalId: string): string {
  return siv.seal(Buffer.from(nationalId)).toString('base64url')
}

function decrypt(siv: ShortSiv, personKey: string): string {
  const bytes = Buffer.from(personKey.slice(0, MAX_SEALED_LENGTH), 'base64url')
  // base64url has several spellings of some bytes; only the one we write is a key
  const isCanonical = bytes.toString('base64url') === personKey
  const text = isCanonical ? siv.open(bytes) : undefined
  if (text === undefined) throw hubError('PERSON_KEY_INVALID')
  return text.toString('utf8')
}
