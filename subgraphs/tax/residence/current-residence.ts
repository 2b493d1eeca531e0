import type { SelfUseResidenceRow } from '../queries.ts'
import { maskedAddress, type TaxAddress } from './masked-address.ts'

/** The self-use residence that a person has, or had last. */
export type CurrentResidence = SelfUseResidenceRow & {
  readonly isGranted: boolean
  readonly address: TaxAddress
}

/** Of all applications the one that holds on the day, else the latest; null without any. */
export function currentResidence(
  found: readonly SelfUseResidenceRow[],
  isProtected: boolean,
  day: string,
): CurrentResidence | null {
  const latestFirst = found.toSorted((a, b) => b.since.localeCompare(a.since))
  const row = latestFirst.find((each) => isInForce(each, day)) ?? latestFirst[0]
  if (!row) return null
  return { ...row, isGranted: isInForce(row, day), address: maskedAddress(row, isProtected) }
}

/** Whether self-use rates hold on a day; `endedOn` is the first day they no longer do. */
export function isInForce(
  grant: Pick<SelfUseResidenceRow, 'since' | 'endedOn'>,
  day: string,
): boolean {
  return grant.since <= day && (grant.endedOn === null || day < grant.endedOn)
}
