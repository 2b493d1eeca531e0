import { HOP_TOKEN_SECONDS, type HopRequest } from '../../auth/hop-token.ts'
import type { Sealer } from '../../auth/sealed-key.ts'
import {
  createCaseGrants,
  type CarriedPerson,
  type CaseGrants,
} from '../../subgraphs/_kit/case-grant.ts'

type Representation = Readonly<Record<string, unknown>>

/** The grants an agency of this caller's request writes. */
export function grantsFor(caller: Omit<HopRequest, 'bh'>, sealer: Sealer): CaseGrants {
  const iat = Math.floor(Date.now() / 1000)
  const claims = {
    iss: 'hub-gateway',
    iat,
    exp: iat + HOP_TOKEN_SECONDS,
    jti: 'x',
    bh: 'x',
  } as const
  return createCaseGrants({ ...caller, ...claims }, sealer)
}

/** People and vehicles as the gateway carries them from agency to agency, each with its grant unless it has one. */
export function granted(
  representations: readonly Representation[],
  caller: Omit<HopRequest, 'bh'>,
  sealer: Sealer,
): readonly Representation[] {
  const grants = grantsFor(caller, sealer)
  return representations.map((one) => {
    if ('caseGrant' in one) return one
    const { __typename: type } = one
    if (type === 'Person') {
      return { ...one, caseGrant: grants.ofPerson(one as unknown as CarriedPerson) }
    }
    return type === 'Vehicle' ? { ...one, caseGrant: grants.ofVehicle(String(one['id'])) } : one
  })
}
