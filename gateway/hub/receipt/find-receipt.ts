import { saltOfAnswer } from '../../audit/disclosure-hash.ts'
import { readRecord } from '../../audit/logged-record.ts'
import type { Receipt } from '../../audit/receipt.ts'
import { pseudonymsOf, scopeOf } from '../access-log/find-page.ts'
import { readerOf, requireNoUser } from '../access-log/log-reader.ts'
import type { CaseAnswer, HubContext } from '../hub-context.ts'
import type { DisclosurePlace, LogIndex } from '../index/log-index.ts'
import type { AskedReceipt } from './asked-receipt.ts'

/** A receipt as it is asked for again, with what household says of the case in hand. */
export interface ReceiptReference {
  readonly requestId: string
  readonly caseInHand?: CaseAnswer | null
}

/** What of a receipt the caller gets: the salt of all, of one person's part, or none. */
type Share = 'answer' | 'record' | { readonly subject: string }

/**
 * The receipt of a request, for the actor of its case, for the person it was about, and without any
 * salt for the auditor of its agency; nothing for anybody else, as if there were no such request.
 *
 * @throws HubError RECEIPT_ELSEWHERE where the gateway that keeps the record does not answer; AUDITOR_IS_USER
 */
export async function findReceipt(
  ctx: HubContext,
  { requestId, caseInHand }: ReceiptReference,
): Promise<AskedReceipt | null> {
  const index = await ctx.currentIndex()
  const place = await index.findDisclosure(requestId)
  const share = place && (await shareOf(ctx, index, place, caseInHand ?? null))
  if (!place || !share) return null
  const { origin, leafIndex } = place
  const receipt =
    origin === ctx.source.origin
      ? await ctx.source.receiptAt(requestId, leafIndex)
      : await ctx.peers.receiptAt(origin, { requestId, leafIndex, caller: null })
  return receipt ? tell(receipt, place.leafIndex, share) : null
}

async function shareOf(
  ctx: HubContext,
  index: LogIndex,
  place: DisclosurePlace,
  caseInHand: CaseAnswer | null,
): Promise<Share | undefined> {
  const { caller } = ctx
  const isActor = place.actor === caller.sub && place.client === caller.client
  if (isActor && place.caseNo === caller.case) return 'answer'
  const reader = readerOf(ctx)
  if (reader?.kind === 'auditor') {
    await requireNoUser(ctx, index)
    return reader.agencies?.includes(place.agency) === false ? undefined : 'record'
  }
  return reader && ownPart(ctx, index, place, caseInHand)
}

/** The person's own part, once the rules let the person see that look. */
async function ownPart(
  ctx: HubContext,
  index: LogIndex,
  { requestId }: DisclosurePlace,
  caseInHand: CaseAnswer | null,
): Promise<Share | undefined> {
  const subjects = await pseudonymsOf(ctx, index, caseInHand?.citizenKeys ?? [])
  for (const subject of subjects) {
    const [look] = await index.findLooks({
      ...scopeOf({ kind: 'citizen' }, caseInHand?.citizenCases ?? []),
      subjects: [subject],
      requestId,
      first: 1,
      after: null,
    })
    if (look && !look.isRelated) return { subject }
  }
  return undefined
}

function tell(receipt: Receipt, first: number, share: Share): AskedReceipt | null {
  const { requestId, checkpoint, keyTurns = null, records } = receipt
  const isWanted = ({ leafIndex, record }: Receipt['records'][number]): boolean =>
    typeof share === 'string' ? leafIndex === first : record.includes(`"${share.subject}"`)
  const proven = records.find(isWanted)
  if (!proven) return null
  return {
    requestId,
    caseInHand: null,
    ...proven,
    inclusionProof: [...proven.inclusionProof],
    checkpoint,
    keyTurns,
    salt: saltFor(receipt, share),
  }
}

function saltFor({ records, salts }: Receipt, share: Share): string | null {
  if (share === 'record') return null
  if (share === 'answer') {
    const all = salts.map(({ salt }) => Buffer.from(salt, 'base64url'))
    const persons = records.flatMap(({ record }) => readRecord(Buffer.from(record)).subjects ?? [])
    // without the key of one person, the salt of the whole is gone
    const isWhole = all.length > 0 && all.length === persons.length
    return isWhole ? saltOfAnswer(all).toString('base64url') : null
  }
  return salts.find(({ subject }) => subject === share.subject)?.salt ?? null
}
