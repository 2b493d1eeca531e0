import { sql, type Kysely } from 'kysely'

const STATEMENTS = [
  `create table person (
     person_no bigint primary key,
     full_name text not null,
     surname text,
     given_name text not null,
     latin_name text,
     name_type text not null check (name_type in
       ('HAN', 'HAN_WITH_LATIN', 'TRADITIONAL_HAN', 'TRADITIONAL_HAN_WITH_LATIN')),
     sex text not null check (sex in ('MALE', 'FEMALE')),
     birth_date date not null,
     birth_place text not null,
     birth_order text not null,
     death_date date check (death_date >= birth_date),
     registered_elsewhere text,
     moved_abroad_on date,
     marital_status text not null check (marital_status in
       ('NEVER_MARRIED', 'MARRIED', 'DIVORCED', 'WIDOWED')),
     father_name text,
     mother_name text,
     adoptive_father_name text,
     adoptive_mother_name text,
     indigenous_status text check (indigenous_status in ('PLAINS', 'MOUNTAIN')),
     ethnic_group text,
     is_new_immigrant boolean not null
   )`,
  `comment on table person is '自然人;以內部編號為鍵,統一編號可變更故不為鍵'`,
  `comment on column person.full_name is '姓名'`,
  `comment on column person.latin_name is '羅馬拼音'`,
  `comment on column person.birth_date is '出生日期'`,
  `comment on column person.birth_place is '出生地'`,
  `comment on column person.birth_order is '出生別'`,
  `comment on column person.death_date is '死亡日期'`,
  `comment on column person.registered_elsewhere is '他轄戶籍地'`,
  `comment on column person.moved_abroad_on is '遷出國外日期'`,
  `comment on column person.marital_status is '婚姻狀況'`,
  `comment on column person.indigenous_status is '原住民身分'`,
  `comment on column person.ethnic_group is '族別'`,
  `comment on column person.is_new_immigrant is '新住民'`,

  `create table person_national_id (
     person_no bigint not null references person,
     national_id text not null check (national_id ~ '^[A-Z][12][0-9]{8}$'),
     valid_from date not null,
     valid_to date check (valid_to >= valid_from),
     reason text check (reason in ('SEX_CHANGE', 'DUPLICATE_ALLOTMENT')),
     primary key (person_no, national_id)
   )`,
  `comment on table person_national_id is '國民身分證統一編號及其變更'`,
  `comment on column person_national_id.reason is '變更原因:性別變更、重號'`,
  // one number may have been allotted twice by mistake, so only the present holder is unique
  `create unique index person_national_id_current on person_national_id (national_id)
     include (person_no) where valid_to is null`,
  `create unique index person_national_id_one_current on person_national_id (person_no)
     include (national_id) where valid_to is null`,
  `create index person_national_id_any on person_national_id (national_id)
     include (person_no, valid_to)`,

  `create table household (
     household_key bigint primary key,
     id text not null unique,
     household_no text not null unique check (household_no ~ '^[A-Z][0-9]{7}$'),
     type text not null check (type in ('COMMON_LIVING', 'COMMON_BUSINESS', 'SINGLE')),
     name text,
     status text not null check (status in ('CURRENT', 'CLOSED')),
     head_person_no bigint not null references person,
     plate_id text,
     address_text text not null,
     town_code text not null,
     village_code text not null,
     neighborhood smallint not null,
     established_on date not null,
     closed_on date,
     closed_reason text check (closed_reason in ('HEAD_DEATH', 'HEAD_CHANGE', 'WHOLE_MOVE')),
     successor_key bigint references household,
     check ((status = 'CLOSED') = (closed_on is not null)),
     check (name is null or type = 'COMMON_BUSINESS')
   )`,
  `comment on table household is '戶(現戶及除戶)'`,
  `comment on column household.household_no is '戶號'`,
  `comment on column household.type is '戶別:共同生活戶、共同事業戶、單獨生活戶'`,
  `comment on column household.head_person_no is '戶長'`,
  `comment on column household.plate_id is '門牌'`,
  `comment on column household.address_text is '戶籍地址'`,
  `comment on column household.neighborhood is '鄰'`,
  `comment on column household.established_on is '設戶日期'`,
  `comment on column household.closed_on is '除戶日期'`,
  `comment on column household.closed_reason is '除戶原因'`,
  `comment on column household.successor_key is '後續現戶'`,

  `create table household_member (
     household_key bigint not null references household,
     person_no bigint not null references person,
     position smallint not null,
     relation_code text not null,
     relation_text text not null,
     joined_on date not null,
     left_on date,
     is_present boolean not null,
     primary key (household_key, person_no),
     check (not is_present or left_on is null)
   )`,
  `comment on table household_member is '戶內人口,依戶籍法施行細則第4條順序'`,
  `comment on column household_member.relation_text is '稱謂'`,
  `comment on column household_member.relation_code is '稱謂代碼'`,
  `comment on column household_member.is_present is '現住人口'`,
  // 戶籍法第3條: one person may not be in two households at once
  `create unique index household_member_one_household on household_member (person_no)
     where is_present`,
  `create index household_member_person on household_member (person_no)`,
]

/** People, their numbers, households and their members. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
