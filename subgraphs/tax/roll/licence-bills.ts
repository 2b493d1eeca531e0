import { addDays } from '../../../schemas/scalars/dates.ts'
import type { GeneratedVehicle } from '../../_kit/population/types.ts'
import { CALENDAR } from '../calendar/holiday-rows.ts'
import { billDates, type BillDates, type PayWindow } from '../calendar/pay-window.ts'
import type { TaxRelief } from '../queries.ts'
import { licenceTax, proratedByDays, type TaxedVehicle } from '../rates/licence-tax.ts'
import { LICENCE_TAX_LAW } from '../rates/licence-tax-rows.ts'
import { wholeTwd } from '../rates/whole-twd.ts'
import { firstDay, licenceWindows, type Billing } from './billing.ts'

/** A vehicle as the licence-tax roll keeps it, from the register exchange 車籍資料. */
export interface RollVehicle extends TaxedVehicle {
  readonly vehicleId: string
  readonly ownerOrdinal: number
  readonly taxableFrom: string
  /** Last day of use; null while in use. */ readonly taxableTo: string | null
  /** Why no bill is issued at all. */ readonly relief: TaxRelief | null
  readonly isForDisabled: boolean
}

/** The licence-tax roll of a village on a day. */
export function findVehicles({ village, people }: Billing, today: string): RollVehicle[] {
  const forDisabled = new Set(
    [...Map.groupBy(village.vehicles, ({ ownerOrdinal }) => ownerOrdinal)].flatMap(
      ([ownerOrdinal, owned]) =>
        people.of(ownerOrdinal).hasDisability ? [dearest(owned, today)] : [],
    ),
  )
  return village.vehicles.map((vehicle) => {
    const taxed = taxedVehicle(vehicle)
    const full = licenceTax(taxed, false, LICENCE_TAX_LAW, today)
    const isForDisabled = full.amount > 0 && forDisabled.has(vehicle.id)
    return {
      ...taxed,
      vehicleId: vehicle.id,
      ownerOrdinal: vehicle.ownerOrdinal,
      taxableFrom: vehicle.firstPlateDate,
      taxableTo: lastDayOfUse(vehicle),
      relief: full.amount > 0 ? null : (full.relief ?? 'SMALL_ENGINE'),
      isForDisabled,
    }
  })
}

/** Issues the licence-plate tax bills of a village's vehicles. */
export function billVehicles(billing: Billing, vehicles: readonly RollVehicle[]): void {
  for (const vehicle of vehicles) {
    if (vehicle.relief !== null) continue
    for (const taxYear of billing.years) {
      for (const window of licenceWindows(vehicle.use)) {
        billInstalment(billing, vehicle, taxYear, window)
      }
    }
  }
}

function billInstalment(
  { book, localAuthority, isUnpaid }: Billing,
  vehicle: RollVehicle,
  taxYear: number,
  window: PayWindow,
): void {
  const { ownerOrdinal, vehicleId } = vehicle
  const dates = datesOf(vehicle, billDates(window, taxYear, CALENDAR))
  if (dates === null) return
  const law = LICENCE_TAX_LAW
  const yearly = licenceTax(vehicle, vehicle.isForDisabled, law, firstDay(taxYear))
  const isPlatedNow = dates.payableFrom === vehicle.taxableFrom
  book.issue({
    ownerOrdinal,
    kind: 'LICENCE_PLATE_TAX',
    taxYear,
    instalment: window.instalment,
    taxRollNo: null,
    vehicleId,
    amount: amountOf(yearly.amount, dates, taxYear, window),
    relief: yearly.relief,
    dates,
    // no plate is handed out before the tax of its first year is paid
    isUnpaid: !isPlatedNow && isUnpaid(ownerOrdinal, 'LICENCE_PLATE_TAX', taxYear, vehicleId),
    authorityCode: localAuthority,
  })
}

/** The part of the period the vehicle was in use; new plates are paid on the day they are handed out. */
function datesOf(vehicle: RollVehicle, dates: BillDates): BillDates | null {
  const { taxableFrom, taxableTo } = vehicle
  const isNew = taxableFrom > dates.periodFrom
  const periodFrom = isNew ? taxableFrom : dates.periodFrom
  const periodTo = taxableTo !== null && taxableTo < dates.periodTo ? taxableTo : dates.periodTo
  if (periodFrom > periodTo) return null
  if (!isNew) return { ...dates, periodFrom, periodTo }
  return { payableFrom: taxableFrom, dueDate: taxableFrom, periodFrom, periodTo }
}

function amountOf(yearly: number, dates: BillDates, taxYear: number, window: PayWindow): number {
  const whole = billDates(window, taxYear, CALENDAR)
  const isWhole = dates.periodFrom === whole.periodFrom && dates.periodTo === whole.periodTo
  if (isWhole) return wholeTwd(yearly, window.instalments)
  return proratedByDays(yearly, dates.periodFrom, dates.periodTo)
}

function dearest(owned: readonly GeneratedVehicle[], today: string): string {
  const cost = (vehicle: GeneratedVehicle): number =>
    vehicle.status === 'IN_USE'
      ? licenceTax(taxedVehicle(vehicle), false, LICENCE_TAX_LAW, today).amount
      : -1
  return owned.reduce((best, each) => (cost(each) > cost(best) ? each : best)).id
}

function lastDayOfUse({ status, statusDate, firstPlateDate }: GeneratedVehicle): string | null {
  if (status === 'IN_USE') return null
  const last = addDays(statusDate, -1)
  return last < firstPlateDate ? firstPlateDate : last
}

function taxedVehicle(vehicle: GeneratedVehicle): TaxedVehicle {
  const { kind, use, fuel, displacementCc, motorPowerKw } = vehicle
  return { kind, use, isElectric: fuel === 'ELECTRIC', displacementCc, motorPowerKw }
}
