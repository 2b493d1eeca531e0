import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { loadAgreements } from '../../auth/agreement.ts'
import { readAuthConfig } from '../../auth/config.ts'
import type { DocumentRequest } from '../../gateway/compile/operation-cache.ts'
import type { Variables } from '../../gateway/compile/read-variables.ts'
import { readRegisteredOperations } from '../../gateway/compile/registered-operations.ts'
import { FetchLedger } from '../../gateway/execute/fetch-ledger.ts'
import type { RequestContext } from '../../gateway/execute/request-context.ts'
import type { HubParts } from './hub-parts.ts'

const LOG = pino({ level: 'silent' })
const VARIABLES = { nationalId: 'S223456786' }

const auth = readAuthConfig({})
const agreement = loadAgreements(auth.agreementsDir, auth).find(
  ({ purpose }) => purpose.id === 'joint-service',
)!

let text: string | undefined

/** OneStopPerson as it stands in a request. */
export function ask({ documents }: HubParts): DocumentRequest & { readonly variables: Variables } {
  text ??= readRegisteredOperations().get('OneStopPerson')!.text
  return { ...documents.read(text), operationName: undefined, variables: VARIABLES }
}

/** A request of an officer at the desk of Jiaxian, let in. */
export function makeContext(): RequestContext {
  const requestId = randomUUID()
  const { scopes, policies, purpose } = agreement
  return {
    requestId,
    channel: 'API',
    access: { agreement, rights: { scopes, policies, key: 'desk' } },
    caller: {
      sub: 'officer-7',
      agency: agreement.agency.code,
      client: 'desk-jiaxian',
      role: 'desk-clerk',
      purpose: purpose.id,
      legalBasis: purpose.legalBasis,
      case: '1070510-0147',
      scopes,
      existence: agreement.grantsExistence,
      regions: null,
      caseAssignment: false,
      requestId,
    },
    ledger: new FetchLedger(),
    expiresAt: performance.now() + 10_000,
    log: LOG,
  }
}
