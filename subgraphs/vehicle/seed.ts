import { invariant } from '../../schemas/invariant.ts'
import { DEMO_CITIZEN_NATIONAL_ID } from '../_kit/population/demo.ts'
import type {
  GeneratedPerson,
  GeneratedVehicle,
  GeneratedVillage,
  Ordinal,
} from '../_kit/population/types.ts'
import type { CopyValue, SeedTable } from '../_kit/seed-table.ts'
import { parsePlateNumber } from './plate/plate-number.ts'
import { issuedFuelFees } from './fuel-fee/sample-fuel-fees.ts'
import { lastInspectedOn } from './inspection/sample-inspections.ts'
import { presentLicence } from './licence/sample-licence.ts'

/** The registers of the office as they follow from a generated village. */
export const seedTables: readonly SeedTable<GeneratedVillage>[] = [
  {
    table: 'vehicle',
    columns: [
      'id',
      'vin',
      'engine_no',
      'owner_national_id',
      'kind',
      'use',
      'brand',
      'fuel',
      'displacement_cc',
      'manufactured_ym',
      'first_plate_date',
      'registered_address',
      'door_plate_id',
      'status',
      'status_date',
      'last_inspected_on',
    ],
    *rows(village, { today, seed }) {
      const persons = personsOf(village)
      for (const vehicle of village.vehicles) {
        yield [
          vehicle.id,
          vehicle.vin,
          vehicle.engineNo,
          numberOn(personAt(persons, vehicle.ownerOrdinal), vehicle.firstPlateDate),
          vehicle.kind,
          vehicle.use,
          vehicle.brand,
          vehicle.fuel,
          vehicle.displacementCc,
          vehicle.manufacturedYm,
          vehicle.firstPlateDate,
          vehicle.registeredAddress,
          vehicle.plateId,
          vehicle.status,
          vehicle.statusDate,
          lastInspectedOn(vehicle, today, seed),
        ]
      }
    },
  },
  {
    table: 'plate',
    columns: ['vehicle_id', 'valid_from', 'valid_to', 'plate_no', 'display_no'],
    *rows({ vehicles }) {
      for (const vehicle of vehicles) yield* platesOf(vehicle)
    },
  },
  {
    table: 'fuel_fee',
    columns: ['vehicle_id', 'year', 'quarter', 'amount', 'due_date', 'paid_on', 'enforced_on'],
    *rows(village, { today, seed }) {
      const persons = personsOf(village)
      for (const vehicle of village.vehicles) {
        // The sample's citizen has forgotten the last fuel fee of the car.
        const { nationalId } = personAt(persons, vehicle.ownerOrdinal)
        const hasArrears = nationalId === DEMO_CITIZEN_NATIONAL_ID && vehicle.kind === 'CAR'
        for (const fee of issuedFuelFees(vehicle, today, seed, hasArrears)) {
          const { year, quarter, amount, dueDate, paidOn, enforcedOn } = fee
          yield [vehicle.id, year, quarter, amount, dueDate, paidOn, enforcedOn]
        }
      }
    },
  },
  {
    table: 'driver_licence',
    columns: [
      'holder_national_id',
      'birth_date',
      'classes',
      'is_professional',
      'first_issued_on',
      'issued_on',
      'measure',
    ],
    *rows(village, { today, seed }) {
      const persons = personsOf(village)
      for (const licence of village.licences) {
        const holder = personAt(persons, licence.holderOrdinal)
        const { isProfessional, issuedOn, measure } = presentLicence(licence, holder, today, seed)
        const nationalId = numberOn(holder, issuedOn)
        const { birthDate } = holder
        yield [
          nationalId,
          birthDate,
          licence.classes,
          isProfessional,
          licence.issueDate,
          issuedOn,
          measure,
        ]
      }
    },
  },
]

function* platesOf(vehicle: GeneratedVehicle): Generator<readonly CopyValue[]> {
  for (const { plateNo, validFrom, validTo } of vehicle.formerPlates) {
    yield plateRow(vehicle, plateNo, validFrom, validTo)
  }
  // A suspended vehicle's plates are only deposited; the other ends take them off it.
  const bearsPlate = vehicle.status === 'IN_USE' || vehicle.status === 'SUSPENDED'
  const since = vehicle.formerPlates.at(-1)?.validTo ?? vehicle.firstPlateDate
  // A plate changed after the end that the status names was given back on the day it was issued.
  const until = vehicle.statusDate < since ? since : vehicle.statusDate
  yield plateRow(vehicle, vehicle.plateNo, since, bearsPlate ? null : until)
}

function plateRow(
  { id }: GeneratedVehicle,
  text: string,
  validFrom: string,
  validTo: string | null,
): readonly CopyValue[] {
  const plate = parsePlateNumber(text)
  invariant(plate !== null, 'the generator makes plates of a known pattern')
  return [id, validFrom, validTo, plate.stored, plate.display]
}

function personsOf({ persons }: GeneratedVillage): ReadonlyMap<Ordinal, GeneratedPerson> {
  return new Map(persons.map((person) => [person.ordinal, person]))
}

function personAt(
  persons: ReadonlyMap<Ordinal, GeneratedPerson>,
  ordinal: Ordinal,
): GeneratedPerson {
  const person = persons.get(ordinal)
  invariant(person !== undefined, 'vehicles and licences belong to persons of their village')
  return person
}

// A vehicle or licence registered before a number changed still stands under the old one.
function numberOn({ nationalId, formerNationalIds }: GeneratedPerson, day: string): string {
  const former = formerNationalIds.find(
    ({ validFrom, validTo }) => validFrom <= day && day < validTo,
  )
  return former?.nationalId ?? nationalId
}
