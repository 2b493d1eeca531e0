import { errors, type KoaContextWithOIDC } from 'oidc-provider'

import { type Agreement, findAgreement } from '../agreement.ts'
import { PURPOSE_DETAIL_TYPE } from '../purpose-detail.ts'

type Detail = Readonly<Record<string, unknown>>

/** What a client may ask the embedded issuer for, decided by the agreements alone. */
export interface PurposePolicy {
  /** @throws InvalidAuthorizationDetails unless the detail names a purpose of the asking client */
  checkDetail(detail: Detail, clientId: string): void
  /**
   * the one agreement a token request stands on
   *
   * @throws InvalidAuthorizationDetails without exactly one purpose of the asking client
   */
  agreementOf(ctx: KoaContextWithOIDC): Agreement
  /**
   * the scopes to grant: those asked for, or all of the agreement when none is
   *
   * @throws InvalidScope for a scope outside the agreement
   */
  scopesOf(ctx: KoaContextWithOIDC): readonly string[]
}

/** The policy under these agreements (RFC 9396 §5: refuse what is unknown, missing or superfluous). */
export function createPurposePolicy(agreements: readonly Agreement[]): PurposePolicy {
  function agreementOfDetail(detail: Detail, clientId: string): Agreement {
    const { type, purpose, ...others } = detail
    if (type !== PURPOSE_DETAIL_TYPE || typeof purpose !== 'string') {
      throw refusal('name one purpose')
    }
    if (Object.keys(others).length > 0) throw refusal('only type and purpose are understood')
    const agreement = findAgreement(agreements, clientId, purpose)
    if (agreement === undefined)
      throw refusal('no agreement in force gives this client the purpose')
    return agreement
  }

  function agreementOf(ctx: KoaContextWithOIDC): Agreement {
    const details = parseDetails(ctx.oidc.params?.['authorization_details'])
    const [detail] = details
    if (detail === undefined || details.length !== 1) throw refusal('ask for exactly one purpose')
    return agreementOfDetail(detail, ctx.oidc.client?.clientId ?? '')
  }

  return {
    checkDetail(detail, clientId) {
      agreementOfDetail(detail, clientId)
    },
    agreementOf,
    scopesOf(ctx) {
      const { scopes } = agreementOf(ctx)
      const asked = [...ctx.oidc.requestParamScopes]
      const outside = asked.find((scope) => !scopes.includes(scope))
      if (outside === undefined) return asked.length > 0 ? asked : scopes
      throw new errors.InvalidScope('the agreement of this purpose does not cover it', outside)
    },
  }
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
