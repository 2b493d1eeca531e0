import { sql, type Kysely } from 'kysely'
import { questionByKey } from '../_kit/database/question-by-key.ts'
import type {
  ClaimStanding,
  FoundHousehold,
  FoundPerson,
  OwnHousehold,
  RegisteredAnnotation,
  RegisteredEvent,
  RegisteredKin,
  RegisteredMember,
  RegisteredPerson,
  StandingFlag,
} from './register/register-facts.ts'
import type {
  CaseRow,
  Database,
  HouseholdNoteRow,
  IdCardRow,
  MemberRow,
  NationalIdRow,
  PersonNoteRow,
} from './register/register-tables.ts'
import {
  homeOf,
  householdProtected,
  isInForce,
  KEY_OF_MEMBER,
  personColumns,
} from './register/row-fragments.ts'

export type { Database }

/** Claims with a wrong answer that a client has about one person before a day's pause. */
const MOST_MISMATCHES = 3

/**
 * People by any number they have or had. A number that was allotted twice leads to its present
 * holder; one that nobody holds any more, to the last who did. `asked` is the number searched for.
 */
export const findPersonsByNationalIds = questionByKey(
  'asked',
  (db: Kysely<Database>, nationalIds: readonly string[], today: string) => sql<FoundPerson>`
    select found.asked, ${personColumns(today)} from (
      select distinct on (national_id) national_id as asked, person_no from person_national_id
      where national_id = any(${nationalIds}::text[])
      order by national_id, valid_to desc nulls first
    ) as found join person p using (person_no) ${homeOf(today)}`,
)

/** People by the register's internal number. */
export const findPersonsByNos = questionByKey(
  'personNo',
  (db: Kysely<Database>, personNos: readonly number[], today: string) => sql<RegisteredPerson>`
    select ${personColumns(today)} from person p ${homeOf(today)}
    where p.person_no = any(${personNos}::bigint[])`,
)

/**
 * Household records of people: the one each is registered in now, if any, and then the closed ones
 * 除戶, newest first.
 */
export const findHouseholdsOfPersons = questionByKey(
  'personNo',
  (db: Kysely<Database>, personNos: readonly number[], today: string) => sql<OwnHousehold>`
    select m.person_no, m.joined_on, h.*, ${householdProtected(today)} as is_protected
    from household_member m join household h using (household_key)
    where m.person_no = any(${personNos}::bigint[]) and (m.is_present or h.status = 'CLOSED')
    order by m.is_present desc, h.closed_on desc, h.household_key`,
)

/** Household records by their opaque id, with everyone who stands in them. */
export async function findHouseholdsByIds(
  db: Kysely<Database>,
  ids: readonly string[],
  today: string,
): Promise<readonly FoundHousehold[]> {
  const rows = await householdsByIds(db, ids, today)
  return rows.map((row) => ({ ...row, memberNos: row.memberNos.map(Number) }))
}

const householdsByIds = questionByKey(
  'id',
  (db: Kysely<Database>, ids: readonly string[], today: string) => sql<FoundHousehold>`
    select h.*, ${householdProtected(today)} as is_protected,
      array(select person_no from household_member m
        where m.household_key = h.household_key) as member_nos,
      array(select national_id from household_member m join person_national_id using (person_no)
        where m.household_key = h.household_key) as member_numbers
    from household h where h.id = any(${ids}::text[])`,
)

/** Everyone in the households' records, in the register's order (戶籍法施行細則第4條), with the person. */
export async function findMembersOfHouseholds(
  db: Kysely<Database>,
  householdKeys: readonly number[],
  today: string,
): Promise<readonly RegisteredMember[]> {
  const rows = await membersOfHouseholds(db, householdKeys, today)
  return rows.map((person) => {
    const { householdKey, relationCode, relationText, joinedOn, leftOn, isPresent } = person
    const relationToHead = relationText
    return { householdKey, relationCode, relationToHead, joinedOn, leftOn, isPresent, person }
  })
}

