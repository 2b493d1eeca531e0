import { dateOf } from './calendar.ts'
import type { VillageDraft } from './draft.ts'
import type { GeneratedHousehold } from './types.ts'

/** The household records of the village, current and closed, in the order they were drafted. */
export function materialiseHouseholds(village: VillageDraft): GeneratedHousehold[] {
  const { identifiers, facts } = village
  return village.households.map((household) => ({
    ordinal: household.ordinal,
    id: identifiers.opaque('hh'),
    householdNo: identifiers.householdNo(),
    type: household.type,
    name: household.name,
    status: household.status,
    headOrdinal: household.head.ordinal,
    memberOrdinals: household.members.map((member) => member.ordinal),
    plateId: household.plateId,
    addressText: household.addressText,
    townCode: facts.townCode,
    villageCode: facts.villageCode,
    neighborhood: household.neighborhood,
    establishedDate: dateOf(household.establishedDay),
    closedDate: household.closedDay === null ? null : dateOf(household.closedDay),
    closedReason: household.closedReason,
    successorOrdinal: household.successor?.ordinal ?? null,
  }))
}
