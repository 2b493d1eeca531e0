import type { DisclosureReceipt } from '../generated.ts'
import type { CaseAnswer, HubContext } from '../hub-context.ts'

/** A receipt that was asked for, before or after it is found. */
export interface AskedReceipt extends Partial<
  Pick<
    DisclosureReceipt,
    'record' | 'checkpoint' | 'keyTurns' | 'leafIndex' | 'inclusionProof' | 'salt'
  >
> {
  readonly requestId: string
  readonly caseInHand: (CaseAnswer & { readonly id: string }) | null
}

/** Whose it is can be said only when household has told whose case is in hand. */
export function askReceipt({ caller }: HubContext, requestId: string): AskedReceipt {
  return { requestId, caseInHand: caller.case === null ? null : { id: caller.case } }
}
