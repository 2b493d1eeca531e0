import type { Connection } from '../../_kit/database/connection.ts'
import { round, toGeoPoint, type GeoPoint } from '../location/twd97.ts'
import {
  CLUSTER_M,
  readPlateClusters,
  readVillageClusters,
  type ExportedPlate,
  type PlateCluster,
} from './export-queries.ts'
import { featureLine } from './plate-formats.ts'

/** A file of a map, in GeoJSON of WGS84, by its path in the data set. */
export interface MapFile {
  readonly path: string
  readonly text: string
  /** Points in it. */ readonly points: number
}

const HEAD = '{"type":"FeatureCollection","features":[\n'
const FOOT = ']}\n'

/** First zoom: one file with a point for each village, and where its plates are. */
export async function villageLayer(session: Connection): Promise<MapFile> {
  const villages = await readVillageClusters(session)
  const lines = villages.map((each, index) => {
    const { townCode, town, villageCode, village, plates } = each
    const properties = { townCode, town, villageCode, village, plates }
    const files = { squares: squaresPath(townCode), doorplates: platesPath(townCode, villageCode) }
    return featureLine(middleOf(each), villageCode, { ...properties, ...files }, index)
  })
  return collection('map/villages.geojson', lines)
}

/** Second zoom: for each town a file with a point for each square of 250 m that has plates. */
export async function squareLayers(session: Connection): Promise<readonly MapFile[]> {
  const squares = Map.groupBy(await readPlateClusters(session), ({ townCode }) => townCode)
  return [...squares].map(([townCode, clusters]) =>
    collection(
      squaresPath(townCode),
      clusters.map((each, index) =>
        featureLine(middleOf(each), null, { plates: each.plates, squareM: CLUSTER_M }, index),
      ),
    ),
  )
}

/** Third zoom: the plates of one village, each a point of its own. */
export function plateLayer(plates: readonly (readonly [ExportedPlate, GeoPoint])[]): MapFile {
  const [first] = plates
  const path = first ? platesPath(first[0].town_code, first[0].village_code) : ''
  return collection(
    path,
    plates.map(([{ id, text }, place], index) => featureLine(place, id, { text }, index)),
  )
}

/** Where the plates of a village are; those of villages without a code share one file of their town. */
export function platesPath(townCode: string, villageCode: string | null): string {
  return `map/${townCode}/${villageCode ?? `${townCode}000`}.geojson`
}

function squaresPath(townCode: string): string {
  return `map/${townCode}.geojson`
}

function middleOf({ easting, northing }: PlateCluster): GeoPoint {
  return toGeoPoint({ x: round(easting, 2), y: round(northing, 2) })
}

function collection(path: string, lines: readonly string[]): MapFile {
  return { path, text: `${HEAD}${lines.join('')}${FOOT}`, points: lines.length }
}
