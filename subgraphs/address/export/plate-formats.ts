import { toGeoPoint, type GeoPoint } from '../location/twd97.ts'
import type { ExportedPlate } from './export-queries.ts'

/** How plates are written into a file, row by row. */
export interface PlateFormat {
  readonly head: string
  /** Text of one plate; `index` counts from 0. */
  line(plate: ExportedPlate, place: GeoPoint, index: number): string
  readonly foot: string
  /** Files beside it that say what its columns are, by their ending. */
  readonly sidecars: Readonly<Record<string, string>>
}

/** Names of the formats, as the ends of file names have them. */
export type FormatName = 'csv' | 'geojson'

/** Columns of `ExportedPlate` that both formats carry, with their types as `.csvt` names them. */
const COLUMNS: readonly (readonly [Exclude<keyof ExportedPlate, 'location'>, string])[] = [
  ['id', 'String'],
  ['text', 'String'],
  ['town_code', 'String'],
  ['town', 'String'],
  ['village_code', 'String'],
  ['village', 'String'],
  ['neighborhood', 'Integer'],
  ['road', 'String'],
  ['section', 'Integer'],
  ['area', 'String'],
  ['lane', 'String'],
  ['alley', 'String'],
  ['sub_alley', 'String'],
  ['number', 'Integer'],
  ['number_suffix', 'String'],
  ['attached', 'String'],
  ['prefix', 'String'],
  ['floor', 'Integer'],
  ['floor_text', 'String'],
  ['room', 'String'],
  ['note', 'String'],
  ['has_lost_character', 'Integer(Boolean)'],
  ['is_synthetic', 'Integer(Boolean)'],
  ['valid_from', 'Date'],
]
const PLACE_COLUMNS = ['easting', 'northing', 'longitude', 'latitude'] as const

// EPSG:3826 in the words that GIS programs read from a .prj file
const EPSG_3826 =
  'PROJCS["TWD97 / TM2 zone 121",GEOGCS["TWD97",DATUM["Taiwan_Datum_1997",SPHEROID["GRS 1980",6378137,298.257222101]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",121],PARAMETER["scale_factor",0.9999],PARAMETER["false_easting",250000],PARAMETER["false_northing",0],UNIT["metre",1],AUTHORITY["EPSG","3826"]]'

/**
 * The formats by name. `csv` has the place as `WKT` in EPSG:3826 with `.csvt` and `.prj` beside it, so
 * that `ogr2ogr plates.gpkg plates.csv` makes a GeoPackage of it as it is; `geojson` is RFC 7946.
 */
export const PLATE_FORMATS: Readonly<Record<FormatName, PlateFormat>> = {
  csv: {
    head: `${['WKT', ...COLUMNS.map(([name]) => name), ...PLACE_COLUMNS].join(',')}\n`,
    line: csvLine,
    foot: '',
    sidecars: {
      csvt: `${['WKT', ...COLUMNS.map(([, type]) => type), ...PLACE_COLUMNS.map(() => 'Real')].join(',')}\n`,
      prj: EPSG_3826,
    },
  },
  geojson: {
    head: '{"type":"FeatureCollection","name":"doorplates","features":[\n',
    line: geoJsonLine,
    foot: ']}\n',
    sidecars: {},
  },
}

/** The format a file's name asks for, packed or not; null for any other name. */
export function formatOfName(file: string): FormatName | null {
  const [, name] = /\.(csv|geojson)(?:\.gz)?$/.exec(file) ?? []
  return (name as FormatName | undefined) ?? null
}

/** Where the plate hangs, in both systems. */
export function placeOf({ location }: ExportedPlate): GeoPoint {
  return toGeoPoint(location)
}

function csvLine(plate: ExportedPlate, place: GeoPoint): string {
  const cells = COLUMNS.map(([name]) => csvCell(plate[name]))
  const { easting, northing, longitude, latitude } = place
  return `POINT (${easting} ${northing}),${cells.join(',')},${easting},${northing},${longitude},${latitude}\n`
}

function csvCell(value: ExportedPlate[Exclude<keyof ExportedPlate, 'location'>]): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? '1' : '0'
  const text = String(value)
  // an apostrophe keeps a spreadsheet from running a cell as a formula
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function geoJsonLine(plate: ExportedPlate, place: GeoPoint, index: number): string {
  const { id, location: _place, ...properties } = plate
  return featureLine(place, id, properties, index)
}

/** One point of a FeatureCollection; all but the first have a comma before them. */
export function featureLine(
  { longitude, latitude }: Pick<GeoPoint, 'longitude' | 'latitude'>,
  id: string | null,
  properties: object,
  index: number,
): string {
  const named = id === null ? '' : `"id":${JSON.stringify(id)},`
  const point = `{"type":"Point","coordinates":[${longitude},${latitude}]}`
  return `${index === 0 ? '' : ','}{"type":"Feature",${named}"geometry":${point},"properties":${JSON.stringify(properties)}}\n`
}
