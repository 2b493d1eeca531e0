import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'

import { readAuthConfig } from '../../auth/config.ts'
import { generateSigningKey, publicJwks } from '../../auth/keys/signing-key.ts'

const wrong = (message: string) => expect.objectContaining({ code: 'CONFIG_INVALID', message })

describe('configuration of who may ask', () => {
  it('needs no variable for the sample', () => {
    const config = readAuthConfig({})
    expect(config).toEqual({
      isProduction: false,
      dataDir: resolve('.hub'),
      issuer: { kind: 'embedded' },
      audience: 'urn:hub:gateway',
      agreementsDir: resolve('auth/agreements'),
      providerKeys: {},
      hopKeys: {},
    })
    expect(Object.isFrozen(config)).toBe(true)
  })

  it('takes any OpenID issuer by its address and that of its keys', () => {
    const { issuer, audience } = readAuthConfig({
      NODE_ENV: 'production',
      HUB_ISSUER: 'https://login.example.gov.tw',
      HUB_JWKS_URI: 'https://login.example.gov.tw/jwks',
      HUB_AUDIENCE: 'https://hub.example.gov.tw',
    })
    expect(issuer).toEqual({
      kind: 'external',
      url: 'https://login.example.gov.tw',
      jwksUri: 'https://login.example.gov.tw/jwks',
    })
    expect(audience).toBe('https://hub.example.gov.tw')
  })

  it('S6 refuses the embedded issuer in production and a plain http issuer', () => {
    expect(() => readAuthConfig({ NODE_ENV: 'production' })).toThrow(
      wrong('HUB_ISSUER: is needed in production, which refuses the embedded issuer'),
    )
    const address = 'must be an https address (http only on loopback)'
    expect(() => readAuthConfig({ HUB_ISSUER: 'http://login.example.gov.tw' })).toThrow(
      wrong(`HUB_ISSUER: ${address}`),
    )
    expect(() => readAuthConfig({ HUB_JWKS_URI: 'file:///etc/passwd' })).toThrow(
      wrong(`HUB_JWKS_URI: ${address}`),
    )
    expect(() => readAuthConfig({ HUB_ISSUER: 'http://127.0.0.1:4000/oidc' })).toThrow(
      wrong('HUB_JWKS_URI: is needed beside HUB_ISSUER'),
    )
    expect(() => readAuthConfig({ HUB_JWKS_URI: 'http://localhost/jwks' })).toThrow(
      wrong('HUB_ISSUER: is needed beside HUB_JWKS_URI'),
    )
  })

  it('takes the public keys of providers from a file, and never their private halves', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hub-config-'))
    const file = join(folder, 'providers.json')
    const key = generateSigningKey()
    writeFileSync(file, JSON.stringify({ household: { keys: [key] } }))
    expect(readAuthConfig({ HUB_AGREEMENT_KEYS: file }).providerKeys).toEqual({
      household: publicJwks({ keys: [key] }),
    })
    writeFileSync(file, '{"household":{"keys":[{"kty":"RSA"}]}}')
    expect(() => readAuthConfig({ HUB_AGREEMENT_KEYS: file })).toThrow(
      wrong('HUB_AGREEMENT_KEYS: needs a JWK set of ES256 keys for household'),
    )
    rmSync(folder, { recursive: true })
    expect(() => readAuthConfig({ HUB_AGREEMENT_KEYS: file })).toThrow(
      wrong('HUB_AGREEMENT_KEYS: names a file that cannot be read as JSON'),
    )
  })

  it('reads a hop key per agency and names the variable, not the key, when it is wrong', () => {
    const key = Buffer.alloc(32, 9)
    const { hopKeys } = readAuthConfig({ HUB_HOP_KEY_TAX: key.toString('base64url') })
    expect(hopKeys).toEqual({ tax: [key] })
    const next = Buffer.alloc(32, 8)
    const both = [key, next].map((each) => each.toString('base64url')).join(',')
    expect(readAuthConfig({ HUB_HOP_KEY_TAX: both }).hopKeys).toEqual({ tax: [key, next] })
    for (const text of [
      'short',
      `${both},`,
      `${key.toString('base64url')}=`,
      key.toString('hex'),
    ]) {
      expect(() => readAuthConfig({ HUB_HOP_KEY_TAX: text })).toThrow(
        wrong('HUB_HOP_KEY_TAX: must be 32 bytes in base64url'),
      )
    }
  })
})
