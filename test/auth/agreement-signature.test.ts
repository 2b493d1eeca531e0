import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { flattenedVerify, importJWK } from 'jose'
import { parse, stringify } from 'yaml'

import { loadAgreements } from '../../auth/agreement.ts'
import type { Agreement } from '../../auth/agreement-schema.ts'
import { agreementPayload, signAgreement } from '../../auth/agreement-signature.ts'
import { generateSigningKey, publicJwks } from '../../auth/keys/signing-key.ts'

const NOW = new Date('2026-11-23T00:00:00+08:00')
const HOUSEHOLD = generateSigningKey()
const OLD_TAX = generateSigningKey()
const TAX = generateSigningKey()
const PROVIDER_KEYS = {
  household: publicJwks({ keys: [HOUSEHOLD] }),
  tax: publicJwks({ keys: [TAX, OLD_TAX] }),
}
const SAMPLE = 'auth/agreements/local-tax.yaml'
const DRAFT = parse(readFileSync(SAMPLE, 'utf8')) as Agreement

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-signed-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

function signedBy(household: string | null, tax: string | null): Agreement {
  const providers = [
    { agency: 'household', signature: household },
    { agency: 'tax', signature: tax },
  ]
  return { ...DRAFT, providers }
}

function load(agreement: object, providerKeys = PROVIDER_KEYS): readonly Agreement[] {
  writeFileSync(join(folder, 'tax.yaml'), stringify(agreement))
  return loadAgreements(folder, { now: NOW, isProduction: true, providerKeys })
}

const signed = signedBy(signAgreement(DRAFT, HOUSEHOLD), signAgreement(DRAFT, TAX))
const wrong = (reason: string) => `agreement tax.yaml: ${reason}`

describe('the signatures of an agreement', () => {
  it('let it stand in production when every provider has signed', () => {
    expect(load(signed)).toHaveLength(1)
  })

  it('hold whatever the order and layout of the file', () => {
    const reordered = Object.fromEntries(Object.entries(signed).toReversed())
    expect(load(reordered)).toHaveLength(1)
  })

  it('hold under an older key of the provider', () => {
    const [household] = signed.providers
    const older = signedBy(household?.signature ?? null, signAgreement(DRAFT, OLD_TAX))
    expect(load(older)).toHaveLength(1)
  })

  it('are a detached JWS as others make them (RFC 7515 App. F)', async () => {
    const [header = '', payload, signature = ''] = signAgreement(DRAFT, TAX).split('.')
    expect(payload).toBe('')
    const whole = Buffer.from(agreementPayload(DRAFT)).toString('base64url')
    const jws = { protected: header, payload: whole, signature }
    const [jwk] = PROVIDER_KEYS.tax.keys
    const result = await flattenedVerify(jws, await importJWK({ ...jwk }))
    expect(result.protectedHeader).toEqual({ alg: 'ES256', kid: TAX.kid })
  })

  it('no longer hold when one word of the agreement changed', () => {
    const changes = [
      { scopes: [...DRAFT.scopes, 'household:flags'] },
      { validTo: '2029-12-31' },
      { limits: { ...DRAFT.limits, perDay: 1 } },
      { purpose: { ...DRAFT.purpose, legalBasis: '無' } },
    ]
    for (const change of changes) {
      expect(() => load({ ...signed, ...change })).toThrow(
        wrong('has a signature that is not of household'),
      )
    }
  })

  it('must be of the provider itself', () => {
    const [household] = signed.providers
    const forged = [HOUSEHOLD, generateSigningKey()].map((key) => signAgreement(DRAFT, key))
    for (const tax of [...forged, 'x', '..', `${signAgreement(DRAFT, TAX)}.x`]) {
      expect(() => load(signedBy(household?.signature ?? null, tax))).toThrow(
        wrong('has a signature that is not of tax'),
      )
    }
  })

  it('must all be there, and be checkable', () => {
    const [household] = signed.providers
    expect(() => load(signedBy(household?.signature ?? null, null))).toThrow(
      wrong('is not signed by tax, which production refuses'),
    )
    expect(() => load(signed, { ...PROVIDER_KEYS, tax: undefined as never })).toThrow(
      wrong('is signed by tax, of which HUB_AGREEMENT_KEYS has no key'),
    )
  })

  it('may be missing in the sample', () => {
    cpSync(SAMPLE, join(folder, 'tax.yaml'))
    expect(loadAgreements(folder, { now: NOW })).toHaveLength(1)
  })
})
