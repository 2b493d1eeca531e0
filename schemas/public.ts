/**
 * What anyone may read without a token, case or disclosure record, each with its reason. Every other
 * field needs an access directive or fails composition.
 */
const REASONS: Readonly<Record<string, string>> = {
  Authority: 'The name and code of an office are published by the office itself.',
  DoorPlate: 'Door plates are open data of the city, without owner or resident.',
  GeoPoint: 'The place of a door plate is open data of the city.',
  AdministrativeArea:
    'Names and codes of counties, towns and villages are published by the ministry.',
  DoorPlateConnection: 'A page of door plates, which are open data.',
  AddressMatches: 'What the caller wrote, in parts, with door plates, which are open data.',
  ParsedAddress: 'What the caller wrote, in parts; nothing is looked up for it.',
  DoorPlateMatch: 'A door plate with how well it fits what the caller wrote.',
  LandmarkMatch: 'A landmark with the door plates near it.',
  Landmark: 'Schools, offices and bridges with their addresses are published by their owners.',
  Intersection: 'Where roads meet, inferred from door plates alone.',
  NearbyDoorPlate: 'A door plate with its distance from a point the caller gave.',
  PageInfo: 'Where a page of a list ends says nothing of anyone.',
}

/** Types whose fields are all public. */
export const PUBLIC_TYPES: ReadonlySet<string> = new Set(Object.keys(REASONS))

/** Root fields that answer public types alone. */
export const PUBLIC_FIELDS: ReadonlySet<string> = new Set([
  'Query.doorPlate',
  'Query.administrativeAreas',
  'Query.doorPlatesByArea',
  'Query.doorPlatesByAddress',
  'Query.doorPlatesByLandmark',
  'Query.doorPlatesByIntersection',
  'Query.doorPlatesNear',
  'Query.villageAt',
])
