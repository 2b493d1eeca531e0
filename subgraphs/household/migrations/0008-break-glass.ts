import { sql, type Kysely } from 'kysely'

const STATEMENTS = [
  `create table break_glass_rule (
     minutes smallint not null check (minutes > 0),
     least_reason smallint not null check (least_reason > 0),
     most_reason smallint not null check (most_reason >= least_reason),
     valid_from date primary key,
     valid_to date check (valid_to >= valid_from),
     source text not null,
     certainty text not null check (certainty in ('seen', 'known', 'unsure'))
   )`,
  `comment on table break_glass_rule is '緊急查詢:時效(分)、事由字數'`,
  `insert into break_glass_rule
     (minutes, least_reason, most_reason, valid_from, source, certainty) values
     (30, 10, 255, '2012-10-01', '個人資料保護法第16條第3款;時效及字數為本中心設計', 'unsure')`,

  `create table break_glass (
     grant_no uuid primary key,
     case_no text not null references service_case,
     client_id text not null,
     agency_code text not null,
     person_no bigint not null,
     requester text not null,
     -- no number of a person: the reason is read by approver and auditor
     reason text not null check (reason !~ '[A-Z][12][0-9]{8}'),
     requested_at timestamptz not null default now(),
     approver text check (approver <> requester),
     approved_at timestamptz,
     expires_at timestamptz,
     check ((approver is null) = (approved_at is null) and (approver is null) = (expires_at is null))
   )`,
  `comment on table break_glass is '緊急查詢:一人申請,同機關他人核可,逾時失效'`,
  `create index break_glass_case on break_glass (case_no, requester)`,
]

/** Access in an emergency: asked for with a reason, approved by a second officer, for a short while. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
