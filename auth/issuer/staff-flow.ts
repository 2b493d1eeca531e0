import type { AccountClaims, Configuration, KoaContextWithOIDC } from 'oidc-provider'
import { PURPOSE_DETAIL_TYPE } from '../purpose-detail.ts'
import type { PurposePolicy } from './purpose-policy.ts'
import type { StaffAccount } from './sample-staff.ts'
import { ACCESS_TOKEN_SECONDS } from './token-life.ts'
import { SIGN_IN_PATH } from './staff-sign-in.ts'

/** Seconds after which staff sign in again, whatever they did. */
export const STAFF_SESSION_SECONDS = 8 * 3600
const CODE_SECONDS = 60
const INTERACTION_SECONDS = 10 * 60

/** What the authorization code flow adds to the issuer: people, their page, and what they may be granted. */
export function configureStaffFlow(
  staff: readonly StaffAccount[],
  policy: PurposePolicy,
  { path, audience }: { readonly path: string; readonly audience: string },
): Configuration {
  const byId = new Map(staff.map((account) => [account.id, account]))
  return {
    interactions: { url: (_ctx, { uid }) => `${path}${SIGN_IN_PATH}${uid}` },
    findAccount(_ctx, id) {
      const account = byId.get(id)
      return account && { accountId: id, claims: () => claimsOf(account) }
    },
    claims: { openid: ['sub', 'name', 'agency', 'role'] },
    // the desk's session ends on its own, at the hub; the issuer's is only for the moment of sign-in
    expiresWithSession: () => false,
    rotateRefreshToken: false,
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    async loadExistingGrant(ctx) {
      const { client, session } = ctx.oidc
      const { Grant } = ctx.oidc.provider
      if (!client || !session?.accountId) return undefined
      // one for each sign-in, so that signing out takes back no more than that
      const grant = new Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid')
      grant.addResourceScope(audience, policy.scopesOfClient(client.clientId).join(' '))
      await grant.save()
      return grant
    },
    ttl: {
      AccessToken: ACCESS_TOKEN_SECONDS,
      AuthorizationCode: CODE_SECONDS,
      Interaction: INTERACTION_SECONDS,
      Session: INTERACTION_SECONDS,
      Grant: STAFF_SESSION_SECONDS,
      IdToken: INTERACTION_SECONDS,
      RefreshToken: STAFF_SESSION_SECONDS,
    },
  }
}

/** The account that a token request acts for, or nothing where a system asks for itself. */
export function staffOf(
  ctx: KoaContextWithOIDC,
  staff: readonly StaffAccount[],
): StaffAccount | undefined {
  const id = ctx.oidc.account?.accountId ?? ctx.oidc.session?.accountId
  return staff.find((account) => account.id === id)
}

/** Purposes of the account, as authorization details. */
export function detailsOf(
  purposes: readonly string[],
): readonly { type: string; purpose: string }[] {
  return purposes.map((purpose) => ({ type: PURPOSE_DETAIL_TYPE, purpose }))
}

async function claimsOf({ id, name, agency, role }: StaffAccount): Promise<AccountClaims> {
  return { sub: id, name, agency, role }
}
