import { errors, type KoaContextWithOIDC } from 'oidc-provider'

import { type Agreement, isInForce } from '../agreement.ts'
import { PURPOSE_DETAIL_TYPE } from '../purpose-detail.ts'
import type { StaffAccount } from './sample-staff.ts'

type Detail = Readonly<Record<string, unknown>>

/** What a client, and who acts through it, may ask the embedded issuer for: agreements alone decide. */
export interface PurposePolicy {
  /** @throws InvalidAuthorizationDetails unless the detail names a purpose of the asking client */
  checkDetail(detail: Detail, clientId: string): void
  /**
   * the one agreement a token request stands on
   *
   * @throws InvalidAuthorizationDetails without exactly one purpose of the asking client, and of the
   *   agency and role of whoever signed in
   */
  agreementOf(ctx: KoaContextWithOIDC): Agreement
  /**
   * the scopes to grant: those asked for, or all of the agreement when none is
   *
   * @throws InvalidScope for a scope outside the agreement
   */
  scopesOf(ctx: KoaContextWithOIDC): readonly string[]
  /** scopes of all agreements of a client */
  scopesOfClient(clientId: string): readonly string[]
  /** the purposes among those asked for that a member of staff may be granted */
  purposesOf(ctx: KoaContextWithOIDC, account: StaffAccount): readonly string[]
}

/** The policy under these agreements (RFC 9396 §5: refuse what is unknown, missing or superfluous). */
export function createPurposePolicy(
  agreements: readonly Agreement[],
  staffOf: (ctx: KoaContextWithOIDC) => StaffAccount | undefined = () => undefined,
): PurposePolicy {
  /** Those of every agency whose staff shares the client for the purpose. */
  function agreementsOfDetail(detail: Detail, clientId: string): readonly Agreement[] {
    const { type, purpose, ...others } = detail
    if (type !== PURPOSE_DETAIL_TYPE || typeof purpose !== 'string') {
      throw refusal('name one purpose')
    }
    if (Object.keys(others).length > 0) throw refusal('only type and purpose are understood')
    const found = agreements.filter(
      (agreement) =>
        agreement.purpose.id === purpose &&
        agreement.clients.includes(clientId) &&
        isInForce(agreement),
    )
    if (found.length === 0) throw refusal('no agreement in force gives this client the purpose')
    return found
  }

  function agreementOf(ctx: KoaContextWithOIDC): Agreement {
    const details = parseDetails(ctx.oidc.params?.['authorization_details'])
    const [detail] = details
    if (detail === undefined || details.length !== 1) throw refusal('ask for exactly one purpose')
    const found = agreementsOfDetail(detail, ctx.oidc.client?.clientId ?? '')
    const account = staffOf(ctx)
    const [agreement, ...others] = account ? found.filter((each) => isFor(each, account)) : found
    if (agreement === undefined) {
      throw refusal('the agreement of this purpose is not for this agency and role')
    }
    if (others.length > 0) throw refusal('agencies share this purpose: sign in as staff of one')
    return agreement
  }

  return {
    checkDetail(detail, clientId) {
      agreementsOfDetail(detail, clientId)
    },
    agreementOf,
    scopesOf(ctx) {
      const { scopes } = agreementOf(ctx)
      const asked = [...ctx.oidc.requestParamScopes]
      const outside = asked.find((scope) => !scopes.includes(scope))
      if (outside === undefined) return asked.length > 0 ? asked : scopes
      throw new errors.InvalidScope('the agreement of this purpose does not cover it', outside)
    },
    scopesOfClient(clientId) {
      const own = agreements.filter(({ clients }) => clients.includes(clientId))
      return [...new Set(own.flatMap(({ scopes }) => scopes))]
    },
    purposesOf(ctx, account) {
      return parseDetails(ctx.oidc.params?.['authorization_details'])
        .flatMap((detail) => agreementsOfDetail(detail, ctx.oidc.client?.clientId ?? ''))
        .filter((agreement) => isFor(agreement, account))
        .map(({ purpose }) => purpose.id)
    },
  }
}

/** Whether somebody at that agency and in that role may act under the agreement. */
function isFor({ kind, agency, roles }: Agreement, account: StaffAccount): boolean {
  return kind === 'staff' && agency.code === account.agency && roles.includes(account.role)
}

function parseDetails(text: unknown): readonly Detail[] {
  if (typeof text !== 'string') return []
  try {
    const details: unknown = JSON.parse(text)
    return Array.isArray(details) ? (details as Detail[]) : []
  } catch {
    return []
  }
}

function refusal(description: string): Error {
  return new errors.InvalidAuthorizationDetails(description)
}