const membersOfHouseholds = questionByKey(
  'householdKey',
  (db: Kysely<Database>, householdKeys: readonly number[], today: string) => sql<
    RegisteredPerson & MemberRow
  >`
    select m.household_key, m.relation_code, m.relation_text, m.joined_on, m.left_on, m.is_present,
      ${personColumns(today)}
    from household_member m join person p using (person_no) ${homeOf(today, KEY_OF_MEMBER)}
    where m.household_key = any(${householdKeys}::bigint[])
    order by m.household_key, m.position`,
)

/** Flags that stand on people on the day, with the legal ground of each. */
export const findFlagsOfPersons = questionByKey(
  'personNo',
  (db: Kysely<Database>, personNos: readonly number[], today: string) => sql<StandingFlag>`
    with asked as (
      select person_no, birth_date, death_date, moved_abroad_on
      from person where person_no = any(${personNos}::bigint[])
    )
    select person_no, 'PROTECTED' as kind, valid_from as since,
      case ground when 'STALKING_ACT' then '跟蹤騷擾防治法' else '家庭暴力防治法' end as basis
    from protection where person_no = any(${personNos}::bigint[])
      and ${isInForce(sql`valid_from`, sql`valid_to`, today)}
    union all
    select person_no, 'DECEASED', death_date, '戶籍法第14條' from asked where death_date <= ${today}::date
    union all
    select person_no, 'MINOR', birth_date, source
    from asked join age_of_majority on ${isInForce(sql`valid_from`, sql`valid_to`, today)}
    where death_date is null and birth_date + make_interval(years => years) > ${today}::date
    union all
    select person_no, 'MOVED_ABROAD', moved_abroad_on, '戶籍法第16條' from asked
    where moved_abroad_on <= ${today}::date and death_date is null
    union all
    select person_no, 'GUARDIANSHIP', min(valid_from), '戶籍法第11條'
    from asked join kinship on kind = 'GUARDIAN' and to_person_no = person_no
    where ${isInForce(sql`valid_from`, sql`valid_to`, today)} and death_date is null
    group by person_no`,
)

/** Kin of people in both directions: parents, children, spouses, guardians, custody; ended ones too. */
export const findKinOfPersons = questionByKey(
  'personNo',
  (db: Kysely<Database>, personNos: readonly number[]) => sql<RegisteredKin>`
    with asked as (select unnest(${personNos}::bigint[]) as person_no), kin as (
      select person_no, from_person_no as other_person_no, valid_from, valid_to, end_reason,
        case kind when 'CUSTODY' then 'CUSTODIAN' else kind end as relation, null as marriage_kind
      from asked join kinship on to_person_no = person_no
      union all
      select person_no, to_person_no, valid_from, valid_to, end_reason,
        case kind when 'PARENT' then 'CHILD' when 'ADOPTIVE_PARENT' then 'ADOPTED_CHILD'
          when 'GUARDIAN' then 'WARD' else 'CHILD_IN_CUSTODY' end, null
      from asked join kinship on from_person_no = person_no
      union all
      select person_no, second_person_no, valid_from, valid_to, end_reason, 'SPOUSE', kind
      from asked join marriage on first_person_no = person_no
      union all
      select person_no, first_person_no, valid_from, valid_to, end_reason, 'SPOUSE', kind
      from asked join marriage on second_person_no = person_no
    )
    select person_no, other_person_no, relation, valid_from as since, valid_to as until, end_reason,
      marriage_kind
    from kin order by person_no, valid_from, other_person_no`,
)

/** Same-sex partner annotations of people, removed ones too. */
export const findPartnerAnnotations = questionByKey(
  'personNo',
  (db: Kysely<Database>, personNos: readonly number[]) => sql<RegisteredAnnotation>`
    select person_no, annotated_on, removed_on,
      case person_no when first_person_no then second_person_no else first_person_no end
        as other_person_no
    from unnest(${personNos}::bigint[]) as asked (person_no)
    join partner_annotation on person_no in (first_person_no, second_person_no)
    order by person_no, annotated_on`,
)

