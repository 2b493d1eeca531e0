import type { HopCaller } from '../../auth/hop-claims.ts'
import { hubError } from '../../schemas/errors.ts'

/**
 * The answer to a caller whose case does not lead to a row: none, as if it were absent.
 *
 * @throws HubError CASE_NOT_VALID to callers who may know that a record exists
 */
export function refuseRow({ existence }: Pick<HopCaller, 'existence'>): null {
  if (existence) throw hubError('CASE_NOT_VALID')
  return null
}
