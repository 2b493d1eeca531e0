import { sql, type Kysely } from 'kysely'

const STATEMENTS = [
  `create table log (
     id smallint generated always as identity primary key,
     origin text not null unique,
     key_id text not null,
     records bigint not null default 0,
     persons bigint not null default 0,
     as_of timestamptz
   )`,
  `comment on table log is '各閘道之揭露紀錄檔;索引讀到何處'`,
  `comment on column log.records is '已編入索引之紀錄數'`,
  `comment on column log.persons is '已讀入之當事人代號列數'`,
  `comment on column log.key_id is '當事人代號所用金鑰之名,非金鑰'`,

  `create table ground (
     id integer generated always as identity primary key,
     actor text not null,
     client text not null,
     agency text not null,
     role text not null,
     purpose text not null,
     legal_basis text not null,
     channel text not null,
     unique (actor, client, agency, role, purpose, legal_basis, channel)
   )`,
  `comment on table ground is '查詢者及其目的、法律依據'`,

  `create table disclosure (
     log_id smallint not null references log on delete cascade,
     leaf_index bigint not null,
     at timestamptz not null,
     request_id text not null,
     ground_id integer not null references ground,
     case_no text,
     data_classes text[] not null,
     primary key (log_id, leaf_index)
   )`,
  `comment on table disclosure is '揭露紀錄索引;可刪除並由紀錄檔重建'`,
  `create index disclosure_request on disclosure (request_id)`,
  `create index disclosure_case on disclosure (case_no, at)`,
  `create index disclosure_ground on disclosure (ground_id, at)`,
  `create index disclosure_at on disclosure (at)`,

  `create table disclosure_subject (
     subject text collate "C" not null,
     log_id smallint not null,
     leaf_index bigint not null,
     primary key (subject, log_id, leaf_index),
     foreign key (log_id, leaf_index) references disclosure on delete cascade
   )`,
  `comment on table disclosure_subject is '當事人代號(16 位元組,以金鑰產生);不含統一編號'`,
  `create index disclosure_subject_place on disclosure_subject (log_id, leaf_index)`,

  `create table person (
     handle text collate "C" not null,
     log_id smallint not null references log on delete cascade,
     subject text collate "C" not null,
     primary key (handle, log_id, subject)
   )`,
  `comment on table person is '同一金鑰之各閘道間,當事人之代號對照'`,

  `create table agency_name (code text primary key, name text not null)`,
  `create table purpose_name (id text primary key, name text not null)`,
]

/** The search index over the disclosure logs of all gateways. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
