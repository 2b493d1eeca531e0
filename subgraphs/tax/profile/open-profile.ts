import { refuseRow } from '../../_kit/refuse-row.ts'
import type { Context, PersonParent, TaxProfileParent } from '../loaders.ts'

/**
 * Opens a person's tax file under the present number and every former one; null where the offices
 * hold nothing under any of them, or household has not granted the person under the case in hand.
 * Throws `PERSON_KEY_INVALID` for a key this hub did not make.
 */
export async function openProfile(
  person: PersonParent,
  context: Context,
): Promise<TaxProfileParent | null> {
  const { id, formerIds, isProtected } = person
  const nationalIds = [id, ...(formerIds ?? [])].map((key) => context.nationalIdOf(key))
  if (!context.grants.admitsPerson(person)) return refuseRow(context.caller)
  const files = await Promise.all(nationalIds.map((each) => context.loaders.taxpayer.load(each)))
  const file = files.find((each) => each !== null)
  if (!file) return null
  const authority = { code: file.authorityCode, name: file.authorityName }
  // a household register that cannot say leaves null, which means protected
  return { nationalIds, isProtected: isProtected !== false, asOf: context.asOf, authority }
}
