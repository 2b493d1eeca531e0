import { findAgreement } from '../../../auth/agreement.ts'
import { hubError } from '../../../schemas/errors.ts'
import type { HubContext } from '../hub-context.ts'
import type { LogIndex } from '../index/log-index.ts'

/** Whose eyes see the log: the person's own, or an auditor's over some agencies. */
export type LogReaderKind =
  | { readonly kind: 'citizen' }
  | {
      readonly kind: 'auditor'
      /** Agencies whose looks are shown; null: of all. */
      readonly agencies: readonly string[] | null
      readonly ownAgency: string | null
    }

/** As whom the caller may read the log, by its agreement; nothing where that does not say. */
export function readerOf({
  agreements,
  caller,
}: Pick<HubContext, 'agreements' | 'caller'>): LogReaderKind | undefined {
  const { client, purpose, agency } = caller
  const asked = { client: client ?? '', purpose: purpose ?? '', agency }
  const agreement = findAgreement(agreements, asked)
  const { reader, agencies = [] } = agreement?.accessLog ?? {}
  if (reader === undefined || reader === 'citizen') return reader && { kind: reader }
  const own = agency === null ? [] : [agency]
  return {
    kind: 'auditor',
    agencies: agencies === 'all' ? null : [...own, ...agencies],
    ownAgency: agency,
  }
}

/**
 * Auditors may not be users 使用者不得兼稽核: neither the officer nor the client may ever have been shown
 * data for another purpose than an audit.
 *
 * @throws HubError AUDITOR_IS_USER
 */
export async function requireNoUser(
  { agreements, caller }: Pick<HubContext, 'agreements' | 'caller'>,
  index: LogIndex,
): Promise<void> {
  const audits = agreements.flatMap(({ accessLog, purpose }) =>
    accessLog?.reader === 'auditor' ? [purpose.id] : [],
  )
  const isUser = await index.hasDisclosed({ actor: caller.sub, client: caller.client }, audits)
  if (isUser) throw hubError('AUDITOR_IS_USER')
}
