import { hubError } from '../../../schemas/errors.ts'
import type { CaseAnswer, HubContext } from '../hub-context.ts'
import { keyIdOf } from '../index/take-in.ts'
import type { IndexedLog, LogIndex, LooksQuestion } from '../index/log-index.ts'
import { questionOf, writeCursor, type AskedPage } from './asked-page.ts'
import { readerOf, requireNoUser, type LogReaderKind } from './log-reader.ts'
import { showLook } from './show-look.ts'

/** A page as it comes back with what household says of the case in hand. */
export interface PageReference {
  readonly page: string
  readonly caseInHand?: CaseAnswer | null
}

/**
 * The page, for a person whose case is in hand; nothing for any other, as if nobody had looked.
 *
 * @throws HubError CASE_NOT_VALID to callers who may know that a record exists; AUDITOR_IS_USER;
 *   DATABASE_UNAVAILABLE
 */
export async function findPage(
  ctx: HubContext,
  { page, caseInHand }: PageReference,
): Promise<AskedPage | null> {
  const { personId, first, after } = questionOf(page)
  const keys = caseInHand?.citizenKeys ?? []
  if (!keys.includes(personId)) return refuse(ctx)
  const reader = readerOf(ctx)
  if (!reader) throw hubError('PURPOSE_NOT_ALLOWED')
  const index = await ctx.currentIndex()
  if (reader.kind === 'auditor') await requireNoUser(ctx, index)
  const logs = await index.logs()
  const looks = await index.findLooks({
    ...scopeOf(reader, caseInHand?.citizenCases ?? []),
    subjects: await pseudonymsOf(ctx, index, keys),
    first: first + 1,
    after,
  })
  const standing = standingOf(logs, keyIdOf(ctx.source))
  ctx.noteAsOf(standing.asOf)
  const shown = looks.slice(0, first)
  const last = shown.at(-1)
  return {
    page,
    caseInHand: null,
    ...standing,
    nodes: shown.map(showLook),
    pageInfo: { hasNextPage: looks.length > first, endCursor: last ? writeCursor(last) : null },
  }
}

/** How persons stand in all logs, by the sealed keys of all their numbers. */
export async function pseudonymsOf(
  { source }: Pick<HubContext, 'source'>,
  index: LogIndex,
  keys: readonly string[],
): Promise<readonly string[]> {
  // of this log, the keys themselves are asked: a person erased a moment ago is nobody
  const own = keys.flatMap((key) => source.pseudonymOf(key) ?? [])
  const handles = keys.map((key) => source.handleOf(key))
  return [...own, ...(await index.pseudonymsOf(handles, keyIdOf(source), source.origin))]
}

/** Which looks a reader may see at all. */
export function scopeOf(
  reader: LogReaderKind,
  ownCases: readonly string[],
): Pick<LooksQuestion, 'ownCases' | 'agencies' | 'ownAgency'> {
  if (reader.kind === 'citizen') return { ownCases, agencies: null, ownAgency: null }
  return { ownCases: null, agencies: reader.agencies, ownAgency: reader.ownAgency }
}

function refuse({ caller }: HubContext): null {
  if (caller.existence) throw hubError('CASE_NOT_VALID')
  return null
}

/** The log that was looked at longest ago decides; one under another key leads to nobody. */
function standingOf(
  logs: readonly IndexedLog[],
  keyId: string,
): { readonly asOf: string | null; readonly isComplete: boolean } {
  const times = logs.map(({ asOf }) => (asOf === null ? 0 : Date.parse(asOf)))
  const oldest = Math.min(...times)
  return {
    asOf: oldest > 0 && logs.length > 0 ? new Date(oldest).toISOString() : null,
    isComplete: logs.every((log) => log.asOf !== null && log.keyId === keyId),
  }
}
