import { dateOf, dayOf, yearOf } from './calendar.ts'
import type { Day } from './calendar.ts'
import { demoPeople, DEMO_VILLAGE_CODE } from './demo.ts'
import type { DraftPerson, VillageDraft } from './draft.ts'
import { placeElsewhere } from './elsewhere-facts.ts'
import { newPlate, oldPlate, vinOf } from './plate-numbers.ts'
import { weightedTable } from './rng.ts'
import type { Rng } from './rng.ts'
import type {
  FormerPlate,
  GeneratedVehicle,
  VehicleFuel,
  VehicleKind,
  VehicleStatus,
} from './types.ts'

/** Per 1,000 registered people: our assumption, near Taiwan's density at the end of 2018. */
const CARS_PER_1000 = 290
const MOTORCYCLES_PER_1000 = 590
/** Plates of three letters and four digits: cars from 2012 (101) on. */
const NEW_PLATES = dayOf('2012-12-17')
const STALE_ADDRESSES_PER_1000 = 90

interface Model {
  readonly kind: VehicleKind
  readonly fuel: VehicleFuel
  readonly cc: number
  readonly kw: number | null
  readonly brands: readonly string[]
  readonly weight: number
}
const model = (
  kind: VehicleKind,
  fuel: VehicleFuel,
  cc: number,
  brands: readonly string[],
  weight: number,
  kw: number | null = null,
): Model => ({ kind, fuel, cc, kw, brands, weight })

const CAR_BRANDS = ['TOYOTA', 'NISSAN', 'MITSUBISHI', 'FORD', 'HONDA', 'MAZDA'] as const
const SCOOTER_BRANDS = ['KYMCO', 'SYM', 'YAMAHA', 'SUZUKI', 'PGO'] as const
const CARS: readonly Model[] = [
  model('CAR', 'PETROL', 1198, CAR_BRANDS, 6),
  model('CAR', 'PETROL', 1497, CAR_BRANDS, 18),
  model('CAR', 'PETROL', 1598, CAR_BRANDS, 20),
  model('CAR', 'PETROL', 1798, CAR_BRANDS, 22),
  model('CAR', 'PETROL', 1998, CAR_BRANDS, 14),
  model('CAR', 'PETROL', 2362, CAR_BRANDS, 5),
  model('CAR', 'DIESEL', 1995, ['VOLKSWAGEN', 'HYUNDAI', 'BMW'], 3),
  model('CAR', 'PETROL', 2995, ['BMW', 'MERCEDES-BENZ', 'LEXUS'], 1),
  model('CAR', 'HYBRID', 1798, ['TOYOTA'], 3),
  model('CAR', 'ELECTRIC', 0, ['TESLA', 'NISSAN'], 1, 110),
  model('VAN', 'PETROL', 1997, ['MITSUBISHI', 'FORD'], 4),
  model('TRUCK', 'DIESEL', 2977, ['MITSUBISHI', 'HINO', 'ISUZU'], 3),
]
const MOTORCYCLES: readonly Model[] = [
  model('LIGHT_MOTORCYCLE', 'PETROL', 49, SCOOTER_BRANDS, 10),
  model('HEAVY_MOTORCYCLE', 'PETROL', 101, SCOOTER_BRANDS, 22),
  model('HEAVY_MOTORCYCLE', 'PETROL', 124, SCOOTER_BRANDS, 50),
  model('HEAVY_MOTORCYCLE', 'PETROL', 149, SCOOTER_BRANDS, 12),
  model('HEAVY_MOTORCYCLE', 'ELECTRIC', 0, ['GOGORO'], 3, 7),
  model('LARGE_HEAVY_MOTORCYCLE', 'PETROL', 300, ['SYM', 'YAMAHA'], 2),
  model('LARGE_HEAVY_MOTORCYCLE', 'PETROL', 650, ['KAWASAKI', 'HONDA'], 1),
]
const drawCar = weightedTable(CARS.map(({ weight }) => weight))
const drawMotorcycle = weightedTable(MOTORCYCLES.map(({ weight }) => weight))
/** Age of a vehicle in years, 0 to 24: assumption. */
const drawAge = weightedTable([
  6, 6, 6, 6, 6, 5, 5, 5, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 2, 2, 2, 1, 1, 1, 1,
])
const STATUSES: readonly VehicleStatus[] = [
  'IN_USE',
  'SUSPENDED',
  'SCRAPPED',
  'PLATE_SURRENDERED',
  'PLATE_REVOKED',
]
const drawStatus = weightedTable([940, 12, 18, 15, 15])

