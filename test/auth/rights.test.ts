import { describe, expect, it } from '@jest/globals'

import { loadAgreements } from '../../auth/agreement.ts'
import { createRights, grantAccess, PUBLIC_RIGHTS } from '../../auth/rights.ts'
import type { VerifiedCaller } from '../../auth/verified-caller.ts'

const NOW = new Date('2026-11-23T00:00:00+08:00')
const AGREEMENTS = loadAgreements('auth/agreements', { now: NOW })
const CALLER: VerifiedCaller = {
  clientId: 'local-tax',
  subject: 'local-tax',
  agency: 'LOCALTAX_QISHAN',
  purpose: 'tax-assessment',
  scopes: ['tax:income', 'tax:bills', 'vehicle:vehicles'],
  role: 'tax-assessor',
  jkt: 'k',
  expiresAt: 0,
}

const grant = (changes: Partial<VerifiedCaller>, now = NOW) =>
  grantAccess(AGREEMENTS, { ...CALLER, ...changes }, now)

const REFUSED = expect.objectContaining({
  code: 'PURPOSE_NOT_ALLOWED',
  status: 403,
  message: 'No agreement in force allows this client that purpose.',
})

describe('the rights of a caller', () => {
  it('are the scopes that both its agreement and its token name', () => {
    const { agreement, rights } = grant({})
    expect(agreement.id).toBe('local-tax-tax-assessment')
    expect(rights.scopes).toEqual(['tax:bills', 'tax:income'])
    expect(rights.policies).toEqual(['purpose:tax-assessment'])
    expect(grant({ scopes: [] }).rights.scopes).toEqual([])
  })

  it('S4 are none without an agreement of this client for this purpose', () => {
    expect(() => grant({ purpose: 'low-income-review' })).toThrow(REFUSED)
    expect(() => grant({ clientId: 'stranger' })).toThrow(REFUSED)
  })

  it('S4 are none for another agency or a role the agreement does not name', () => {
    expect(() => grant({ agency: 'KH_SOCIAL' })).toThrow(REFUSED)
    expect(() => grant({ role: 'welfare-reviewer' })).toThrow(REFUSED)
    expect(grant({ agency: null, role: null }).agreement.agency.code).toBe('LOCALTAX_QISHAN')
  })

  it('end with the agreement', () => {
    expect(() => grant({}, new Date('2031-01-01T00:00:00+08:00'))).toThrow(REFUSED)
  })

  it('have one key for the same rights in any order, and another for any other', () => {
    const { key } = createRights(['a:b', 'c:d'], ['p'])
    expect(createRights(['c:d', 'a:b'], ['p']).key).toBe(key)
    const others = [
      createRights(['a:b'], ['p']),
      createRights(['a:b', 'c:d'], []),
      createRights(['a:b', 'c:d', 'p'], []),
      createRights(['a:b","c:d'], ['p']),
      PUBLIC_RIGHTS,
    ]
    expect(new Set([key, ...others.map((rights) => rights.key)]).size).toBe(others.length + 1)
  })
})
