import { hashBody, mintHopToken, type HopRequest } from '../../auth/hop-token.ts'
import { createSealer, type Sealer } from '../../auth/sealed-key.ts'
import type { CaseGrants } from '../../subgraphs/_kit/case-grant.ts'
import { grantsFor } from './case-grants.ts'
import { DEMO_CASE } from './client.ts'
import type { RunningHub } from './running-hub.ts'

export type HopCallerOf = Omit<HopRequest, 'bh' | 'aud'>

/** A partner agency's system on the demo case, which may not know of existence, as the gateway tells of it. */
export const PARTNER: HopCallerOf = {
  sub: 'local-tax',
  agency: 'LOCALTAX_QISHAN',
  client: 'local-tax',
  role: 'tax-assessor',
  purpose: 'tax-assessment',
  legalBasis: '稅捐稽徵法第30條',
  case: DEMO_CASE,
  scopes: [
    ...['identity', 'registration', 'address', 'flags', 'kinship'].map((one) => `household:${one}`),
    ...['bills', 'residence', 'property', 'income'].map((one) => `tax:${one}`),
    'vehicle:vehicles',
    'vehicle:licence',
    'welfare:status',
    'welfare:applications',
  ],
  existence: false,
  regions: null,
  caseAssignment: false,
  requestId: '7c0d8f0e-0000-4000-8000-000000000001',
}

/** Asks the agencies of a hub past its gateway, with all the gateway has: the keys of its hop tokens. */
export interface GatewayInsider {
  readonly sealer: Sealer
  /** What the gateway lacks: the grants that agencies write for this caller. */
  grants(caller?: Partial<HopCallerOf>): CaseGrants
  /** The text of the answer; entities of one type by their representations. */
  entities(
    agency: string,
    selection: string,
    representations: readonly object[],
    caller?: Partial<HopCallerOf>,
  ): Promise<string>
}

export function actAsGateway(hub: RunningHub): GatewayInsider {
  const sealer = createSealer(hub.sealedKey)
  return {
    sealer,
    grants: (caller) => grantsFor({ ...PARTNER, aud: 'household', ...caller }, sealer),
    async entities(agency, selection, representations, caller = {}) {
      const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ${selection} } }`
      const body = JSON.stringify({ query, variables: { r: representations } })
      const request: HopRequest = { ...PARTNER, ...caller, aud: agency, bh: hashBody(body) }
      const authorization = `Bearer ${mintHopToken(request, hub.keys.hopKey(agency))}`
      const headers = { 'content-type': 'application/json', authorization }
      const response = await fetch(hub.agencyUrl(agency), { method: 'POST', headers, body })
      const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown }
      return JSON.stringify({ data, errors })
    },
  }
}
