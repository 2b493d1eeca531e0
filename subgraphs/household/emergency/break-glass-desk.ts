import type { Kysely } from 'kysely'
import type { Database } from '../register/register-tables.ts'
import {
  approveWaiting,
  findBreakGlassRule,
  findWaiting,
  listWaiting,
  insertBreakGlass,
  type BreakGlass,
  type BreakGlassRule,
  type WaitingQuestion,
} from './break-glass-queries.ts'

/** The register's questions about emergencies, each asked anew. */
export interface BreakGlassDesk {
  rule(): Promise<BreakGlassRule | null>
  insert(asked: Parameters<typeof insertBreakGlass>[1]): Promise<BreakGlass>
  findWaiting(grantNo: string, agency: string, rule: BreakGlassRule): Promise<BreakGlass | null>
  listWaiting(asked: WaitingQuestion, rule: BreakGlassRule): Promise<readonly BreakGlass[]>
  approve(grantNo: string, approver: string, rule: BreakGlassRule): Promise<BreakGlass | null>
}

export function createBreakGlassDesk(db: Kysely<Database>, today: string): BreakGlassDesk {
  return {
    rule: () => findBreakGlassRule(db, today),
    insert: (asked) => insertBreakGlass(db, asked),
    findWaiting: (grantNo, agency, rule) => findWaiting(db, grantNo, agency, rule),
    listWaiting: (asked, rule) => listWaiting(db, asked, rule),
    approve: (grantNo, approver, rule) => approveWaiting(db, grantNo, approver, rule),
  }
}
