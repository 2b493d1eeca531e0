import { sql, type Kysely } from 'kysely'

/** The roll of statuses, the allowances granted, and the applications with their history. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const SCHEMES = `('LOW_INCOME', 'MID_LOW_INCOME', 'ELDERLY_ALLOWANCE', 'DISABILITY_ALLOWANCE')`
const STATUSES = `('RECEIVED', 'UNDER_REVIEW', 'MISSING_DOCUMENT', 'APPROVED', 'REJECTED', 'WITHDRAWN')`

const STATEMENTS = [
  `create table roll_entry (
    id text primary key,
    kind text not null check (kind in ('LOW_INCOME', 'MID_LOW_INCOME')),
    class_code text check (class_code in ('1', '2', '3', '4')),
    applicant_national_id text not null,
    valid_from date not null,
    valid_to date not null check (valid_to >= valid_from),
    check ((kind = 'LOW_INCOME') = (class_code is not null))
  )`,
  `create table roll_member (
    entry_id text not null references roll_entry,
    national_id text not null,
    primary key (national_id, entry_id)
  )`,

  `create table application (
    case_no text primary key,
    scheme text not null check (scheme in ${SCHEMES}),
    kind text not null check (kind in ('FIRST', 'ANNUAL_REVIEW')),
    applicant_national_id text not null,
    received_by text not null,
    received_on date not null,
    status text not null check (status in ${STATUSES}),
    missing_documents text[] not null default '{}',
    decided_on date,
    class_code text check (class_code in ('1', '2', '3', '4')),
    assigned_to text,
    check ((status in ('APPROVED', 'REJECTED')) = (decided_on is not null)),
    check (class_code is null or (status = 'APPROVED' and scheme = 'LOW_INCOME')),
    check ((status = 'MISSING_DOCUMENT') = (cardinality(missing_documents) > 0))
  )`,
  'create index application_applicant on application (applicant_national_id)',

  // What may follow what; the history below cannot step outside of it.
  `create table application_transition (
    from_status text not null check (from_status in ${STATUSES}),
    to_status text not null check (to_status in ${STATUSES}),
    primary key (from_status, to_status)
  )`,
  `insert into application_transition (from_status, to_status) values
    ('RECEIVED', 'UNDER_REVIEW'),
    ('RECEIVED', 'WITHDRAWN'),
    ('UNDER_REVIEW', 'MISSING_DOCUMENT'),
    ('UNDER_REVIEW', 'APPROVED'),
    ('UNDER_REVIEW', 'REJECTED'),
    ('UNDER_REVIEW', 'WITHDRAWN'),
    ('MISSING_DOCUMENT', 'UNDER_REVIEW'),
    ('MISSING_DOCUMENT', 'REJECTED'),
    ('MISSING_DOCUMENT', 'WITHDRAWN')`,
  `create table application_event (
    case_no text not null references application,
    seq integer not null check (seq > 0),
    previous_seq integer generated always as (seq - 1) stored,
    from_status text,
    to_status text not null,
    happened_on date not null,
    reason text,
    primary key (case_no, seq),
    unique (case_no, seq, to_status),
    check ((seq = 1) = (from_status is null)),
    check (seq > 1 or to_status = 'RECEIVED'),
    foreign key (from_status, to_status) references application_transition,
    foreign key (case_no, previous_seq, from_status)
      references application_event (case_no, seq, to_status)
  )`,

  `create table benefit_grant (
    national_id text not null,
    scheme text not null check (scheme in ('ELDERLY_ALLOWANCE', 'DISABILITY_ALLOWANCE')),
    monthly_amount integer not null check (monthly_amount > 0),
    valid_from date not null,
    valid_to date not null check (valid_to >= valid_from),
    primary key (national_id, scheme, valid_from)
  )`,

  `comment on table roll_entry is '低收入戶及中低收入戶名冊'`,
  `comment on column roll_entry.kind is '福利身分'`,
  `comment on column roll_entry.class_code is '低收入戶類別'`,
  `comment on column roll_entry.applicant_national_id is '申請人統一編號'`,
  `comment on column roll_entry.valid_from is '核定起日'`,
  `comment on column roll_entry.valid_to is '核定迄日'`,
  `comment on table roll_member is '名冊列冊人口'`,
  `comment on column roll_member.national_id is '列冊人口統一編號'`,
  `comment on table application is '福利申請案'`,
  `comment on column application.case_no is '申請案號'`,
  `comment on column application.scheme is '福利項目'`,
  `comment on column application.kind is '申請類別'`,
  `comment on column application.applicant_national_id is '申請人統一編號'`,
  `comment on column application.received_by is '受理機關代碼'`,
  `comment on column application.received_on is '受理日期'`,
  `comment on column application.status is '辦理狀態'`,
  `comment on column application.missing_documents is '待補文件'`,
  `comment on column application.decided_on is '核定日期'`,
  `comment on column application.class_code is '核定類別'`,
  `comment on column application.assigned_to is '承辦審查人員'`,
  `comment on table application_transition is '辦理狀態流程'`,
  `comment on table application_event is '辦理歷程'`,
  `comment on column application_event.happened_on is '日期'`,
  `comment on column application_event.reason is '說明'`,
  `comment on table benefit_grant is '津貼核定檔'`,
  `comment on column benefit_grant.monthly_amount is '每月金額'`,
]
