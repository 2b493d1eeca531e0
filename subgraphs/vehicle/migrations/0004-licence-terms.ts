import { sql, type Kysely } from 'kysely'
import type { LicenceTerm } from '../licence/licence-validity.ts'

interface LicenceTermRow extends LicenceTerm {
  readonly source: string
  readonly certainty: 'seen' | 'known' | 'unsure'
}

/** The table of licence terms and its first rows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table licence_term (
    is_professional boolean not null,
    valid_from date not null,
    from_age integer not null,
    term_years integer,
    until_age integer,
    spares_earlier boolean not null,
    window_months integer not null,
    source text not null,
    certainty text not null check (certainty in ('seen', 'known', 'unsure')),
    primary key (is_professional, valid_from, from_age),
    check ((term_years is null) <> (until_age is null))
  )`.execute(db)
  await sql`comment on table licence_term is '駕照有效期間規定'`.execute(db)
  await (db as Kysely<{ licenceTerm: LicenceTermRow }>)
    .insertInto('licenceTerm')
    .values([...LICENCE_TERMS])
    .execute()
}

const ordinary = { isProfessional: false, sparesEarlier: true, windowMonths: 1 } as const
const professional = { isProfessional: true, sparesEarlier: false, windowMonths: 1 } as const
const ARTICLE_52 = '道路交通安全規則第52條第1項'

/** The term rows as inserted; the sample is made by the same rows. */
export const LICENCE_TERMS: readonly LicenceTermRow[] = [
  {
    ...ordinary,
    validFrom: '2017-07-01',
    fromAge: 75,
    termYears: 3,
    untilAge: null,
    source: '高齡駕駛人駕照管理制度(106-07-01施行):75歲起每3年換照',
    certainty: 'seen',
  },
  // The day of May is not confirmed. Those from 70 to 74 by then renew when the office writes to them; until it does, their card stands.
  {
    ...ordinary,
    validFrom: '2026-05-01',
    fromAge: 70,
    termYears: null,
    untilAge: 75,
    source: '高齡換照分級關懷新制(115-05施行):70歲換照,效期至75歲',
    certainty: 'unsure',
  },
  {
    ...ordinary,
    validFrom: '2026-05-01',
    fromAge: 75,
    termYears: 3,
    untilAge: null,
    source: '高齡換照分級關懷新制(115-05施行):75歲起每3年換照',
    certainty: 'seen',
  },
  // A rule of long standing; the day it began is not asked for.
  {
    ...professional,
    validFrom: '2003-01-01',
    fromAge: 0,
    termYears: 6,
    untilAge: null,
    source: ARTICLE_52,
    certainty: 'seen',
  },
  {
    ...professional,
    validFrom: '2003-01-01',
    fromAge: 60,
    termYears: 1,
    untilAge: null,
    source: ARTICLE_52,
    certainty: 'seen',
  },
]
