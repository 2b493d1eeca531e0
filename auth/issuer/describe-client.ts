import type { ClientMetadata } from 'oidc-provider'
import { PURPOSE_DETAIL_TYPE } from '../purpose-detail.ts'
import type { IssuerClient, IssuerOptions } from './issuer.ts'
import { DESK_CLIENT_ID } from './sample-clients.ts'

/** A client as the provider reads it: systems ask for themselves, the desk for whoever signs in. */
export function describeClient(
  client: IssuerClient,
  { agreements, redirectUri }: IssuerOptions,
): ClientMetadata {
  const own = agreements.filter(({ clients }) => clients.includes(client.id))
  const isDesk = client.id === DESK_CLIENT_ID && redirectUri !== undefined
  return {
    client_id: client.id,
    grant_types: isDesk ? ['authorization_code', 'refresh_token'] : ['client_credentials'],
    response_types: isDesk ? ['code'] : [],
    redirect_uris: isDesk ? [redirectUri] : [],
    ...(isDesk && { require_pushed_authorization_requests: true }),
    scope: [
      ...new Set([...(isDesk ? ['openid'] : []), ...own.flatMap(({ scopes }) => scopes)]),
    ].join(' '),
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'ES256',
    id_token_signed_response_alg: 'ES256',
    dpop_bound_access_tokens: true,
    authorization_details_types: [PURPOSE_DETAIL_TYPE],
    jwks: { keys: client.jwks.keys.map((key) => ({ ...key })) },
  }
}
