import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { loadAgreements } from '../../auth/agreement.ts'
import { type ClientTokenRequest, createDpopProof, requestToken } from '../../auth/client-token.ts'
import { generateSigningKey } from '../../auth/keys/signing-key.ts'
import { grantAccess } from '../../auth/rights.ts'
import { createMemoryStore } from '../../auth/shared-store.ts'
import { createTokenVerifier } from '../../auth/verify-token.ts'
import { AUDIENCE, type LoopbackIssuer, startLoopbackIssuer } from './loopback-issuer.ts'

const PUBLIC_URL = 'http://127.0.0.1:4000'
const DPOP_KEY = generateSigningKey()

let issuer: LoopbackIssuer
beforeAll(async () => {
  issuer = await startLoopbackIssuer()
})
afterAll(async () => {
  await issuer.stop()
})

const ask = async (changes: Partial<ClientTokenRequest> = {}) => {
  const clientId = changes.clientId ?? 'local-tax'
  return requestToken({
    issuer: issuer.url,
    clientId,
    privateJwk: issuer.keys.clientKeys(clientId).keys[0],
    purpose: 'tax-assessment',
    dpopKey: DPOP_KEY,
    ...changes,
  })
}

const refused = (code: string, message: string) => expect.objectContaining({ code, message })

describe('a client', () => {
  it('gets a token that the gateway takes, with the rights of its agreement', async () => {
    const { accessToken } = await ask()
    const url = `${PUBLIC_URL}/graphql`
    const dpop = await createDpopProof({ key: DPOP_KEY, method: 'POST', url, accessToken })
    const verifier = createTokenVerifier({
      issuer: issuer.url,
      audience: AUDIENCE,
      keys: { jwksUri: issuer.jwksUri },
      store: createMemoryStore(),
      publicUrl: PUBLIC_URL,
    })
    const authorization = `DPoP ${accessToken}`
    const caller = await verifier.verify({ authorization, dpop, method: 'POST', url: '/graphql' })
    const { agreement, rights } = grantAccess(loadAgreements('auth/agreements'), caller)
    expect(agreement.agency.name).toBe('高雄市稅捐稽徵處旗山分處')
    expect(rights.scopes).toEqual(agreement.scopes.toSorted())
  })

  it('may ask for a part of its agreement', async () => {
    expect((await ask({ scope: 'tax:bills' })).scopes).toEqual(['tax:bills'])
  })

  it('is told that it has no agreement for a purpose', async () => {
    await expect(ask({ purpose: 'low-income-review' })).rejects.toThrow(
      refused('PURPOSE_NOT_ALLOWED', 'No agreement in force allows this client that purpose.'),
    )
  })

  it('is told that the issuer does not know it or its key', async () => {
    const unknown = refused(
      'ISSUER_REFUSED',
      'The issuer gave no token: it does not know this client or its key.',
    )
    await expect(ask({ privateJwk: generateSigningKey() })).rejects.toThrow(unknown)
    await expect(ask({ clientId: 'stranger' })).rejects.toThrow(unknown)
  })

  it('is told that a scope is outside its agreement', async () => {
    await expect(ask({ scope: 'welfare:status' })).rejects.toThrow(
      refused(
        'ISSUER_REFUSED',
        'The issuer gave no token: the agreement does not cover a scope asked for.',
      ),
    )
  })

  it('is told in one sentence that the issuer is not there, or is another one', async () => {
    const unavailable = refused(
      'ISSUER_UNAVAILABLE',
      'The token issuer does not answer; try again later.',
    )
    await expect(ask({ issuer: 'http://127.0.0.1:9' })).rejects.toThrow(unavailable)
    await expect(ask({ issuer: `${issuer.url}/` })).rejects.toThrow(unavailable)
  })
})
