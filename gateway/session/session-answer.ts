import { ABSOLUTE_MS, IDLE_MS, type KeptSession } from '../../auth/session/session-store.ts'
import type { DeskSessionParts } from './desk-sessions.ts'
import { purposesOf } from './staff-purposes.ts'

/** What a page is told of its session. */
export interface SessionAnswer {
  readonly staff: {
    readonly id: string
    readonly name: string | null
    readonly agency: string | null
    readonly role: string | null
  }
  /** What a visit may be opened for. */
  readonly purposes: readonly {
    readonly id: string
    readonly code: string
    readonly name: string
    readonly legalBasis: string
    readonly agency: string
    readonly caseRequired: boolean
  }[]
  readonly visit: { readonly purpose: string; readonly case: string | null } | null
  readonly expires: { readonly idleSeconds: number; readonly absoluteAt: string }
}

/** Who is signed in, for what, and until when; no token, no key. */
export function describeSession({ session }: KeptSession, parts: DeskSessionParts): SessionAnswer {
  const { subject, name, agency, role, visit, signedInAt } = session
  return {
    staff: { id: subject, name, agency, role },
    purposes: purposesOf(session, parts).map((agreement) => ({
      ...agreement.purpose,
      agency: agreement.agency.name,
      caseRequired: agreement.caseRequired,
    })),
    visit: visit && { purpose: visit.caller.purpose, case: visit.caseNo },
    expires: {
      idleSeconds: IDLE_MS / 1000,
      absoluteAt: new Date(signedInAt + ABSOLUTE_MS).toISOString(),
    },
  }
}
