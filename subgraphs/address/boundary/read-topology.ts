import { hubError } from '../../../schemas/errors.ts'
import { findTown } from '../area/area-codes.ts'
import { toTwd97, type Twd97Point } from '../location/twd97.ts'
import { normaliseText } from '../parse/normal-form.ts'
import type { Ring } from './ring.ts'

/** A village and its outline. */
export interface VillageOutline {
  /** Eleven digits. */ readonly villageCode: string
  readonly townCode: string
  /** With its kind, as the register writes it: 和安里. */ readonly village: string
  readonly rings: readonly Ring[]
}

type Position = readonly [number, number]
interface Geometry {
  readonly type: string
  readonly arcs: readonly unknown[]
  readonly properties: Readonly<Record<string, unknown>>
}

/**
 * The villages of the hub's towns in a TopoJSON text whose object `villages` has VILLCODE, TOWNCODE and
 * VILLNAME, as the ministry publishes them; villages elsewhere are left out.
 *
 * @throws HubError IMPORT_BOUNDARIES_INVALID naming what is wrong and where
 */
export function readTopology(text: string): readonly VillageOutline[] {
  const topology = parse(text)
  const arcs = readArcs(topology)
  const { villages } = (topology['objects'] ?? {}) as Record<string, { geometries?: unknown }>
  if (!Array.isArray(villages?.geometries)) throw invalid('it has no objects.villages')
  const outlines = villages.geometries.flatMap((geometry: Geometry, index) =>
    readOutline(geometry, arcs, index),
  )
  if (outlines.length === 0) throw invalid('none of its villages is in a town of the hub')
  return outlines
}

function parse(text: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const [where = 'it cannot be read'] = /line \d+ column \d+/.exec((error as Error).message) ?? []
    throw invalid(`it is no JSON (${where})`)
  }
  const topology = value as Record<string, unknown> | null
  if (topology?.['type'] === 'Topology') return topology
  throw invalid('its type is not Topology')
}

/** Arcs in degrees; quantised ones are sums of steps. */
function readArcs({ arcs, transform }: Record<string, unknown>): readonly (readonly Position[])[] {
  if (!Array.isArray(arcs)) throw invalid('it has no arcs')
  const { scale = [1, 1], translate = [0, 0] } = (transform ?? {}) as {
    scale?: Position
    translate?: Position
  }
  return (arcs as readonly unknown[]).map((arc, index) => {
    let [x, y] = [0, 0]
    if (!Array.isArray(arc)) throw invalid(`arc ${index} is no list`)
    return (arc as readonly Position[]).map((step) => {
      const [across, up] = Array.isArray(step) ? step : []
      if (!Number.isFinite(across) || !Number.isFinite(up)) throw invalid(`arc ${index} is damaged`)
      ;[x, y] = transform ? [x + across!, y + up!] : [across!, up!]
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]] as const
    })
  })
}

function readOutline(
  geometry: Geometry,
  arcs: readonly (readonly Position[])[],
  index: number,
): readonly VillageOutline[] {
  const { VILLCODE: code, TOWNCODE: townCode, VILLNAME: name } = geometry.properties ?? {}
  if (typeof townCode !== 'string' || !findTown(townCode)) return []
  // 無村里名 of harbours and reserved land
  if (typeof name !== 'string' || name === '') return []
  if (typeof code !== 'string' || !/^\d{8}-?\d{3}$/.test(code)) {
    throw invalid(`village ${index} (${name}) has no VILLCODE of eleven digits`)
  }
  const polygons = geometry.type === 'MultiPolygon' ? geometry.arcs : [geometry.arcs]
  const rings = polygons.flatMap((polygon) =>
    (polygon as readonly (readonly number[])[]).map((ring, at) => ({
      points: joinArcs(ring, arcs, `${name} (${code})`),
      isHole: at > 0,
    })),
  )
  return [{ villageCode: code.replace('-', ''), townCode, village: normaliseText(name), rings }]
}

function joinArcs(
  ring: readonly number[],
  arcs: readonly (readonly Position[])[],
  village: string,
): readonly Twd97Point[] {
  const positions = ring.flatMap((reference) => {
    const arc = arcs[reference < 0 ? ~reference : reference]
    if (!arc) throw invalid(`village ${village} names an arc that is not there`)
    // an arc starts where the one before it ended
    return (reference < 0 ? arc.toReversed() : arc).slice(1)
  })
  if (positions.length < 3) throw invalid(`village ${village} has no area`)
  const points = positions.map(([longitude, latitude]) => toTwd97(longitude, latitude))
  if (points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))) return points
  throw invalid(`village ${village} has coordinates that are none`)
}

function invalid(reason: string): Error {
  return hubError('IMPORT_BOUNDARIES_INVALID', { reason })
}
