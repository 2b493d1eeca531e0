import { kind, type ErrorKind } from './error-kind.ts'

/** What is wrong with files that are imported or exported. */
export const FILE_ERRORS = {
  // imports
  IMPORT_FILE_UNREADABLE: kind(
    400,
    'The file cannot be read ({reason}); check its path and rights.',
  ),
  IMPORT_FILE_DAMAGED: kind(
    400,
    'The file cannot be unpacked or is no text; get it again. Nothing was changed.',
  ),
  IMPORT_COLUMNS_UNKNOWN: kind(
    400,
    'The file has not the columns of a door-plate list: {reason}. Its first line must name them, such as FULL_ADDR,COUNTY,TOWN,VILLAGE,NEIGHBORHOOD,ROAD,SECTION,LANE,ALLEY,NUMBER,X,Y. Nothing was changed.',
  ),
  IMPORT_COORDINATES_SWAPPED: kind(
    400,
    'In {swapped} of {rows} rows the two coordinates stand in each other’s column; exchange the columns (X is longitude or easting) and import again. Nothing was changed.',
  ),
  IMPORT_BOUNDARIES_INVALID: kind(
    400,
    'The file is no TopoJSON of villages with VILLCODE, TOWNCODE and VILLNAME: {reason}. Nothing was changed.',
  ),
  IMPORT_POSTAL_INVALID: kind(
    400,
    'Line {line} of the postal file: {reason}. Its lines must be ZIPCODE,CITY,AREA,ROAD,SCOOP. Nothing was changed.',
  ),
  IMPORT_RUNNING: kind(
    409,
    'Another door-plate import is running; start this one when it has ended.',
  ),
  IMPORT_REPORT_UNWRITABLE: kind(500, 'The report cannot be written ({reason}).', 'operator'),
  // exports
  EXPORT_FORMAT_UNKNOWN: kind(
    400,
    'The format is told by the file’s name: end it in .csv or .geojson, with .gz behind it to pack it.',
  ),
  EXPORT_AREA_EMPTY: kind(
    400,
    'The register has no plate in force there; check the town and village, or import door plates first.',
  ),
  EXPORT_FILE_UNWRITABLE: kind(
    500,
    'The export cannot be written ({reason}); what was there before stays. Check space and rights, and export again.',
    'operator',
  ),
  EXPORT_RUNNING: kind(409, 'Another publication is running; start this one when it has ended.'),
} as const satisfies Record<string, ErrorKind>