/** Registrations of people, newest first, with the period the law gave for each. */
export const findRegistrationsOfPersons = questionByKey(
  'personNo',
  (db: Kysely<Database>, personNos: readonly number[]) => sql<RegisteredEvent>`
    select r.*, d.days as deadline_days
    from registration r left join registration_deadline d on d.type = r.type
      and d.valid_from <= r.event_date and (d.valid_to is null or d.valid_to >= r.event_date)
    where r.person_no = any(${personNos}::bigint[])
    order by r.person_no, r.seq desc`,
)

/** Personal notes 個人記事, oldest first, as the register has them: national IDs inside. */
export const findNotesOfPersons = questionByKey(
  'personNo',
  (db: Kysely<Database>, personNos: readonly number[]) => sql<PersonNoteRow>`
    select * from person_note where person_no = any(${personNos}::bigint[])
    order by person_no, seq`,
)

/** Household notes 全戶動態記事, oldest first, as the register has them: national IDs inside. */
export const findNotesOfHouseholds = questionByKey(
  'householdKey',
  (db: Kysely<Database>, householdKeys: readonly number[]) => sql<HouseholdNoteRow>`
    select * from household_note where household_key = any(${householdKeys}::bigint[])
    order by household_key, seq`,
)

/** The ID card each person holds: the last one issued. */
export const findIdCardsOfPersons = questionByKey(
  'personNo',
  (db: Kysely<Database>, personNos: readonly number[]) => sql<IdCardRow>`
    select distinct on (person_no) * from id_card
    where person_no = any(${personNos}::bigint[]) order by person_no, issue_date desc`,
)

/** Numbers people had before, oldest first. */
export const findFormerNumbersOfPersons = questionByKey(
  'personNo',
  (db: Kysely<Database>, personNos: readonly number[]) => sql<NationalIdRow>`
    select * from person_national_id
    where person_no = any(${personNos}::bigint[]) and valid_to is not null
    order by person_no, valid_from`,
)

/** Cases opened for whoever has or had these numbers, and those over lists, in order of their numbers. */
export async function findCaseNosOf(
  db: Kysely<Database>,
  nationalIds: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<Pick<CaseRow, 'caseNo'>>`
    select case_no from service_case
     where citizen_national_id = any(${nationalIds}::text[]) or coverage = 'LIST'
     order by case_no`.execute(db)
  return rows.map(({ caseNo }) => caseNo)
}

/** Whether claims of this client about someone are locked, and the real instant of asking. */
export async function findClaimStanding(
  db: Kysely<Database>,
  clientId: string,
  subject: string,
): Promise<ClaimStanding> {
  const { rows } = await sql<ClaimStanding>`
    select coalesce((select mismatches >= ${MOST_MISMATCHES}::int
        and latest_at > now() - interval '1 day' from claim_mismatch
      where client_id = ${clientId} and subject = ${subject}), false) as is_locked,
      to_char(now() at time zone 'Asia/Taipei', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as checked_at
  `.execute(db)
  return rows[0]!
}

/**
 * Lets a claim be answered, and counts one that did not match, in one statement: claims at the same moment
 * take turns at their row, so that a right one is answered only if three wrong ones were not before it. A
 * day after the latest wrong one the count begins anew. False where it is locked.
 */
export async function settleClaim(
  db: Kysely<Database>,
  { clientId, subject }: { readonly clientId: string; readonly subject: string },
  isMismatch: boolean,
): Promise<boolean> {
  const counted = sql`${isMismatch ? 1 : 0}::smallint`
  const { rows } = await sql`
    insert into claim_mismatch as m (client_id, subject, mismatches, latest_at)
    values (${clientId}, ${subject}, ${counted}, now())
    on conflict (client_id, subject) do update set
      latest_at = case when ${counted} > 0 then now() else m.latest_at end,
      mismatches = ${counted} +
        case when m.latest_at > now() - interval '1 day' then m.mismatches else 0 end
    where m.mismatches < ${MOST_MISMATCHES}::int or m.latest_at <= now() - interval '1 day'
    returning m.mismatches`.execute(db)
  return rows.length > 0
}
