import type { Kysely } from 'kysely'
import type { RequestScope } from '../../_kit/request-scope.ts'
import type {
  AbolishDoorPlateInput,
  AddDoorPlatesInput,
  AssignDoorPlateInput,
  ChangeDoorPlateInput,
  MergeDoorPlatesInput,
  ReissueDoorPlateInput,
} from '../generated.ts'
import type { Database } from '../queries.ts'
import { checkDates, checkPlates, checkTown, type PlateVersion } from './check-plates.ts'
import type { AddressChange, BasePlate, VillageCodes } from './compose-plate.ts'
import { isSyntheticVillage } from './event-queries.ts'
import {
  planAbolition,
  planAddition,
  planChange,
  planFirst,
  planMerger,
  stay,
  type PlateInHand,
} from './plan-event.ts'
import type { EventInput, EventRequest } from './record-event.ts'
import { demand } from './rejection.ts'

const MOST_PLATES = 200

/** 門牌初編 */
export function assignment(scope: RequestScope, input: AssignDoorPlateInput): EventRequest {
  const { townCode, ...change } = input.address
  return {
    kind: 'FIRST',
    input,
    async plan(db, eventId) {
      checkDates([], scope, input)
      const villages = await checkTown(db, scope, townCode)
      const plan = planFirst({ ...BLANK, townCode }, change, { eventId, villages })
      const villageCode = plan.opened[0]?.villageCode ?? ''
      const isSynthetic = await isSyntheticVillage(db, villageCode)
      return { ...plan, opened: plan.opened.map((plate) => ({ ...plate, isSynthetic })) }
    },
  }
}

/** 門牌增編 */
export function addition(scope: RequestScope, input: AddDoorPlatesInput): EventRequest {
  return {
    kind: 'ADD',
    input,
    async plan(db, eventId) {
      checkCount(input.addresses)
      const { plate, villages } = await readOne(db, scope, input)
      return planAddition(plate, input.addresses, { eventId, villages })
    },
  }
}

/** 門牌改編 */
export function alteration(scope: RequestScope, input: ChangeDoorPlateInput): EventRequest {
  return {
    kind: 'CHANGE',
    input,
    async plan(db, eventId) {
      const { plate, villages } = await readOne(db, scope, input)
      return planChange(plate, input.address, { eventId, villages })
    },
  }
}

/** 門牌合併 */
export function merger(scope: RequestScope, input: MergeDoorPlatesInput): EventRequest {
  return {
    kind: 'MERGE',
    input,
    async plan(db) {
      checkCount(input.merged)
      const { plates } = await checkPlates(db, scope, [input.kept, ...input.merged], input)
      const [kept, ...merged] = plates as [PlateInHand, ...PlateInHand[]]
      return planMerger(kept, merged)
    },
  }
}

/** 門牌廢止 */
export function abolition(scope: RequestScope, input: AbolishDoorPlateInput): EventRequest {
  return {
    kind: 'ABOLISH',
    input,
    plan: async (db) => planAbolition((await readOne(db, scope, input)).plate),
  }
}

/** 門牌補發 */
export function reissue(scope: RequestScope, input: ReissueDoorPlateInput): EventRequest {
  return {
    kind: 'REISSUE',
    input,
    plan: async (db) => stay((await readOne(db, scope, input)).plate),
  }
}

async function readOne(
  db: Kysely<Database>,
  scope: RequestScope,
  input: EventInput & { readonly doorPlate: PlateVersion },
): Promise<{ readonly plate: PlateInHand; readonly villages: VillageCodes }> {
  const { plates, villages } = await checkPlates(db, scope, [input.doorPlate], input)
  const [plate] = plates as [PlateInHand]
  return { plate, villages }
}

function checkCount(asked: readonly (AddressChange | PlateVersion)[]): void {
  demand(asked.length > 0 && asked.length <= MOST_PLATES, 'COUNT_INVALID')
}

/** What a first plate starts from; its input states the village, the number and the place. */
const BLANK: Omit<BasePlate, 'townCode'> = {
  id: '',
  text: '',
  village: '',
  villageCode: null,
  neighborhood: null,
  road: null,
  section: null,
  area: null,
  lane: null,
  alley: null,
  subAlley: null,
  number: 0,
  numberSuffix: null,
  attached: null,
  prefix: null,
  floor: null,
  floorText: null,
  room: null,
  isSynthetic: false,
  location: { x: 0, y: 0 },
}
