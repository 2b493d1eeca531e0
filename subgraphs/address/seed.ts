import type { GeneratedPlate, GeneratedVillage } from '../_kit/population/types.ts'
import type { SeedTable } from '../_kit/seed-table.ts'
import type { AddressParts } from './parse/address-parts.ts'
import { addressKey } from './parse/canonical-text.ts'

/** Plates made up where the real ones are missing; the real ones of the table stay untouched. */
export const seedTables: readonly SeedTable<GeneratedVillage>[] = [
  {
    table: 'door_plate',
    syntheticColumn: 'is_synthetic',
    columns: [
      'id',
      'address_key',
      'text',
      'raw',
      'town_code',
      'village',
      'village_code',
      'neighborhood',
      'area',
      'number',
      'number_suffix',
      'is_synthetic',
      'location',
    ],
    *rows(village) {
      for (const plate of village.plates) {
        yield [
          plate.id,
          addressKey(partsOf(plate)),
          plate.text,
          plate.text,
          plate.townCode,
          plate.village,
          plate.villageCode,
          plate.neighborhood,
          plate.area,
          plate.number,
          plate.numberSuffix === null ? null : String(plate.numberSuffix),
          plate.isSynthetic,
          { x: plate.easting, y: plate.northing },
        ]
      }
    },
  },
]

function partsOf(plate: GeneratedPlate): AddressParts {
  return {
    townCode: plate.townCode,
    village: plate.village,
    neighborhood: plate.neighborhood,
    road: null,
    section: null,
    area: plate.area,
    lane: null,
    alley: null,
    subAlley: null,
    number: plate.number,
    numberSuffix: plate.numberSuffix === null ? null : String(plate.numberSuffix),
    attached: null,
    prefix: null,
    floor: null,
    floorText: null,
    room: null,
  }
}
