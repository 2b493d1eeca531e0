import { importJWK } from 'jose'
import * as openid from 'openid-client'
import { type HubError, hubError } from '../../schemas/errors.ts'
import { invariant } from '../../schemas/invariant.ts'
import type { PrivateJwk } from '../keys/signing-key.ts'
import { PURPOSE_DETAIL_TYPE } from '../purpose-detail.ts'

/** How the hub is known at the issuer where staff sign in. */
export interface DeskIssuerOptions {
  readonly issuer: string
  readonly clientId: string
  readonly key: PrivateJwk
  /** where the issuer sends staff back to; registered there to the letter */
  readonly redirectUri: string
  /** `aud` of access tokens */
  readonly audience: string
  /** every purpose that a session may ask for, whoever signs in */
  readonly purposes: readonly string[]
}

/** What a sign-in must be finished with: the answer belongs to this browser and this attempt. */
export interface SignInSecrets {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
}

/** Who signed in, as the ID token says. */
export interface SignedInStaff {
  readonly subject: string
  readonly name: string | null
  readonly agency: string | null
  readonly role: string | null
  /** gets tokens until the sign-out */
  readonly refreshToken: string
}

/** A token for one purpose, bound to the hub's own key. */
export interface VisitToken {
  readonly accessToken: string
  readonly jkt: string
  /** another one than before, where the issuer gives a new one each time */
  readonly refreshToken: string | undefined
}

/** The issuer as staff sign in: authorization code with PKCE, by the hub, never by the browser. */
export interface DeskIssuer {
  /** Where to send the browser. Throws ISSUER_UNAVAILABLE, ISSUER_REFUSED. */
  begin(): Promise<{ readonly url: URL; readonly secrets: SignInSecrets }>
  /** Who came back with the query of that URL. Throws SIGN_IN_REFUSED, ISSUER_UNAVAILABLE. */
  finish(search: string, secrets: SignInSecrets): Promise<SignedInStaff>
  /** A token for one purpose. Throws PURPOSE_NOT_ALLOWED, SESSION_ENDED, ISSUER_UNAVAILABLE. */
  tokenFor(purpose: string, refreshToken: string): Promise<VisitToken>
  /** Takes back all that a session was given. Throws ISSUER_UNAVAILABLE, ISSUER_REFUSED. */
  revoke(refreshToken: string): Promise<void>
}

interface Connection {
  readonly config: openid.Configuration
  readonly dpop: openid.DPoPHandle
}

const TIMEOUT_SECONDS = 5

/** The issuer, found by discovery at the first sign-in: the embedded one does not answer before. */
export function createDeskIssuer(options: DeskIssuerOptions): DeskIssuer {
  const { redirectUri, audience, purposes } = options
  let connecting: Promise<Connection> | undefined

  function connection(): Promise<Connection> {
    connecting ??= connect(options).catch((error: unknown) => {
      connecting = undefined
      throw error
    })
    return connecting
  }

  return {
    async begin() {
      const secrets = {
        state: openid.randomState(),
        nonce: openid.randomNonce(),
        codeVerifier: openid.randomPKCECodeVerifier(),
      }
      const parameters = {
        redirect_uri: redirectUri,
        scope: 'openid',
        resource: audience,
        state: secrets.state,
        nonce: secrets.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(secrets.codeVerifier),
        code_challenge_method: 'S256',
        authorization_details: detailsOf(purposes),
        // a desk is shared: who signed in before at the issuer is not who sits here now
        prompt: 'login',
      }
      const { config, dpop } = await connection()
      const isPushed = config.serverMetadata().pushed_authorization_request_endpoint !== undefined
      const url = isPushed
        ? await openid
            .buildAuthorizationUrlWithPAR(config, parameters, { DPoP: dpop })
            .catch(refuseAs())
        : openid.buildAuthorizationUrl(config, parameters)
      return { url, secrets }
    },

    async finish(search, { state, nonce, codeVerifier }) {
      const { config, dpop } = await connection().catch(refuseAs())
      const url = new URL(redirectUri)
      url.search = search
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: codeVerifier }
      const tokens = await openid
        .authorizationCodeGrant(config, url, { ...checks, idTokenExpected: true }, undefined, {
          DPoP: dpop,
        })
        .catch(refuseAs('the answer of the issuer is not for this sign-in'))
      const claims = tokens.claims()
      if (!claims || !tokens.refresh_token) {
        throw hubError('SIGN_IN_REFUSED', { reason: 'the issuer gave no refresh token' })
      }
      return {
        subject: claims.sub,
        name: readText(claims['name']),
        agency: readText(claims['agency']),
        role: readText(claims['role']),
        refreshToken: tokens.refresh_token,
      }
    },

    async tokenFor(purpose, refreshToken) {
      const { config, dpop } = await connection()
      const parameters = { authorization_details: detailsOf([purpose]), resource: audience }
      const tokens = await openid
        .refreshTokenGrant(config, refreshToken, parameters, { DPoP: dpop })
        .catch((error: unknown) => {
          throw refusalOfToken(error)
        })
      return {
        accessToken: tokens.access_token,
        jkt: await dpop.calculateThumbprint(),
        refreshToken: tokens.refresh_token,
      }
    },

    async revoke(refreshToken) {
      const { config } = await connection()
      await openid.tokenRevocation(config, refreshToken).catch(refuseAs())
    },
  }
}

