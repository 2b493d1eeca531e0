import type { IncomingHttpHeaders } from 'node:http'
import type { Agreement } from '../../auth/agreement.ts'
import type { Revocations } from '../../auth/revocations.ts'
import { grantAccess } from '../../auth/rights.ts'
import type { DeskIssuer } from '../../auth/session/desk-issuer.ts'
import type { KeptSession, SessionStore, Visit } from '../../auth/session/session-store.ts'
import type { VerifiedCaller } from '../../auth/verified-caller.ts'
import type { HeldTokenVerifier } from '../../auth/verify-token.ts'
import { HubError, hubError } from '../../schemas/errors.ts'
import { requireOwnPage } from './own-page.ts'
import { readCookie, SESSION_COOKIE } from './session-cookies.ts'
import { purposesOf } from './staff-purposes.ts'

/** What sessions of desk staff stand on. */
export interface DeskSessionParts {
  readonly issuer: DeskIssuer
  readonly store: SessionStore
  readonly verifier: HeldTokenVerifier
  readonly agreements: readonly Agreement[]
  readonly revocations: Revocations
  /** the hub's client id at the issuer */
  readonly clientId: string
  readonly publicOrigin: string
}

/** What is asked for on opening a visit. */
export interface VisitRequest {
  readonly purpose: string
  readonly caseNo: string | null
}

/** A token is renewed this long before its end. */
const RENEW_MS = 5_000

/** Desk staff who ask with a session's cookie: each session has at most one visit open. */
export class DeskSessions {
  readonly #parts: DeskSessionParts
  /** one renewal at a time for each session: some issuers give a refresh token for one use */
  readonly #renewals = new Map<string, Promise<Visit>>()

  constructor(parts: DeskSessionParts) {
    this.#parts = parts
  }

  /**
   * Who asks with this cookie, under the purpose of the visit that is open; null where none is, which
   * opens public data alone. Throws `CSRF`, `CREDENTIALS_AMBIGUOUS`, `SESSION_ENDED`,
   * `VISIT_CHANGED`, and what the store and the issuer throw.
   */
  async authenticate(headers: IncomingHttpHeaders): Promise<VerifiedCaller | null> {
    if (headers.authorization !== undefined || headers['dpop'] !== undefined) {
      throw hubError('CREDENTIALS_AMBIGUOUS')
    }
    requireOwnPage(headers, this.#parts.publicOrigin)
    const kept = await this.require(headers, true)
    const { visit } = kept.session
    if (visit === null) return null
    const caseNo = headers['hub-case']
    // another tab of this browser opened another visit: its purpose is not this page's
    if (caseNo !== undefined && caseNo !== '' && caseNo !== visit.caseNo) {
      throw hubError('VISIT_CHANGED')
    }
    if (visit.caller.expiresAt * 1000 - RENEW_MS > Date.now()) return visit.caller
    return (await this.#renew(kept, visit)).caller
  }

  /** The session of a request's cookie. Throws `SESSION_ENDED`. */
  async require(headers: IncomingHttpHeaders, isUse: boolean): Promise<KeptSession> {
    const cookie = readCookie(headers, SESSION_COOKIE)
    const kept = cookie === undefined ? undefined : await this.#parts.store.find(cookie, isUse)
    if (!kept) throw hubError('SESSION_ENDED')
    return kept
  }

  /**
   * Opens a visit in place of the one that is open. Throws `PURPOSE_NOT_ALLOWED`, `CASE_REQUIRED`,
   * `SESSION_ENDED`, `ISSUER_UNAVAILABLE`.
   */
  async openVisit(kept: KeptSession, { purpose, caseNo }: VisitRequest): Promise<KeptSession> {
    const { agreements, revocations, clientId } = this.#parts
    const own = purposesOf(kept.session, { agreements, revocations, clientId })
    const agreement = own.find((each) => each.purpose.id === purpose)
    if (!agreement) throw hubError('PURPOSE_NOT_ALLOWED')
    if (agreement.caseRequired && caseNo === null) throw hubError('CASE_REQUIRED')
    return this.#obtain(kept, { purpose, caseNo })
  }

  /** Closes the visit that is open: from here on the session opens public data alone. */
  async closeVisit({ key, session }: KeptSession): Promise<KeptSession> {
    const closed = { key, session: { ...session, visit: null } }
    await this.#parts.store.save(closed)
    return closed
  }

  async #renew(kept: KeptSession, { caller, caseNo }: Visit): Promise<Visit> {
    const under = this.#renewals.get(kept.key)
    if (under) return under
    const renewal = this.#obtain(kept, { purpose: caller.purpose, caseNo })
      .then(({ session }) => session.visit!)
      .finally(() => this.#renewals.delete(kept.key))
    this.#renewals.set(kept.key, renewal)
    return renewal
  }

  async #obtain(
    { key, session }: KeptSession,
    { purpose, caseNo }: VisitRequest,
  ): Promise<KeptSession> {
    const { issuer, verifier, agreements, store, clientId } = this.#parts
    try {
      const token = await issuer.tokenFor(purpose, session.refreshToken)
      const caller = await verifier.verifyHeld(token.accessToken, token.jkt)
      const isOurs = caller.clientId === clientId && caller.subject === session.subject
      if (!isOurs || caller.purpose !== purpose) throw hubError('PURPOSE_NOT_ALLOWED')
      grantAccess(agreements, caller)
      const refreshToken = token.refreshToken ?? session.refreshToken
      const changed = { key, session: { ...session, refreshToken, visit: { caller, caseNo } } }
      await store.save(changed)
      return changed
    } catch (error) {
      // the issuer let go of this person: so does the hub, everywhere
      if (error instanceof HubError && error.code === 'SESSION_ENDED') await store.end(key)
      throw error
    }
  }
}
