import type { VehicleFuel, VehicleKind } from '../generated.ts'

/** A row of `fuel_fee_rate`: what vehicles of one displacement pay a year. */
export interface FuelFeeRate {
  readonly vehicleClass: 'CAR' | 'MOTORCYCLE'
  readonly fuel: 'PETROL' | 'DIESEL'
  /** Cubic centimetres, both inclusive. */
  readonly fromCc: number
  readonly toCc: number
  /** TWD */
  readonly annualAmount: number
  readonly validFrom: string
  readonly validTo: string | null
}

/** What the fee of a vehicle depends on. */
export interface FuelledVehicle {
  readonly kind: VehicleKind
  readonly fuel: VehicleFuel
  readonly displacementCc: number
}

/**
 * The fuel use fee 汽車燃料使用費 of a whole year, in TWD, by the rates in force on a day. 0 for electric
 * vehicles, which use no fuel; `null` where no rate is known for the displacement. A hybrid pays
 * for the petrol it uses. Source: 公路法第27條 and the rate table of 汽車燃料使用費徵收及分配辦法.
 */
export function annualFuelFee(
  { kind, fuel, displacementCc }: FuelledVehicle,
  rates: readonly FuelFeeRate[],
  day: string,
): number | null {
  if (fuel === 'ELECTRIC') return 0
  const vehicleClass = kind.endsWith('MOTORCYCLE') ? 'MOTORCYCLE' : 'CAR'
  const burnt = fuel === 'DIESEL' ? 'DIESEL' : 'PETROL'
  const rate = rates.find(
    (each) =>
      each.vehicleClass === vehicleClass &&
      each.fuel === burnt &&
      each.fromCc <= displacementCc &&
      displacementCc <= each.toCc &&
      each.validFrom <= day &&
      (each.validTo === null || day < each.validTo),
  )
  return rate?.annualAmount ?? null
}
