import { sql, type Kysely } from 'kysely'

const STATEMENTS = [
  `create table kinship (
     kind text not null check (kind in ('PARENT', 'ADOPTIVE_PARENT', 'GUARDIAN', 'CUSTODY')),
     from_person_no bigint not null references person,
     to_person_no bigint not null references person,
     valid_from date not null,
     valid_to date,
     end_reason text check (end_reason in ('DEATH', 'END_ADOPT')),
     primary key (from_person_no, to_person_no, kind, valid_from),
     check (from_person_no <> to_person_no)
   )`,
  `comment on table kinship is '親等關聯:父母、養父母、監護、未成年子女權利義務行使負擔'`,
  `comment on column kinship.from_person_no is '父母、監護人或行使負擔人'`,
  `comment on column kinship.to_person_no is '子女或受監護人'`,
  `create index kinship_to on kinship (to_person_no)`,

  `create table marriage (
     first_person_no bigint not null references person,
     second_person_no bigint not null references person,
     kind text not null check (kind in ('CIVIL_CODE', 'ACT_748')),
     valid_from date not null,
     valid_to date,
     end_reason text check (end_reason in ('DIVORCE', 'DEATH', 'END_748')),
     primary key (first_person_no, second_person_no, valid_from),
     check (first_person_no <> second_person_no),
     -- 司法院釋字第七四八號解釋施行法 is in force from 108-05-24
     check (kind <> 'ACT_748' or valid_from >= date '2019-05-24')
   )`,
  `comment on table marriage is '結婚(民法婚姻、司法院釋字第七四八號解釋施行法結婚)'`,
  `create index marriage_second on marriage (second_person_no)`,

  `create table partner_annotation (
     first_person_no bigint not null references person,
     second_person_no bigint not null references person,
     annotated_on date not null,
     removed_on date,
     primary key (first_person_no, second_person_no, annotated_on),
     check (first_person_no <> second_person_no)
   )`,
  `comment on table partner_annotation is '同性伴侶註記;非婚姻,不生親屬關係'`,
  `create index partner_annotation_second on partner_annotation (second_person_no)`,

  `create table protection (
     person_no bigint not null references person,
     ground text not null check (ground in ('DOMESTIC_VIOLENCE_ACT', 'STALKING_ACT')),
     valid_from date not null,
     valid_to date,
     primary key (person_no, valid_from)
   )`,
  `comment on table protection is '保護註記'`,
  `comment on column protection.ground is '註記事由:家庭暴力防治法、跟蹤騷擾防治法'`,

  `create table id_card (
     person_no bigint not null references person,
     issue_date date not null,
     issue_place text not null,
     issue_type text not null check (issue_type in ('FIRST', 'REISSUE', 'RENEWAL')),
     -- a card may not be issued twice on one day
     primary key (person_no, issue_date)
   )`,
  `comment on table id_card is '國民身分證領補換資料'`,
]

/** Kinship across households, marriages and annotations apart, protection, ID cards. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