/** The vehicles of the village's people, the demo citizen's two first. */
export function generateVehicles(village: VillageDraft): GeneratedVehicle[] {
  const rng = village.rng('vehicles')
  const owners = village.people.filter(
    (person) => person.presence === 'REGISTERED' && person.age >= 20 && person.age < 86,
  )
  const vehicles: GeneratedVehicle[] = []
  const people = village.facts.men + village.facts.women
  let cars = Math.round((people * CARS_PER_1000) / 1000)
  let motorcycles = Math.round((people * MOTORCYCLES_PER_1000) / 1000)
  if (village.facts.villageCode === DEMO_VILLAGE_CODE) {
    const citizen = village.people.find(({ ordinal }) => ordinal === demoPeople.citizen)!
    vehicles.push(vehicleOf(village, citizen, CARS[2]!, dayOf('2009-06-18'), rng, true))
    vehicles.push(vehicleOf(village, citizen, DEMO_MOTORCYCLE, dayOf('2014-03-05'), rng, true))
    cars -= 1
    motorcycles -= 1
  }
  if (owners.length === 0) return vehicles
  for (let index = 0; index < cars + motorcycles; index++) {
    const chosen = index < cars ? CARS[drawCar(rng)]! : MOTORCYCLES[drawMotorcycle(rng)]!
    const age = chosen.fuel === 'ELECTRIC' ? rng.below(3) : drawAge(rng)
    const plated = village.today - age * 365 - rng.below(360) - 1
    vehicles.push(vehicleOf(village, ownerFor(owners, rng), chosen, plated, rng, false))
  }
  return vehicles
}

const DEMO_MOTORCYCLE = model('HEAVY_MOTORCYCLE', 'PETROL', 125, ['SYM'], 0)

/** The fixed people own what is fixed for them, nothing by chance. */
function ownerFor(owners: readonly DraftPerson[], rng: Rng): DraftPerson {
  for (;;) {
    const owner = rng.pick(owners)
    if (owner.ordinal !== demoPeople.citizen && (owner.age < 75 || rng.chance(0.4))) return owner
  }
}

function vehicleOf(
  village: VillageDraft,
  owner: DraftPerson,
  chosen: Model,
  plated: Day,
  rng: Rng,
  isFixed: boolean,
): GeneratedVehicle {
  const { identifiers } = village
  const ordinal = identifiers.ordinal('vehicle')
  const brandIndex = rng.below(chosen.brands.length)
  const brand = chosen.brands[brandIndex]!
  const manufactured = plated - rng.between(20, 200)
  const isBusiness = !isFixed && rng.chance(chosen.kind === 'TRUCK' ? 0.3 : 0.008)
  const status = isFixed ? 'IN_USE' : STATUSES[drawStatus(rng)]!
  const { changed, ...plates } = platesOf(village, chosen, plated, isBusiness, rng)
  return {
    id: identifiers.opaque('ve'),
    vin: vinOf(ordinal, brandIndex, yearOf(manufactured)),
    engineNo: `${brand.slice(0, 2)}${String(ordinal).padStart(9, '0')}`,
    ...plates,
    kind: chosen.kind,
    use: isBusiness ? 'BUSINESS' : 'PRIVATE',
    fuel: chosen.fuel,
    displacementCc: chosen.cc,
    motorPowerKw: chosen.kw,
    brand,
    manufacturedYm: dateOf(manufactured).slice(0, 7),
    firstPlateDate: dateOf(plated),
    ownerOrdinal: owner.ordinal,
    ...addressOf(village, owner, isFixed, rng),
    status,
    // a vehicle that has left the road cannot have been given new plates later
    statusDate: dateOf(status === 'IN_USE' ? plated : rng.between(changed, village.today)),
  }
}

/** 車籍地址: the owner's household, or the place before a move that nobody told the motor office of. */
function addressOf(
  village: VillageDraft,
  owner: DraftPerson,
  isFixed: boolean,
  rng: Rng,
): Pick<GeneratedVehicle, 'registeredAddress' | 'plateId'> {
  const { addressText, plateId } = owner.household!
  if (isFixed || rng.below(1000) >= STALE_ADDRESSES_PER_1000) {
    return { registeredAddress: addressText, plateId }
  }
  const place = placeElsewhere(`高雄市${village.facts.town}`, rng)
  return { registeredAddress: `${place}中正路${rng.between(1, 300)}號`, plateId: null }
}

/** New plates since 2012-12-17; one old plate in eight was changed for a new one later. */
function platesOf(
  village: VillageDraft,
  chosen: Model,
  plated: Day,
  isBusiness: boolean,
  rng: Rng,
): { plateNo: string; formerPlates: readonly FormerPlate[]; changed: Day } {
  const { identifiers, today } = village
  const isMotorcycle = chosen.kind.endsWith('MOTORCYCLE')
  const old = plated < NEW_PLATES ? oldPlate(identifiers, isMotorcycle, rng) : null
  if (old !== null && rng.below(8) > 0)
    return { plateNo: old, formerPlates: NO_FORMER_PLATES, changed: plated }
  const plateNo = newPlate(identifiers, chosen.kind, chosen.fuel, isBusiness, rng)
  if (old === null) return { plateNo, formerPlates: NO_FORMER_PLATES, changed: plated }
  const changed = rng.between(NEW_PLATES, Math.max(NEW_PLATES, today))
  const former = { plateNo: old, validFrom: dateOf(plated), validTo: dateOf(changed) }
  return { plateNo, formerPlates: [former], changed }
}

const NO_FORMER_PLATES: readonly FormerPlate[] = []
