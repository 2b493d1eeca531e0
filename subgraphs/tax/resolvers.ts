import { refuseRow } from '../_kit/refuse-row.ts'
import { openProfile } from './profile/open-profile.ts'
import { incomeOfYear } from './profile/income-of-year.ts'
import { propertyOf } from './profile/property.ts'
import { currentResidence } from './residence/current-residence.ts'
import { loadOfAll } from './loaders.ts'
import type { Resolvers } from './generated.ts'

export const resolvers: Resolvers = {
  Person: {
    tax: (person, _args, context) => openProfile(person, context),
  },
  Vehicle: {
    // a vehicle reached through a bill here, or one that another agency's grant came with
    __resolveReference: (vehicle, { caller, grants }) =>
      grants.admitsVehicle(vehicle) ? vehicle : refuseRow(caller),
    caseGrant: ({ id }, _args, { grants }) => grants.ofVehicle(id),
    licenceTax: ({ id }, _args, { loaders }) => loaders.licenceTax.load(id),
  },
  TaxProfile: {
    bills: async ({ nationalIds }, { status }, { loaders }) =>
      (await loadOfAll(loaders.bills, nationalIds)).filter(
        (bill) => !status || status.includes(bill.status),
      ),
    selfUseResidence: async ({ nationalIds, isProtected }, _args, { loaders, today }) =>
      currentResidence(await loadOfAll(loaders.residences, nationalIds), isProtected, today),
    property: async ({ nationalIds, isProtected }, _args, { loaders }) =>
      propertyOf(
        await loadOfAll(loaders.houses, nationalIds),
        await loadOfAll(loaders.parcels, nationalIds),
        isProtected,
      ),
    income: async ({ nationalIds }, { year }, { loaders }) =>
      incomeOfYear(await loadOfAll(loaders.incomes, nationalIds), year),
  },
}