async function connect({ issuer, clientId, key }: DeskIssuerOptions): Promise<Connection> {
  const privateKey = await importJWK({ ...key }, 'ES256')
  invariant(!(privateKey instanceof Uint8Array), 'a private ES256 key is no secret of bytes')
  const isPlain = new URL(issuer).protocol === 'http:'
  const config = await openid
    .discovery(
      new URL(issuer),
      clientId,
      { id_token_signed_response_alg: 'ES256', use_mtls_endpoint_aliases: false },
      openid.PrivateKeyJwt({ key: privateKey, kid: key.kid }),
      {
        timeout: TIMEOUT_SECONDS,
        // configuration lets http through on loopback alone
        ...(isPlain && { execute: [openid.allowInsecureRequests] }),
      },
    )
    .catch(refuseAs())
  openid.enableNonRepudiationChecks(config)
  const dpop = openid.getDPoPHandle(config, await openid.randomDPoPKeyPair('ES256'))
  return { config, dpop }
}

function detailsOf(purposes: readonly string[]): string {
  return JSON.stringify(purposes.map((purpose) => ({ type: PURPOSE_DETAIL_TYPE, purpose })))
}

/** Throws what a failure means: the issuer is away, it said no, or its answer is not to be trusted. */
function refuseAs(reason?: string): (error: unknown) => never {
  return (error) => {
    const said = readRefusal(error)
    if (said === undefined && reason === undefined) throw hubError('ISSUER_UNAVAILABLE', {}, error)
    if (reason === undefined) throw hubError('ISSUER_REFUSED', { reason: said ?? '' }, error)
    if (isAway(error)) throw hubError('ISSUER_UNAVAILABLE', {}, error)
    throw hubError('SIGN_IN_REFUSED', { reason: said ?? reason }, error)
  }
}

function refusalOfToken(error: unknown): HubError {
  const code = error instanceof openid.ResponseBodyError ? error.error : undefined
  if (code === 'invalid_authorization_details') return hubError('PURPOSE_NOT_ALLOWED', {}, error)
  // the person was locked out at the issuer, or signed out elsewhere
  if (code === 'invalid_grant') return hubError('SESSION_ENDED', {}, error)
  if (code === undefined) return hubError('ISSUER_UNAVAILABLE', {}, error)
  return hubError('ISSUER_REFUSED', { reason: code }, error)
}

/** The issuer's own word of refusal, such as `access_denied`: its table's, never its free text. */
function readRefusal(error: unknown): string | undefined {
  const isAnswer =
    error instanceof openid.AuthorizationResponseError || error instanceof openid.ResponseBodyError
  return isAnswer ? error.error.replaceAll(/[^\w-]/g, '').slice(0, 60) : undefined
}

function isAway(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof Error && error.name === 'TimeoutError')
}

function readText(claim: unknown): string | null {
  return typeof claim === 'string' && claim !== '' ? claim : null
}
