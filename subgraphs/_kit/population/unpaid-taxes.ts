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
  const unpaid: GeneratedUnpaidTax[] = []
  const isChosen = (ownerOrdinal: number): boolean =>
    ownerOrdinal !== demoPeople.citizen && rng.below(1000) < UNPAID_PER_1000
  for (const { id, ownerOrdinal } of houses) {
    if (isChosen(ownerOrdinal))
      unpaid.push({ payerOrdinal: ownerOrdinal, kind: 'HOUSE_TAX', taxYear: 106, objectId: id })
  }
  for (const { id, ownerOrdinal } of parcels) {
    if (isChosen(ownerOrdinal))
      unpaid.push({
        payerOrdinal: ownerOrdinal,
        kind: 'LAND_VALUE_TAX',
        taxYear: 106,
        objectId: id,
      })
  }
  for (const vehicle of vehicles) {
    // Motorcycles up to 150 cc pay no licence tax, electric vehicles are exempt.
    if (vehicle.displacementCc <= 150 || vehicle.status !== 'IN_USE') continue
    if (!isChosen(vehicle.ownerOrdinal)) continue
    const payerOrdinal = vehicle.ownerOrdinal
    unpaid.push({ payerOrdinal, kind: 'LICENCE_PLATE_TAX', taxYear: 107, objectId: vehicle.id })
  }
  if (village.facts.villageCode === DEMO_VILLAGE_CODE) unpaid.push(...demoUnpaid(houses, vehicles))
  return unpaid
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
