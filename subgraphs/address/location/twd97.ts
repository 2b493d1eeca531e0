import proj4 from 'proj4'

/** A place in EPSG:3826 (TWD97 / TM2 zone 121), metres: x is 橫座標 easting, y is 縱座標 northing. */
export interface Twd97Point {
  readonly x: number
  readonly y: number
}

/** The same place in both reference systems the hub serves. */
export interface GeoPoint {
  readonly longitude: number
  readonly latitude: number
  readonly easting: number
  readonly northing: number
}

// EPSG:3826 on GRS80: k0 0.9999, central meridian 121°E, false easting 250 000 m
const TWD97 =
  '+proj=tmerc +lat_0=0 +lon_0=121 +k=0.9999 +x_0=250000 +y_0=0 +ellps=GRS80 +units=m +no_defs'
const projection = proj4(TWD97)

/** WGS84 degrees as metres of EPSG:3826, to the centimetre. */
export function toTwd97(longitude: number, latitude: number): Twd97Point {
  const [x, y] = projection.forward([longitude, latitude])
  return { x: round(x, 2), y: round(y, 2) }
}

/** A stored point in both systems; degrees to 1e-7, a centimetre. */
export function toGeoPoint({ x, y }: Twd97Point): GeoPoint {
  const [longitude, latitude] = projection.inverse([x, y])
  return { longitude: round(longitude, 7), latitude: round(latitude, 7), easting: x, northing: y }
}

/** Half up at so many decimals. */
export function round(value: number, decimals: number): number {
  const scale = 10 ** decimals
  return Math.round(value * scale) / scale
}
