import type { CopyValue } from '../../_kit/seed-table.ts'
import type { PlateRow } from './read-row.ts'

/** Columns of `door_plate` that an import or the sample fills, in the order of `plateValues`. */
export const PLATE_COLUMNS = [
  'id',
  'address_key',
  'text',
  'raw',
  'town_code',
  'village',
  'village_code',
  'neighborhood',
  'road',
  'section',
  'area',
  'lane',
  'alley',
  'sub_alley',
  'number',
  'number_suffix',
  'attached',
  'prefix',
  'floor',
  'floor_text',
  'room',
  'note',
  'has_lost_character',
  'location',
] as const

/** A plate as one row of COPY. */
export function plateValues(plate: Omit<PlateRow, 'hasStreet'>): readonly CopyValue[] {
  return [
    plate.id,
    plate.addressKey,
    plate.text,
    plate.raw,
    plate.townCode,
    plate.village,
    plate.villageCode,
    plate.neighborhood,
    plate.road,
    plate.section,
    plate.area,
    plate.lane,
    plate.alley,
    plate.subAlley,
    plate.number,
    plate.numberSuffix,
    plate.attached,
    plate.prefix,
    plate.floor,
    plate.floorText,
    plate.room,
    plate.note,
    plate.hasLostCharacter,
    plate.location,
  ]
}
