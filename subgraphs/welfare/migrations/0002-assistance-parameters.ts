import { sql, type Kysely } from 'kysely'

interface Sourced {
  readonly validFrom: string
  /** First day no longer in force. */
  readonly validTo: string | null
  readonly source: string
  readonly certainty: 'seen' | 'known' | 'unsure'
}

interface IncomeLine extends Sourced {
  readonly countyCode: string
  /** 最低生活費, TWD a person and month. */
  readonly minimumLivingCost: number
  /** One and a half times it, as announced. */
  readonly midLowLine: number
}

interface AssetLimit extends Sourced {
  readonly countyCode: string
  readonly kind: 'LOW_INCOME' | 'MID_LOW_INCOME'
  readonly movablePerPerson: number
  readonly immovablePerHousehold: number
}

interface BasicWage extends Sourced {
  readonly monthlyAmount: number
}

/** What a household is measured by, year by year; the district office shows them to applicants. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const law = db as Kysely<{ incomeLine: IncomeLine; assetLimit: AssetLimit; basicWage: BasicWage }>
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  await law
    .insertInto('incomeLine')
    .values([...INCOME_LINES])
    .execute()
  await law
    .insertInto('assetLimit')
    .values([...ASSET_LIMITS])
    .execute()
  await law
    .insertInto('basicWage')
    .values([...BASIC_WAGES])
    .execute()
}

const SOURCED = `valid_from date not null,
    valid_to date check (valid_to > valid_from),
    source text not null,
    certainty text not null check (certainty in ('seen', 'known', 'unsure'))`

const STATEMENTS = [
  `create table income_line (
    county_code text not null,
    minimum_living_cost integer not null,
    mid_low_line integer not null check (mid_low_line = (minimum_living_cost * 3 + 1) / 2),
    ${SOURCED},
    primary key (county_code, valid_from)
  )`,
  `create table asset_limit (
    county_code text not null,
    kind text not null check (kind in ('LOW_INCOME', 'MID_LOW_INCOME')),
    movable_per_person integer not null,
    immovable_per_household integer not null,
    ${SOURCED},
    primary key (county_code, kind, valid_from)
  )`,
  `create table basic_wage (
    monthly_amount integer not null,
    ${SOURCED},
    primary key (valid_from)
  )`,
  `comment on table income_line is '最低生活費'`,
  `comment on column income_line.mid_low_line is '最低生活費1.5倍(四捨五入)'`,
  `comment on table asset_limit is '動產及不動產限額'`,
  `comment on table basic_wage is '基本工資'`,
]

const KAOHSIUNG = '64000'

/** The lines of Kaohsiung by ROC year. */
export const INCOME_LINES: readonly IncomeLine[] = [
  line(101, 101, 11890, 17835, 'known'),
  line(102, 102, 11890, 17835, 'seen'),
  line(103, 105, 12485, 18728, 'known'),
  line(106, 107, 12941, 19412, 'known'),
  line(108, 109, 13099, 19649, 'known'),
  line(110, 110, 13341, 20012, 'known'),
  line(111, 113, 14419, 21629, 'seen'),
  line(114, 114, 16040, 24060, 'seen'),
  line(115, 115, 16040, 24060, 'unsure'),
]

// Years without a row have no limits known here; none is carried over from another year.
const ASSET_LIMITS: readonly AssetLimit[] = [
  assets(107, 107, 'LOW_INCOME', 75_000, 3_550_000),
  assets(107, 107, 'MID_LOW_INCOME', 112_500, 5_325_000),
  assets(111, 113, 'LOW_INCOME', 80_000, 3_740_000),
  assets(111, 113, 'MID_LOW_INCOME', 120_000, 5_610_000),
]

const BASIC_WAGES: readonly BasicWage[] = [
  wage(107, 22_000),
  wage(108, 23_100),
  wage(109, 23_800),
  wage(110, 24_000),
  wage(111, 25_250),
  wage(112, 26_400),
  wage(113, 27_470),
  wage(114, 28_590),
  wage(115, 29_500),
]

function line(
  from: number,
  to: number,
  minimumLivingCost: number,
  midLowLine: number,
  certainty: Sourced['certainty'],
): IncomeLine {
  const source = '社會救助法第4條第2項;高雄市最低生活費公告'
  return {
    countyCode: KAOHSIUNG,
    minimumLivingCost,
    midLowLine,
    ...years(from, to),
    source,
    certainty,
  }
}

function assets(
  from: number,
  to: number,
  kind: AssetLimit['kind'],
  movablePerPerson: number,
  immovablePerHousehold: number,
): AssetLimit {
  const limits = { kind, movablePerPerson, immovablePerHousehold }
  const source = '社會救助法第4條、第4條之1;高雄市動產及不動產限額公告'
  return { countyCode: KAOHSIUNG, ...limits, ...years(from, to), source, certainty: 'unsure' }
}

function wage(year: number, monthlyAmount: number): BasicWage {
  return {
    monthlyAmount,
    ...years(year, year),
    source: '勞動基準法第21條;基本工資公告',
    certainty: 'known',
  }
}

function years(from: number, to: number): Pick<Sourced, 'validFrom' | 'validTo'> {
  return { validFrom: `${from + 1911}-01-01`, validTo: `${to + 1912}-01-01` }
}
