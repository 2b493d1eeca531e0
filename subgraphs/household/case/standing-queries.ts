import { sql, type Kysely, type RawBuilder } from 'kysely'
import { question } from '../../_kit/database/question.ts'
import { questionByKey } from '../../_kit/database/question-by-key.ts'
import type { CaseRow, Database, PurposeLimitRow } from '../register/register-tables.ts'
import { BY_INDEX, isInForce } from '../register/row-fragments.ts'
import type { OfficerFacts, ReachedRelation, Standing } from './standing.ts'

/** Who asks, on which case and day. */
export interface StandingQuestion {
  readonly caseNo: string
  readonly purpose: string | null
  readonly agency: string | null
  /** The acting officer; null where a system asks in its own name. */
  readonly officer: string | null
  readonly client: string | null
  /** Whether the officer asks in the role for emergencies. */
  readonly isEmergency: boolean
  readonly today: string
}

/** The case, if there is one, and the limits, if the purpose has any: columns are null without. */
type CaseStandingRow = OrNull<CaseRow> & OrNull<LimitColumns> & OfCaseNo
type OrNull<Row> = { readonly [Column in keyof Row]: Row[Column] | null }
type LimitColumns = Pick<
  PurposeLimitRow,
  'purpose' | 'deceasedMonths' | 'minors' | 'crossesRegions'
>

interface OfCaseNo {
  readonly asked: string
  readonly isConsentWithdrawn: boolean
  readonly reach: readonly ReachedRelation[]
  readonly majorityAge: number | null
  readonly colleagueNos: readonly (number | string)[]
}

interface OfficerStandingRow {
  readonly isKnown: boolean
  readonly personNo: number | null
  readonly kinNos: readonly (number | string)[]
  readonly housemateNos: readonly (number | string)[]
  readonly liftedNos: readonly (number | string)[]
}

/**
 * How a caller stands: the case and its purpose's rules, in one statement, and where an officer acts the
 * officer's own kin, in another beside it.
 */
export async function findStanding(
  db: Kysely<Database>,
  asked: StandingQuestion,
): Promise<Standing> {
  const { caseNo, purpose, agency, client, officer, isEmergency, today } = asked
  const [ofCase, ofOfficer] = await Promise.all([
    caseStandings(db, [caseNo], purpose, agency, today),
    officer === null
      ? []
      : officerStandings(db, caseNo, agency, client, officer, isEmergency, today),
  ])
  return standingOf(ofCase[0]!, ofOfficer[0])
}

const caseStandings = questionByKey(
  'asked',
  (
    db: Kysely<Database>,
    caseNos: readonly string[],
    purpose: string | null,
    agency: string | null,
    today: string,
  ) => sql<CaseStandingRow>`
    select asked.case_no as asked, found.*,
      limits.purpose, limits.deceased_months, limits.minors, limits.crosses_regions,
      -- read at each fetch and never kept; days cannot tell which came later on one day: withdrawn
      exists (select from consent c where c.case_no = asked.case_no and purpose = ${purpose}
        and withdrawn_on is not null and not exists (select from consent anew
          where anew.case_no = c.case_no and anew.purpose = c.purpose
            and anew.agency_code = c.agency_code and anew.withdrawn_on is null
            and anew.signed_on > c.withdrawn_on) ${BY_INDEX}) as is_consent_withdrawn,
      array(select relation from case_reach r
        where purpose = ${purpose} and ${holds('r', today)}) as reach,
      (select years from age_of_majority a where ${holds('a', today)}) as majority_age,
      array(select n.person_no from desk_officer d
        join person_national_id n on n.national_id = d.national_id
        where d.agency_code = ${agency} and ${holds('d', today)}) as colleague_nos
    from unnest(${caseNos}::text[]) as asked (case_no)
    left join lateral (
      select * from service_case c where c.case_no = asked.case_no ${BY_INDEX}
    ) found on true
    left join purpose_limit limits on limits.purpose = ${purpose} and ${holds('limits', today)}`,
)

const officerStandings = question(
  (
    db: Kysely<Database>,
    caseNo: string,
    agency: string | null,
    client: string | null,
    officer: string,
    isEmergency: boolean,
    today: string,
  ) => sql<OfficerStandingRow>`
    with officer as materialized (
      select n.person_no from desk_officer d
      left join person_national_id n on n.national_id = d.national_id
      where d.subject = ${officer} and d.agency_code = ${agency} and ${holds('d', today)}
      order by n.valid_to desc nulls first limit 1
    )
    select exists (select from officer) as is_known,
      (select person_no from officer) as person_no,
      ${kinOfOfficer} as kin_nos,
      array(select mate.person_no from officer join household_member own using (person_no)
        join household_member mate on mate.household_key = own.household_key and mate.is_present
        where own.is_present) as housemate_nos,
      -- real time: an emergency does not wait for the business day
      array(select person_no from break_glass where ${isEmergency}::boolean
        and case_no = ${caseNo} and requester = ${officer} and client_id = ${client}
        and agency_code = ${agency} and expires_at > now()) as lifted_nos`,
)

/** Ended ties count: a divorced spouse is no stranger, nor is an adopted child of once. */
const kinOfOfficer = sql`array(
  select from_person_no from officer join kinship on to_person_no = person_no
  union select to_person_no from officer join kinship on from_person_no = person_no
  union select second_person_no from officer join marriage on first_person_no = person_no
  union select first_person_no from officer join marriage on second_person_no = person_no
  union select second_person_no from officer join partner_annotation on first_person_no = person_no
  union select first_person_no from officer join partner_annotation on second_person_no = person_no
  -- siblings: children of the same parent
  union select sibling.to_person_no from officer join kinship own on own.to_person_no = person_no
    join kinship sibling on sibling.from_person_no = own.from_person_no
    where own.kind in ('PARENT', 'ADOPTIVE_PARENT') and sibling.kind in ('PARENT', 'ADOPTIVE_PARENT')
  -- the other parent of a child
  union select other.from_person_no from officer join kinship own on own.from_person_no = person_no
    join kinship other on other.to_person_no = own.to_person_no
    where own.kind in ('PARENT', 'ADOPTIVE_PARENT') and other.kind in ('PARENT', 'ADOPTIVE_PARENT'))`

function holds(table: string, today: string): RawBuilder<boolean> {
  return isInForce(sql.ref(`${table}.valid_from`), sql.ref(`${table}.valid_to`), today)
}

/** `officer` is absent where a system asks in its own name. */
function standingOf(ofCase: CaseStandingRow, officer: OfficerStandingRow | undefined): Standing {
  const { isConsentWithdrawn, reach, majorityAge, colleagueNos } = ofCase
  return {
    found: ofCase.caseNo === null ? null : (ofCase as CaseRow),
    isConsentWithdrawn,
    limits: ofCase.purpose === null ? null : (ofCase as LimitColumns),
    reach,
    majorityAge,
    officer: officer ? factsOf(officer) : null,
    colleagueNos: colleagueNos.map(Number),
    liftedNos: officer?.liftedNos.map(Number) ?? [],
  }
}

function factsOf({ isKnown, personNo, kinNos, housemateNos }: OfficerStandingRow): OfficerFacts {
  return { isKnown, personNo, kinNos: kinNos.map(Number), housemateNos: housemateNos.map(Number) }
}
