import { isInForce, type Agreement } from '../../auth/agreement.ts'
import type { Revocations } from '../../auth/revocations.ts'
import type { DeskSession } from '../../auth/session/session-store.ts'

/** The agreements under which somebody of that agency and role may open a visit now. */
export function purposesOf(
  { agency, role }: Pick<DeskSession, 'agency' | 'role'>,
  parts: {
    readonly agreements: readonly Agreement[]
    readonly revocations: Revocations
    readonly clientId: string
  },
): readonly Agreement[] {
  return parts.agreements.filter(
    (agreement) =>
      agreement.kind === 'staff' &&
      agreement.clients.includes(parts.clientId) &&
      (agency === null || agency === agreement.agency.code) &&
      (role === null || agreement.roles.includes(role)) &&
      isInForce(agreement) &&
      !parts.revocations.isRevoked(agreement.id),
  )
}
