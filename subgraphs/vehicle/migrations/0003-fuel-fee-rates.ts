import { sql, type Kysely } from 'kysely'
import type { FuelFeeRate } from '../fuel-fee/annual-fuel-fee.ts'
import type { FuelFeePeriod } from '../fuel-fee/instalments.ts'

interface Sourced {
  readonly source: string
  readonly certainty: 'seen' | 'known' | 'unsure'
}

/** The tables of fuel fee rates and payment months, and their first rows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table fuel_fee_rate (
    vehicle_class text not null check (vehicle_class in ('CAR', 'MOTORCYCLE')),
    fuel text not null check (fuel in ('PETROL', 'DIESEL')),
    from_cc integer not null,
    to_cc integer not null check (to_cc >= from_cc),
    annual_amount integer not null,
    valid_from date not null,
    valid_to date check (valid_to > valid_from),
    source text not null,
    certainty text not null check (certainty in ('seen', 'known', 'unsure')),
    primary key (vehicle_class, fuel, from_cc, valid_from)
  )`.execute(db)
  await sql`create table fuel_fee_period (
    use text not null check (use in ('PRIVATE', 'BUSINESS')),
    quarter integer check (quarter between 1 and 4),
    pay_month integer not null check (pay_month between 1 and 12),
    valid_from date not null,
    valid_to date check (valid_to > valid_from),
    source text not null,
    certainty text not null check (certainty in ('seen', 'known', 'unsure')),
    primary key (use, pay_month, valid_from)
  )`.execute(db)
  await sql`comment on table fuel_fee_rate is '汽車燃料使用費費率'`.execute(db)
  await sql`comment on table fuel_fee_period is '汽車燃料使用費繳納期別'`.execute(db)
  const law = db as Kysely<{
    fuelFeeRate: FuelFeeRate & Sourced
    fuelFeePeriod: FuelFeePeriod & Sourced
  }>
  await law
    .insertInto('fuelFeeRate')
    .values([...FUEL_FEE_RATES])
    .execute()
  await law
    .insertInto('fuelFeePeriod')
    .values([...FUEL_FEE_PERIODS])
    .execute()
}

// The day the table came into force was not found; no older year is asked for.
const SINCE = '2011-01-01'
const TABLE = '汽車燃料使用費徵收及分配辦法附表'

type Band = readonly [
  fromCc: number,
  toCc: number,
  annualAmount: number,
  certainty: Sourced['certainty'],
]

const PETROL_CAR: readonly Band[] = [
  [1, 500, 2160, 'seen'],
  [501, 600, 2880, 'seen'],
  [601, 1200, 4320, 'seen'],
  [1201, 1800, 4800, 'seen'],
  [1801, 2400, 6210, 'seen'],
  [2401, 3000, 7200, 'seen'],
  [3001, 3600, 8640, 'seen'],
  [3601, 4200, 9810, 'seen'],
  [4201, 4800, 11220, 'unsure'],
  [4801, 5400, 12180, 'unsure'],
  [5401, 6000, 13080, 'unsure'],
]
// Recalled as six tenths of the petrol amount, band by band.
const DIESEL_CAR: readonly Band[] = [
  [1, 500, 1296, 'unsure'],
  [501, 600, 1728, 'unsure'],
  [601, 1200, 2592, 'unsure'],
  [1201, 1800, 2880, 'unsure'],
  [1801, 2400, 3726, 'unsure'],
  [2401, 3000, 4320, 'unsure'],
  [3001, 3600, 5184, 'unsure'],
  [3601, 4200, 5886, 'unsure'],
]
// The three amounts up to 250 cc are seen, their limits are not.
const MOTORCYCLE: readonly Band[] = [
  [1, 50, 300, 'known'],
  [51, 125, 450, 'known'],
  [126, 250, 600, 'known'],
  [251, 500, 900, 'unsure'],
  [501, 600, 1200, 'unsure'],
  [601, 1200, 1800, 'unsure'],
]

/** The rate rows as inserted; the sample is made by the same rows. */
export const FUEL_FEE_RATES: readonly (FuelFeeRate & Sourced)[] = [
  ...rates('CAR', 'PETROL', PETROL_CAR),
  ...rates('CAR', 'DIESEL', DIESEL_CAR),
  ...rates('MOTORCYCLE', 'PETROL', MOTORCYCLE),
]

/** The payment months as inserted. */
export const FUEL_FEE_PERIODS: readonly (FuelFeePeriod & Sourced)[] = [
  period('PRIVATE', null, 7),
  period('BUSINESS', 1, 3),
  period('BUSINESS', 2, 6),
  period('BUSINESS', 3, 9),
  period('BUSINESS', 4, 12),
]

function rates(
  vehicleClass: FuelFeeRate['vehicleClass'],
  fuel: FuelFeeRate['fuel'],
  bands: readonly Band[],
): readonly (FuelFeeRate & Sourced)[] {
  return bands.map(([fromCc, toCc, annualAmount, certainty]) => ({
    vehicleClass,
    fuel,
    fromCc,
    toCc,
    annualAmount,
    validFrom: SINCE,
    validTo: null,
    source: TABLE,
    certainty,
  }))
}

function period(
  use: FuelFeePeriod['use'],
  quarter: number | null,
  payMonth: number,
): FuelFeePeriod & Sourced {
  const source = '汽車燃料使用費徵收及分配辦法:自用車每年7月,營業車每季徵收'
  return { use, quarter, payMonth, validFrom: SINCE, validTo: null, source, certainty: 'seen' }
}
