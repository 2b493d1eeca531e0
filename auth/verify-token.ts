import { type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { LRUCache } from 'lru-cache'

import { HubError, hubError } from '../schemas/errors.ts'
import { hashToken, isValidProof } from './dpop.ts'
import { readPurpose } from './purpose-detail.ts'
import type { SharedStore } from './shared-store.ts'
import { createTokenKeys, type KeySource } from './token-keys.ts'
import type { VerifiedCaller } from './verified-caller.ts'

/** What is pinned about access tokens. */
export interface TokenVerifierOptions {
  readonly issuer: string
  readonly audience: string
  readonly keys: KeySource
  /** ES256 alone when absent */
  readonly algorithms?: readonly string[]
  /** remembers the proofs seen, together with every other gateway */
  readonly store: SharedStore
  /** the origin that clients reach the hub at; a proof's `htu` is compared with it, never with Host */
  readonly publicUrl: string
}

/** The parts of a request that prove who asks. */
export interface TokenRequest {
  readonly authorization: string | undefined
  readonly dpop: string | readonly string[] | undefined
  readonly method: string
  /** the request target, such as /graphql */
  readonly url: string
}

export interface TokenVerifier {
  /**
   * The caller that a sender-constrained access token (RFC 9068, RFC 9449) speaks for.
   *
   * @throws HubError UNAUTHENTICATED (see challengeOf), PURPOSE_REQUIRED, ISSUER_UNAVAILABLE,
   *   SHARED_STORE_FULL
   */
  verify(request: TokenRequest): Promise<VerifiedCaller>
}

/** Also checks tokens that the hub holds itself, in the name of staff. */
export interface HeldTokenVerifier extends TokenVerifier {
  /**
   * The caller that a token speaks for which the hub itself was given, bound to its key `jkt`.
   *
   * @throws HubError UNAUTHENTICATED, PURPOSE_REQUIRED, ISSUER_UNAVAILABLE
   */
  verifyHeld(accessToken: string, jkt: string): Promise<VerifiedCaller>
}

type Challenge = 'invalid_token' | 'invalid_dpop_proof'
type Token = Omit<VerifiedCaller, 'purpose'> & { readonly purpose: string | undefined }

const MAX_TOKEN_LENGTH = 8 * 1024
const MAX_TOKEN_SECONDS = 300
const CLOCK_SKEW_SECONDS = 5
const CACHED_TOKENS = 10_000
const CACHED_TARGETS = 100

/**
 * Verifies the tokens of one issuer. A verified token is remembered by its SHA-256 until it expires,
 * so that a client's next request costs the proof alone.
 */
export function createTokenVerifier(options: TokenVerifierOptions): HeldTokenVerifier {
  const { store, publicUrl } = options
  const keys = createTokenKeys(options.keys)
  const cache = new LRUCache<string, Token>({ max: CACHED_TOKENS })

  /** Nearly every request names the one path that answers. */
  const targets = new LRUCache<string, string>({ max: CACHED_TARGETS })
  function targetOf(url: string): string {
    const target = targets.get(url) ?? resolveTarget(url, publicUrl)
    targets.set(url, target)
    return target
  }

  async function readToken(accessToken: string): Promise<Token> {
    const hash = hashToken(accessToken)
    const known = cache.get(hash)
    if (known !== undefined && Date.now() < known.expiresAt * 1000) return known
    const token = await verifyToken(accessToken, keys, options)
    cache.set(hash, token)
    return token
  }

  return {
    async verify({ authorization, dpop, method, url }) {
      const accessToken = readAuthorization(authorization)
      const token = await readToken(accessToken)
      const proof = typeof dpop === 'string' ? dpop : dpop?.length === 1 ? dpop[0] : undefined
      const expected = { method, url: targetOf(url), accessToken, jkt: token.jkt }
      if (proof === undefined || !(await isValidProof(proof, expected, store))) {
        throw unauthenticated('invalid_dpop_proof')
      }
      if (!hasPurpose(token)) throw hubError('PURPOSE_REQUIRED')
      return token
    },
    async verifyHeld(accessToken, jkt) {
      const { purpose, ...token } = await verifyToken(accessToken, keys, options)
      if (token.jkt !== jkt) throw unauthenticated('invalid_token')
      if (purpose === undefined) throw hubError('PURPOSE_REQUIRED')
      return Object.freeze({ ...token, purpose })
    },
  }
}

function hasPurpose(token: Token): token is Token & VerifiedCaller {
  return token.purpose !== undefined
}

/**
 * The `WWW-Authenticate` header of a refusal with UNAUTHENTICATED: what was wrong in one word of RFC
 * 6750 or 9449, nothing where no token was sent, and never a reason that helps forging.
 */
export function challengeOf({ parameters }: HubError): string {
  const challenge = parameters['challenge']
  return challenge === undefined ? 'DPoP algs="ES256"' : `DPoP algs="ES256", error="${challenge}"`
}

function readAuthorization(authorization: string | undefined): string {
  if (authorization === undefined) throw hubError('UNAUTHENTICATED')
  if (authorization.length > MAX_TOKEN_LENGTH) throw unauthenticated('invalid_token')
  const [scheme, token, ...rest] = authorization.split(' ')
  // a Bearer token could be used by whoever steals it, so the scheme is DPoP or nothing
  if (scheme?.toLowerCase() !== 'dpop' || !token || rest.length > 0) {
    throw unauthenticated('invalid_token')
  }
  return token
}

async function verifyToken(
  accessToken: string,
  keys: JWTVerifyGetKey,
  { issuer, audience, algorithms = ['ES256'] }: TokenVerifierOptions,
): Promise<Token> {
  try {
    const { payload } = await jwtVerify(accessToken, keys, {
      issuer,
      audience,
      algorithms: [...algorithms],
      typ: 'at+jwt',
      requiredClaims: ['exp', 'iat', 'sub', 'client_id'],
    })
    const token = readClaims(payload)
    if (token !== undefined) return token
  } catch (error) {
    if (error instanceof HubError) throw error
  }
  throw unauthenticated('invalid_token')
}

function readClaims(payload: JWTPayload): Token | undefined {
  const { sub = '', aud, iat = NaN, exp = NaN } = payload
  const clientId = readText(payload['client_id'])
  const { jkt } = Object(payload['cnf']) as { jkt?: unknown }
  const isForUsAlone = typeof aud === 'string' || aud?.length === 1
  const isShort = exp - iat <= MAX_TOKEN_SECONDS && iat <= Date.now() / 1000 + CLOCK_SKEW_SECONDS
  if (sub === '' || clientId === null || typeof jkt !== 'string') return undefined
  if (!isForUsAlone || !isShort) return undefined
  return Object.freeze({
    clientId,
    subject: sub,
    agency: readText(payload['agency']),
    purpose: readPurpose(payload['authorization_details']),
    scopes: readText(payload['scope'])?.split(' ') ?? [],
    role: readText(payload['role']),
    jkt,
    expiresAt: exp,
  })
}

/** The public address of a request target; only its path counts, whatever host it names. */
function resolveTarget(target: string, publicUrl: string): string {
  const url = new URL(publicUrl)
  url.pathname = URL.parse(target, publicUrl)?.pathname ?? '/'
  return url.href
}

function readText(claim: unknown): string | null {
  return typeof claim === 'string' && claim !== '' ? claim : null
}

function unauthenticated(challenge: Challenge): HubError {
  return hubError('UNAUTHENTICATED', { challenge })
}
