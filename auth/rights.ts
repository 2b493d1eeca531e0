import { createHash } from 'node:crypto'

import { hubError } from '../schemas/errors.ts'
import { type Agreement, findAgreement } from './agreement.ts'
import type { VerifiedCaller } from './verified-caller.ts'

/** What a caller may see: the agreement's scopes that its token carries too. */
export interface Rights {
  readonly scopes: readonly string[]
  readonly policies: readonly string[]
  /** the same text for the same rights, for the keys of caches */
  readonly key: string
}

/** A caller with the agreement it stands on. */
export interface Access {
  readonly agreement: Agreement
  readonly rights: Rights
}

/** The rights of a public operation. */
export const PUBLIC_RIGHTS: Rights = createRights([], [])

interface Granted {
  readonly agreements: readonly Agreement[]
  readonly day: number
  readonly access: Access
}

const granted = new WeakMap<VerifiedCaller, Granted>()

/** Days since 1970 in Taiwan, UTC+8. */
function dayNumber(now: Date): number {
  return Math.floor((now.getTime() + 8 * 3_600_000) / 86_400_000)
}

/**
 * What a verified caller may do: once a day for the same caller, so that an agreement's last day
 * counts.
 *
 * @throws HubError PURPOSE_NOT_ALLOWED when no agreement in force gives this client the purpose, or
 *   the token names another agency or a role that the agreement does not
 */
export function grantAccess(
  agreements: readonly Agreement[],
  caller: VerifiedCaller,
  now = new Date(),
): Access {
  const day = dayNumber(now)
  const known = granted.get(caller)
  if (known?.day === day && known.agreements === agreements) return known.access
  const access = decideAccess(agreements, caller, now)
  granted.set(caller, { agreements, day, access })
  return access
}

function decideAccess(agreements: readonly Agreement[], caller: VerifiedCaller, now: Date): Access {
  const { clientId: client, purpose, agency, role } = caller
  const agreement = findAgreement(agreements, { client, purpose, agency }, now)
  if (agreement === undefined) throw hubError('PURPOSE_NOT_ALLOWED')
  if (role !== null && !agreement.roles.includes(role)) throw hubError('PURPOSE_NOT_ALLOWED')
  const inToken = new Set(caller.scopes)
  const scopes = agreement.scopes.filter((scope) => inToken.has(scope))
  return { agreement, rights: createRights(scopes, agreement.policies) }
}

/** Rights of these scopes and policies, both sorted. */
export function createRights(scopes: readonly string[], policies: readonly string[]): Rights {
  const sorted = { scopes: scopes.toSorted(), policies: policies.toSorted() }
  const key = createHash('sha256').update(JSON.stringify(sorted)).digest('base64url')
  return Object.freeze({ ...sorted, key })
}
