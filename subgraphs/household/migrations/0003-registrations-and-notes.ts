import { sql, type Kysely } from 'kysely'

const STATEMENTS = [
  `create table registration (
     person_no bigint not null references person,
     seq smallint not null,
     type text not null,
     event_date date not null,
     applied_date date not null,
     registered_date date not null,
     other_person_no bigint references person,
     primary key (person_no, seq)
   )`,
  `comment on table registration is '戶籍登記;發生、申請、登記日期各為不同事實'`,
  `comment on column registration.event_date is '發生日期'`,
  `comment on column registration.applied_date is '申請日期'`,
  `comment on column registration.registered_date is '登記日期(申登)'`,
  `comment on column registration.other_person_no is '關係人'`,

  `create table person_note (
     person_no bigint not null references person,
     seq smallint not null,
     type text not null,
     event_date date not null,
     registered_date date not null,
     names_address boolean not null,
     text text not null,
     primary key (person_no, seq)
   )`,
  `comment on table person_note is '個人記事;內含他人統一編號,對外一律遮蔽'`,
  `comment on column person_note.names_address is '記事載有住址'`,

  `create table household_note (
     household_key bigint not null references household,
     seq smallint not null,
     type text not null,
     event_date date not null,
     registered_date date not null,
     names_address boolean not null,
     text text not null,
     primary key (household_key, seq)
   )`,
  `comment on table household_note is '全戶動態記事;內含統一編號,對外一律遮蔽'`,

  `create table registration_deadline (
     type text not null,
     days smallint not null,
     valid_from date not null,
     valid_to date,
     source text not null,
     certainty text not null check (certainty in ('seen', 'known', 'unsure')),
     primary key (type, valid_from)
   )`,
  `comment on table registration_deadline is '登記申請期限(日),自事件發生起算'`,
  // the Act was read as of 104-01-21; for earlier events no deadline is claimed
  `insert into registration_deadline (type, days, valid_from, source, certainty)
   select type, case type when 'BIRTH' then 60 else 30 end, date '2015-01-21',
          '戶籍法第48條(104年1月21日)', 'seen'
   from unnest(array['BIRTH', 'ACKNOWLEDGE', 'ADOPT', 'END_ADOPT', 'MARRY', 'DIVORCE', 'GUARDIAN',
     'ASSIST', 'CUSTODY', 'DEATH', 'DEATH_DECL', 'INITIAL', 'MOVE_OUT', 'MOVE_IN', 'ADDR_CHANGE'])
     as type`,

  `create table age_of_majority (
     years smallint not null,
     valid_from date primary key,
     valid_to date,
     source text not null,
     certainty text not null check (certainty in ('seen', 'known', 'unsure'))
   )`,
  `comment on table age_of_majority is '成年年齡'`,
  `insert into age_of_majority (years, valid_from, valid_to, source, certainty) values
     (20, '1929-10-10', '2022-12-31', '民法第12條', 'known'),
     (18, '2023-01-01', null, '民法第12條(112年1月1日施行)', 'known')`,
]

/** Registrations, the notes they leave, and the periods the law sets. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
