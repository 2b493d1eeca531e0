import { sql, type Kysely } from 'kysely'
import type { Database } from '../register/register-tables.ts'
import { isInForce } from '../register/row-fragments.ts'

/** An officer's access in an emergency, asked for or approved. Times are real, ISO 8601 in UTC. */
export interface BreakGlass {
  readonly grantNo: string
  readonly caseNo: string
  readonly clientId: string
  readonly agencyCode: string
  readonly personNo: number
  readonly requester: string
  readonly reason: string
  readonly approver: string | null
  readonly requestedAt: string
  readonly expiresAt: string | null
}

export interface BreakGlassRule {
  /** How long a request waits, and how long an approved one lasts. */
  readonly minutes: number
  readonly leastReason: number
  readonly mostReason: number
}

/** The rule of the day; null where none is in force. */
export async function findBreakGlassRule(
  db: Kysely<Database>,
  today: string,
): Promise<BreakGlassRule | null> {
  const { rows } = await sql<BreakGlassRule>`
    select minutes, least_reason, most_reason from break_glass_rule
    where ${isInForce(sql`valid_from`, sql`valid_to`, today)}`.execute(db)
  return rows[0] ?? null
}

/** Writes down a request; one statement, so a killed process leaves it whole or not at all. */
export async function insertBreakGlass(
  db: Kysely<Database>,
  asked: Omit<BreakGlass, 'approver' | 'requestedAt' | 'expiresAt'>,
): Promise<BreakGlass> {
  const { grantNo, caseNo, clientId, agencyCode, personNo, requester, reason } = asked
  const { rows } = await sql<BreakGlass>`
    insert into break_glass
      (grant_no, case_no, client_id, agency_code, person_no, requester, reason)
    values (${grantNo}, ${caseNo}, ${clientId}, ${agencyCode}, ${personNo}, ${requester}, ${reason})
    returning *`.execute(db)
  return rows[0]!
}

/** A request that still waits, of this agency. */
export async function findWaiting(
  db: Kysely<Database>,
  grantNo: string,
  agencyCode: string,
  { minutes }: BreakGlassRule,
): Promise<BreakGlass | null> {
  const { rows } = await sql<BreakGlass>`
    select * from break_glass where grant_no::text = ${grantNo} and agency_code = ${agencyCode}
      and approver is null and requested_at > now() - make_interval(mins => ${minutes}::int)
  `.execute(db)
  return rows[0] ?? null
}

/** Most that an officer is shown at once; those that follow come when these are done or over. */
const MOST_WAITING = 100

/** Who asks what waits. */
export interface WaitingQuestion {
  readonly agencyCode: string
  readonly officer: string
  /** The officer's own people: left out before the oldest are taken, or they would hide the others. */
  readonly ownNos: readonly number[]
}

/** What others of an agency asked for and still waits, the oldest first, but not about own people. */
export async function listWaiting(
  db: Kysely<Database>,
  { agencyCode, officer, ownNos }: WaitingQuestion,
  { minutes }: BreakGlassRule,
): Promise<readonly BreakGlass[]> {
  const { rows } = await sql<BreakGlass>`
    select * from break_glass where agency_code = ${agencyCode} and requester <> ${officer}
      and approver is null and requested_at > now() - make_interval(mins => ${minutes}::int)
      and person_no <> all(${ownNos}::bigint[])
    order by requested_at, grant_no limit ${MOST_WAITING}`.execute(db)
  return rows
}

/** Approves a request that still waits, once, by someone else; null where it is no longer so. */
export async function approveWaiting(
  db: Kysely<Database>,
  grantNo: string,
  approver: string,
  { minutes }: BreakGlassRule,
): Promise<BreakGlass | null> {
  const { rows } = await sql<BreakGlass>`
    update break_glass set approver = ${approver}, approved_at = now(),
      expires_at = now() + make_interval(mins => ${minutes}::int)
    where grant_no::text = ${grantNo} and approver is null and requester <> ${approver}
    returning *`.execute(db)
  return rows[0] ?? null
}
