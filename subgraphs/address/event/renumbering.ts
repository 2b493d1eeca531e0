import type { Kysely } from 'kysely'
import type { RequestScope } from '../../_kit/request-scope.ts'
import { normaliseText } from '../parse/normal-form.ts'
import type { RenumberDoorPlatesInput } from '../generated.ts'
import type { Database } from '../queries.ts'
import { checkDates, checkTown } from './check-plates.ts'
import { findPlatesOfStreet, type StreetFilter } from './event-queries.ts'
import { planReplacements } from './plan-event.ts'
import { planRenumbering, revisionOf, type Renumbering } from './plan-renumbering.ts'
import { checkFree, type EventRequest } from './record-event.ts'
import { demand } from './rejection.ts'

/** More than the longest road of the city has, and still a short transaction. */
const MOST_PLATES = 2_000

/** 門牌整編: done as the preview of the same revision showed it, or not at all. */
export function renumbering(scope: RequestScope, input: RenumberDoorPlatesInput): EventRequest {
  return {
    kind: 'RENUMBER',
    input,
    async plan(db, eventId) {
      demand(typeof input.revision === 'string', 'PREVIEW_NEEDED')
      const { changes, villages } = await readStreet(db, scope, input, true)
      demand(revisionOf(changes) === input.revision, 'CONFLICT')
      return planReplacements(changes, { eventId, villages })
    },
  }
}

/** What a renumbering would do; nothing is written. Refused as the renumbering itself would be. */
export async function previewRenumbering(
  db: Kysely<Database>,
  scope: RequestScope,
  input: RenumberDoorPlatesInput,
): Promise<{ readonly revision: string; readonly changes: readonly Renumbering[] }> {
  const { changes, villages } = await readStreet(db, scope, input, false)
  await checkFree(db, planReplacements(changes, { eventId: '', villages }))
  return { revision: revisionOf(changes), changes }
}

async function readStreet(
  db: Kysely<Database>,
  scope: RequestScope,
  input: RenumberDoorPlatesInput,
  isHeld: boolean,
): ReturnType<typeof planStreet> {
  const where = readFilter(input.where)
  const villages = await checkTown(db, scope, where.townCode)
  const plates = await findPlatesOfStreet(db, where, { limit: MOST_PLATES + 1, isHeld })
  demand(plates.length <= MOST_PLATES, 'COUNT_INVALID')
  checkDates(plates, scope, input)
  return planStreet(plates, input, villages)
}

async function planStreet(
  plates: Awaited<ReturnType<typeof findPlatesOfStreet>>,
  { to, numbers }: RenumberDoorPlatesInput,
  villages: Awaited<ReturnType<typeof checkTown>>,
): Promise<{ readonly changes: readonly Renumbering[]; readonly villages: typeof villages }> {
  const asked = numbers ?? []
  const single = new Map(asked.map(({ id, number }) => [id, number]))
  demand(single.size === asked.length, 'PLATE_REPEATED')
  const changes = planRenumbering(plates, { to: to ?? {}, numbers: single }, villages)
  return { changes, villages }
}

/** The street in the register's spelling. An address in no road is asked for with `road: null`. */
function readFilter(where: RenumberDoorPlatesInput['where']): StreetFilter {
  const { townCode, section, ...names } = where
  const given = Object.entries(names).filter(([, name]) => name !== undefined)
  demand(
    given.some(([, name]) => typeof name === 'string'),
    'STREET_MISSING',
  )
  const written = given.map(([part, name]) => [part, name === null ? null : normaliseText(name)])
  return { townCode, ...Object.fromEntries(written), ...(section !== undefined && { section }) }
}
