import { DEMO_VILLAGE_CODE, demoPeople } from './demo.ts'
import type { VillageDraft } from './draft.ts'
import type {
  GeneratedHouse,
  GeneratedParcel,
  GeneratedUnpaidTax,
  GeneratedVehicle,
} from './types.ts'

/** Of 1,000 taxed objects, bills of the last due date that were not paid: our assumption. */
const UNPAID_PER_1000 = 25

/** Taxes due and not paid by the business date; the demo citizen owes her licence-plate tax of 107. */
export function generateUnpaidTaxes(
  village: VillageDraft,
  houses: readonly GeneratedHouse[],
  parcels: readonly GeneratedParcel[],
  vehicles: readonly GeneratedVehicle[],
): GeneratedUnpaidTax[] {
  const rng = village.rng('unpaid taxes')
  const draw = (
    kind: GeneratedUnpaidTax['kind'],
    taxYear: number,
    objects: readonly { readonly id: string; readonly ownerOrdinal: number }[],
  ): GeneratedUnpaidTax[] =>
    objects
      .filter(({ ownerOrdinal }) => ownerOrdinal !== demoPeople.citizen)
      .filter(() => rng.below(1000) < UNPAID_PER_1000)
      .map(({ id, ownerOrdinal }) => ({ payerOrdinal: ownerOrdinal, kind, taxYear, objectId: id }))
  // Motorcycles up to 150 cc pay no licence tax, electric vehicles are exempt.
  const taxed = vehicles.filter((one) => one.displacementCc > 150 && one.status === 'IN_USE')
  return [
    ...draw('HOUSE_TAX', 106, houses),
    ...draw('LAND_VALUE_TAX', 106, parcels),
    ...draw('LICENCE_PLATE_TAX', 107, taxed),
    ...(village.facts.villageCode === DEMO_VILLAGE_CODE ? demoUnpaid(houses, vehicles) : []),
  ]
}

/** House tax of 106, due 2017-05-31, and licence-plate tax of 107, due 2018-04-30. */
function demoUnpaid(
  houses: readonly GeneratedHouse[],
  vehicles: readonly GeneratedVehicle[],
): GeneratedUnpaidTax[] {
  const payerOrdinal = demoPeople.citizen
  const house = houses.find(({ ownerOrdinal }) => ownerOrdinal === payerOrdinal)!
  const car = vehicles.find((one) => one.ownerOrdinal === payerOrdinal && one.kind === 'CAR')!
  return [
    { payerOrdinal, kind: 'HOUSE_TAX', taxYear: 106, objectId: house.id },
    { payerOrdinal, kind: 'LICENCE_PLATE_TAX', taxYear: 107, objectId: car.id },
  ]
}
