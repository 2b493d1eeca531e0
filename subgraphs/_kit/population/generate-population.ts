import { invariant } from '../../../schemas/invariant.ts'
import { isIsoDate } from '../../../schemas/scalars/dates.ts'
import { formBusinesses } from './businesses.ts'
import { dayOf } from './calendar.ts'
import { placeKids } from './children.ts'
import { formCouples } from './couples.ts'
import { addFixedPeople } from './demo.ts'
import { addChildrenElsewhere, addMiddleGeneration } from './descendants.ts'
import { draftVillage } from './draft.ts'
import type { VillageDraft } from './draft.ts'
import { materialiseHouseholds } from './household-records.ts'
import { settleHouseholds } from './households.ts'
import { VillageIdentifiers } from './identifiers.ts'
import { generateIncomes } from './incomes.ts'
import { joinUnits } from './joins.ts'
import { materialiseKinships } from './kinships.ts'
import { generateLicences } from './licences.ts'
import { settleLoneAdults } from './lone-adults.ts'
import { recordMarriages } from './marriages.ts'
import { nameEverybody } from './names.ts'
import { addParentsElsewhere } from './parents-elsewhere.ts'
import { materialisePersons } from './persons.ts'
import { placeHouseholds } from './plates.ts'
import { generateProperty } from './property.ts'
import { drawPeople } from './pyramid.ts'
import { addSpecialTies, adoptKids } from './special-ties.ts'
import { villageIndexOf } from './town-facts.ts'
import type { GeneratedVillage, PlateSource, PopulationOptions, VillageFacts } from './types.ts'
import { generateUnpaidTaxes } from './unpaid-taxes.ts'
import { generateVehicles } from './vehicles.ts'
import { JIAXIAN_VILLAGES, RURAL_VILLAGES } from './village-facts.ts'
import { generateWelfare } from './welfare.ts'

/**
 * The people of a scale, village by village: only one village is in memory at a time. The same seed
 * and business date give the same villages on any machine, whichever others are generated. Scale
 * `kaohsiung` needs `villages`, read by `readVillageFacts`.
 */
export function* generatePopulation(options: PopulationOptions): Generator<GeneratedVillage> {
  for (const facts of villagesOf(options)) yield generateVillage(facts, options)
}

/** The village facts of a scale, in the order they are generated. */
export function villagesOf(
  options: Pick<PopulationOptions, 'scale' | 'villages'>,
): readonly VillageFacts[] {
  if (options.villages) return options.villages
  invariant(options.scale !== 'kaohsiung', 'scale kaohsiung needs the village facts of its file')
  return options.scale === 'jiaxian' ? JIAXIAN_VILLAGES : RURAL_VILLAGES
}

/**
 * One village: exactly the households, men, women and age groups of its facts on the business date;
 * kin elsewhere, the dead and closed records come on top.
 */
export function generateVillage(
  facts: VillageFacts,
  options: { readonly seed: number; readonly today: string; readonly plates?: PlateSource },
): GeneratedVillage {
  invariant(isIsoDate(options.today), 'the business date is an ISO date')
  const index = villageIndexOf(facts.villageCode)
  invariant(index !== undefined, 'the village is one of Kaohsiung')
  const identifiers = new VillageIdentifiers(index)
  const village = draftVillage(facts, options.seed, dayOf(options.today), identifiers)
  draftPeople(village)
  return materialise(village, options.plates)
}

/** Households first, then kin around them: each stage only adds to what the one before settled. */
function draftPeople(village: VillageDraft): void {
  addFixedPeople(village)
  drawPeople(village)
  formCouples(village)
  placeKids(village)
  const businesses = formBusinesses(village)
  joinUnits(village, village.facts.households - businesses.length)
  addMiddleGeneration(village)
  addChildrenElsewhere(village)
  adoptKids(village)
  settleLoneAdults(village)
  addParentsElsewhere(village)
  recordMarriages(village)
  addSpecialTies(village)
  settleHouseholds(village, businesses)
  nameEverybody(village)
}

function materialise(village: VillageDraft, source: PlateSource | undefined): GeneratedVillage {
  const plates = placeHouseholds(village, source)
  const persons = materialisePersons(village)
  const vehicles = generateVehicles(village)
  const property = generateProperty(village)
  const { houses, parcels } = property
  const incomes = generateIncomes(village, persons, houses)
  const { statuses, applications } = generateWelfare(village, incomes, property)
  return {
    facts: village.facts,
    plates,
    households: materialiseHouseholds(village),
    persons,
    kinships: materialiseKinships(village),
    vehicles,
    licences: generateLicences(village),
    houses,
    parcels,
    incomes,
    unpaidTaxes: generateUnpaidTaxes(village, houses, parcels, vehicles),
    welfareStatuses: statuses,
    welfareApplications: applications,
  }
}
