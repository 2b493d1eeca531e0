import type { Agreement } from '../../auth/agreement.ts'
import type { AuthConfig } from '../../auth/config.ts'
import { DESK_CLIENT_ID } from '../../auth/issuer/sample-clients.ts'
import type { KeyStore } from '../../auth/keys/key-store.ts'
import {
  publicJwks,
  readSigningKeys,
  type JwkSet,
  type PrivateJwk,
} from '../../auth/keys/signing-key.ts'
import type { Revocations } from '../../auth/revocations.ts'
import { createDeskIssuer } from '../../auth/session/desk-issuer.ts'
import { SessionStore } from '../../auth/session/session-store.ts'
import type { SharedStore } from '../../auth/shared-store.ts'
import type { HeldTokenVerifier } from '../../auth/verify-token.ts'
import type { Logger } from 'pino'
import type { GatewayConfig } from '../config.ts'
import { ISSUER_PATH } from '../http/issuer-routes.ts'
import { DeskSessions } from './desk-sessions.ts'
import type { SessionRouteParts } from './session-routes.ts'
import { CALLBACK_PATH } from './sign-in-routes.ts'

/** What desk sign-in is made from. */
export interface DeskOptions {
  readonly config: GatewayConfig
  readonly auth: AuthConfig
  readonly keys: KeyStore
  readonly verifier: HeldTokenVerifier
  readonly agreements: readonly Agreement[]
  readonly revocations: Revocations
  readonly store: SharedStore
  readonly log: Logger
}

interface DeskClient {
  readonly issuer: string
  readonly clientId: string
  /** the first signs */
  readonly keys: JwkSet<PrivateJwk>
}

/** Where the issuer sends staff back to: registered there to the letter. */
export function redirectUriOf({ publicUrl }: Pick<GatewayConfig, 'publicUrl'>): string {
  return `${publicUrl}${CALLBACK_PATH}`
}

/** Sign-in of desk staff, at the embedded issuer or at the one that HUB_DESK_CLIENT_ID is known at. */
export function openDesk(options: DeskOptions): SessionRouteParts | undefined {
  const client = findClient(options)
  if (!client) return undefined
  const { config, auth, agreements } = options
  const own = agreements.filter(
    ({ kind, clients }) => kind === 'staff' && clients.includes(client.clientId),
  )
  const parts = {
    ...options,
    clientId: client.clientId,
    jwks: publicJwks(client.keys),
    publicOrigin: config.publicUrl,
    store: new SessionStore(options.store),
    issuer: createDeskIssuer({
      issuer: client.issuer,
      clientId: client.clientId,
      key: client.keys.keys[0],
      redirectUri: redirectUriOf(config),
      audience: auth.audience,
      purposes: [...new Set(own.map(({ purpose }) => purpose.id))],
    }),
  }
  return { ...parts, sessions: new DeskSessions(parts) }
}

function findClient({ config, auth, keys }: DeskOptions): DeskClient | undefined {
  if (auth.issuer.kind === 'embedded') {
    const issuer = `${config.publicUrl}${ISSUER_PATH}`
    return { issuer, clientId: DESK_CLIENT_ID, keys: keys.clientKeys(DESK_CLIENT_ID) }
  }
  if (!auth.desk) return undefined
  const deskKeys = readSigningKeys(auth.desk.keyFile)
  return { issuer: auth.issuer.url, clientId: auth.desk.clientId, keys: deskKeys }
}
