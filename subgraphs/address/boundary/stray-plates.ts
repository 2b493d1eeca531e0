import type { Connection } from '../../_kit/database/connection.ts'
import type { ReportLine } from '../import/report.ts'
import type { StagedPlate } from '../import/staging.ts'
import { readBoundaries } from './boundary-queries.ts'
import { isWithin, metresToLine } from './ring.ts'

/** Tells plates that hang outside the village they are written in. */
export interface StrayCheck {
  /** A line of the report for each of them; they are taken all the same. */
  flag(plates: readonly StagedPlate[]): readonly ReportLine[]
  /** How many so far; undefined where no boundaries were imported. */ flagged(): number | undefined
}

/** The outlines are simplified by tens of metres: nearer to the line, nothing is said. */
const TOLERANCE_M = 100

/** Reads the villages' outlines, where they were imported. */
export async function openStrayCheck(session: Connection): Promise<StrayCheck> {
  const boundaries = await readBoundaries(session)
  let flagged = 0
  return {
    flag(plates) {
      const lines = plates.flatMap(({ line, plate }) => {
        const rings = boundaries.get(`${plate.townCode}${plate.village}`)
        if (!rings || isWithin(rings, plate.location)) return []
        const metres = Math.round(metresToLine(rings, plate.location))
        if (metres <= TOLERANCE_M) return []
        return [
          {
            line,
            outcome: 'FLAGGED' as const,
            reason: `OUTSIDE_VILLAGE_${metres}_M`,
            row: plate.text,
          },
        ]
      })
      flagged += lines.length
      return lines
    },
    flagged: () => (boundaries.size === 0 ? undefined : flagged),
  }
}
