import type { Resolvers } from './generated.ts'
import type { Context } from './loaders.ts'
import { toGeoPoint } from './location/twd97.ts'
import type { DoorPlateParent } from './queries.ts'
import {
  readAreaQuestion,
  readCrossing,
  readFirst,
  readPlace,
  readText,
  readWithin,
} from './search/read-arguments.ts'

/** Fields that are not here are columns of the same name. */
export const resolvers: Resolvers = {
  Query: {
    doorPlate: (_parent, { id }, { loaders }) => loaders.doorPlate.load(id),
    administrativeAreas: (_parent, { level, parentCode }, { loaders }) =>
      loaders.areas(level, parentCode ?? null),
    doorPlatesByArea: (_parent, args, { loaders }) => loaders.byArea(readAreaQuestion(args)),
    doorPlatesByAddress: (_parent, { text, first }, { loaders }) =>
      loaders.byAddress(readText('text', text), readFirst(first)),
    doorPlatesByLandmark: (_parent, { name, first }, { loaders }) =>
      loaders.byLandmark(readText('name', name), readFirst(first)),
    doorPlatesByIntersection: (_parent, args, { loaders }) =>
      loaders.byIntersection(readCrossing(args), readFirst(args.first)),
    villageAt: (_parent, place, { loaders }) => loaders.villageAt(readPlace(place)),
    doorPlatesNear: (_parent, { first, ...place }, { loaders }) =>
      loaders.near(readPlace(place), readWithin(place.withinM), readFirst(first)),
  },
  DoorPlateConnection: {
    totalCount: ({ area }, _args, { loaders }) => loaders.countInArea(area),
  },
  Landmark: {
    location: ({ location }) => location && toGeoPoint(location),
  },
  Intersection: {
    location: ({ point }) => toGeoPoint(point),
  },
  NearbyDoorPlate: {
    doorPlate: (plate) => plate,
  },
  Mutation: {
    assignDoorPlate: (_parent, { input }, { loaders }) => loaders.plateDesk.assign(input),
    addDoorPlates: (_parent, { input }, { loaders }) => loaders.plateDesk.add(input),
    changeDoorPlate: (_parent, { input }, { loaders }) => loaders.plateDesk.change(input),
    renumberDoorPlates: (_parent, { input }, { loaders }) => loaders.plateDesk.renumber(input),
    mergeDoorPlates: (_parent, { input }, { loaders }) => loaders.plateDesk.merge(input),
    abolishDoorPlate: (_parent, { input }, { loaders }) => loaders.plateDesk.abolish(input),
    reissueDoorPlate: (_parent, { input }, { loaders }) => loaders.plateDesk.reissue(input),
  },
  DoorPlate: {
    __resolveReference: ({ id }, { loaders }) => loaders.doorPlate.load(id),
    location: ({ location }) => toGeoPoint(location),
    zip: (plate, _args, { loaders }) => loaders.zip.load(plate),
    authority: ({ officeCode, officeName }) => ({ code: officeCode, name: officeName }),
    predecessors: ({ predecessorIds }, _args, context) => loadPlates(predecessorIds, context),
    successors: ({ successorIds }, _args, context) => loadPlates(successorIds, context),
  },
}

async function loadPlates(
  ids: readonly string[],
  { loaders }: Context,
): Promise<readonly DoorPlateParent[]> {
  const plates = await Promise.all(ids.map((id) => loaders.doorPlate.load(id)))
  return plates.filter((plate): plate is DoorPlateParent => plate !== null)
}
