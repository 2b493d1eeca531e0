import { invariant } from '../../schemas/invariant.ts'
import type { DisclosureLog } from './disclosure-log.ts'

/** The log of a gateway in which nothing has a rule: whoever writes to it has found a mistake of ours. */
export const UNUSED_LOG: Pick<DisclosureLog, 'intend' | 'conclude' | 'abandon' | 'isWritable'> = {
  intend: refuse,
  conclude: refuse,
  abandon: refuse,
  isWritable: async () => true,
}

async function refuse(): Promise<never> {
  invariant(false, 'an open gateway has nothing to log')
}
