import { DEMO_VILLAGE_CODE, demoPeople } from './demo.ts'
import type { DraftHousehold, DraftPerson, VillageDraft } from './draft.ts'
import type { Rng } from './rng.ts'
import { isIndigenousTown, isRuralTown } from './town-facts.ts'
import type { GeneratedHouse, GeneratedParcel } from './types.ts'

/** Of 1,000 households: those whose house is owned in the household; farm or forest land. Assumption. */
const OWNED_HOUSES = 720
const FARMS_RURAL = 420
const FARMS_URBAN = 30

export interface Property {
  readonly houses: GeneratedHouse[]
  readonly parcels: GeneratedParcel[]
}

/** Houses and land of the village's people, the demo citizen's house and plot among them. */
export function generateProperty(village: VillageDraft): Property {
  const rng = village.rng('property')
  const property: Property = { houses: [], parcels: [] }
  const isRural = isRuralTown(village.facts.townCode)
  for (const household of village.households) {
    if (household.status === 'CLOSED' || household.type === 'COMMON_BUSINESS') continue
    if (isDemo(village, household)) {
      addDemoHome(village, household, property)
      continue
    }
    if (rng.below(1000) < OWNED_HOUSES) addHome(village, household, isRural, property, rng)
    if (rng.below(1000) < (isRural ? FARMS_RURAL : FARMS_URBAN)) {
      addFarm(village, ownerOf(household, rng), property, rng)
    }
  }
  return property
}

function isDemo(village: VillageDraft, household: DraftHousehold): boolean {
  return (
    village.facts.villageCode === DEMO_VILLAGE_CODE && household.head.ordinal === demoPeople.citizen
  )
}

/** Old and small, so that property stays far below the low-income line of 3.55 million (107). */
function addDemoHome(village: VillageDraft, household: DraftHousehold, property: Property): void {
  const house = houseOf(village, household, household.head, 86, 258_000, 1979)
  property.houses.push(house)
  property.parcels.push(buildingPlot(village, household.head, house.id, 132, 4_200, true))
}

function addHome(
  village: VillageDraft,
  household: DraftHousehold,
  isRural: boolean,
  property: Property,
  rng: Rng,
): void {
  const owner = ownerOf(household, rng)
  const areaM2 = rng.between(60, isRural ? 190 : 140)
  const builtYear = rng.between(1962, 2016)
  // A house loses about 1.2 % of its value a year; new ones stand for 4,000 to 9,000 a m² (assumption).
  const worn = Math.max(15, 100 - Math.round((2018 - builtYear) * 1.2))
  const value =
    Math.round((areaM2 * rng.between(4000, isRural ? 6500 : 9000) * worn) / 100 / 100) * 100
  const house = houseOf(village, household, owner, areaM2, value, builtYear, rng)
  property.houses.push(house)
  const isUrban = !isRural || rng.chance(0.3)
  const plotValue = isRural ? rng.between(20, 90) * 100 : rng.between(80, 420) * 100
  const area = rng.between(isRural ? 80 : 20, isRural ? 300 : 120)
  property.parcels.push(buildingPlot(village, owner, house.id, area, plotValue, isUrban))
}

function addFarm(village: VillageDraft, owner: DraftPerson, property: Property, rng: Rng): void {
  const isMountain = isIndigenousTown(village.facts.townCode)
  property.parcels.push({
    ...parcelBase(village, owner),
    areaM2: rng.between(600, isMountain ? 12_000 : 6_000),
    assessedValuePerM2: isMountain ? rng.between(40, 160) : rng.between(180, 900),
    isUrban: false,
    isIndigenousReserve: isMountain && rng.chance(0.8),
    use: isMountain && rng.chance(0.5) ? 'FOREST' : 'FARM',
    houseId: null,
  })
}

/** The head, or an elder or spouse among the living adults of the household. */
function ownerOf(household: DraftHousehold, rng: Rng): DraftPerson {
  if (rng.chance(0.7)) return household.head
  const adults = household.members.filter((one) => one.presence === 'REGISTERED' && one.age >= 30)
  return adults.length > 0 ? rng.pick(adults) : household.head
}

function houseOf(
  village: VillageDraft,
  household: DraftHousehold,
  owner: DraftPerson,
  areaM2: number,
  assessedValue: number,
  builtYear: number,
  rng?: Rng,
): GeneratedHouse {
  const draw = rng ? rng.below(100) : 0
  return {
    id: village.identifiers.opaque('ho'),
    ownerOrdinal: owner.ordinal,
    plateId: household.plateId,
    addressText: household.addressText,
    townCode: village.facts.townCode,
    villageCode: village.facts.villageCode,
    areaM2,
    assessedValue,
    use: draw < 90 ? 'SELF_USE' : draw < 94 ? 'RENTED' : draw < 98 ? 'BUSINESS' : 'VACANT',
    builtYear,
  }
}

function buildingPlot(
  village: VillageDraft,
  owner: DraftPerson,
  houseId: string,
  areaM2: number,
  assessedValuePerM2: number,
  isUrban: boolean,
): GeneratedParcel {
  return {
    ...parcelBase(village, owner),
    areaM2,
    assessedValuePerM2,
    isUrban,
    isIndigenousReserve: false,
    use: 'BUILDING',
    houseId,
  }
}

/** Sections are named after the village, synthetic like the numbers in them. */
function parcelBase(
  village: VillageDraft,
  owner: DraftPerson,
): Pick<
  GeneratedParcel,
  'id' | 'ownerOrdinal' | 'townCode' | 'villageCode' | 'section' | 'parcelNo'
> {
  const { facts, identifiers } = village
  const number = (identifiers.ordinal('parcel') % (1 << 17)) + 1
  const lot = String(Math.floor(number / 10) + 1).padStart(4, '0')
  return {
    id: identifiers.opaque('la'),
    ownerOrdinal: owner.ordinal,
    townCode: facts.townCode,
    villageCode: facts.villageCode,
    section: `${facts.village.replace(/里$/, '')}段`,
    parcelNo: `${lot}-${String(number % 10).padStart(4, '0')}`,
  }
}
