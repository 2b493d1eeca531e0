import { hubError } from '../../../schemas/errors.ts'
import { findTown, townCodeOf } from '../area/area-codes.ts'
import { townAt, villageAt } from '../area/area-names.ts'
import { cleanText } from '../parse/clean-text.ts'
import type { ExportArea } from './export-queries.ts'

/**
 * The area that a town (甲仙區, 64000330) and a village (和安, 和安里) name; all where neither is given.
 * Throws BAD_USER_INPUT for a town the hub does not have, and for a village without its town.
 */
export function readExportArea(told: {
  readonly town?: string | undefined
  readonly village?: string | undefined
}): ExportArea {
  const townCode = told.town === undefined ? null : readTown(told.town)
  if (told.village === undefined) return { townCode, village: null }
  if (townCode === null) throw refused('a village needs its town, villages share names')
  const { clean } = cleanText(told.village)
  const known = villageAt(clean, townCode) ?? villageAt(`${clean}里`, townCode)
  return { townCode, village: known?.villages[0]?.name ?? clean }
}

function readTown(told: string): string {
  const { clean } = cleanText(told)
  const code = townCodeOf(clean)
  const town = code === null ? townAt(clean, null)?.town : findTown(code)
  if (town) return town.code
  throw refused('town must be the name or the eight digits of a township of the hub')
}

function refused(reason: string): Error {
  return hubError('BAD_USER_INPUT', { reason })
}
