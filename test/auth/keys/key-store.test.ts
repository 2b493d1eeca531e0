import { execFile } from 'node:child_process'
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { openKeyStore } from '../../../auth/keys/key-store.ts'
import { readSealedPersonKey } from '../../../auth/keys/sealed-person-key.ts'
import { publicJwks } from '../../../auth/keys/signing-key.ts'

const run = promisify(execFile)

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'hub-keys-'))
})
afterEach(() => {
  rmSync(dataDir, { recursive: true })
})

const modeOf = (path: string) => statSync(join(dataDir, path)).mode & 0o777

describe('the key store', () => {
  it('S17 makes each key once, for its owner alone', () => {
    const hopKey = openKeyStore({ dataDir }).hopKey('tax')
    expect(hopKey).toHaveLength(32)
    expect(openKeyStore({ dataDir }).hopKey('tax')).toEqual(hopKey)
    expect(openKeyStore({ dataDir }).hopKey('welfare')).not.toEqual(hopKey)
    expect([modeOf('keys'), modeOf('keys/hop-tax.key')]).toEqual([0o700, 0o600])
    expect(readdirSync(join(dataDir, 'keys'))).toEqual(['hop-tax.key', 'hop-welfare.key'])
  })

  it('makes ES256 keys with a thumbprint as kid, and shows others the public half alone', () => {
    const keys = openKeyStore({ dataDir }).clientKeys('desk-jiaxian')
    expect(keys.keys).toHaveLength(1)
    expect(publicJwks(keys).keys[0]).toEqual({
      kty: 'EC',
      crv: 'P-256',
      x: keys.keys[0].x,
      y: keys.keys[0].y,
      kid: expect.stringMatching(/^[\w-]{43}$/),
      alg: 'ES256',
      use: 'sig',
    })
    expect(modeOf('keys/clients')).toBe(0o700)
    expect(modeOf('keys/clients/desk-jiaxian.json')).toBe(0o600)
    expect(openKeyStore({ dataDir }).issuerKeys().keys[0].kid).not.toBe(keys.keys[0].kid)
  })

  it('gives processes that start together one key', async () => {
    const module = resolve('auth/keys/sealed-person-key.ts')
    const code = `import { readSealedPersonKey } from ${JSON.stringify(module)}
      console.log(readSealedPersonKey(${JSON.stringify(dataDir)}).toString('hex'))`
    const start = () => run(process.execPath, ['--input-type=module', '--eval', code])
    const outputs = await Promise.all([start(), start(), start(), start()])
    expect(new Set(outputs.map(({ stdout }) => stdout)).size).toBe(1)
    expect(outputs[0]?.stdout.trim()).toMatch(/^[\da-f]{128}$/)
    expect(readdirSync(join(dataDir, 'keys'))).toEqual(['sealed-person.key'])
  })

  it('prefers a key given by the environment and then writes none', () => {
    const given = Buffer.alloc(32, 7)
    const store = openKeyStore({ dataDir, hopKeys: { tax: [given] } })
    expect(store.hopKey('tax')).toBe(given)
    expect(readdirSync(dataDir)).toEqual([])
  })

  it('takes the sealed-person key from HUB_SEALED_KEY, and names it when it is wrong', () => {
    const given = Buffer.alloc(64, 7)
    expect(readSealedPersonKey(dataDir, given.toString('base64url'))).toEqual(given)
    const secret = 'c2hvcnQ'
    expect(() => readSealedPersonKey(dataDir, secret)).toThrow(
      expect.objectContaining({
        code: 'CONFIG_INVALID',
        message: 'HUB_SEALED_KEY: must be 64 bytes in base64url',
      }),
    )
  })

  it('S17 refuses a key file that others may read', () => {
    openKeyStore({ dataDir }).hopKey('tax')
    const file = join(dataDir, 'keys', 'hop-tax.key')
    chmodSync(file, 0o644)
    expect(() => openKeyStore({ dataDir }).hopKey('tax')).toThrow(
      expect.objectContaining({
        code: 'KEY_FILE_INVALID',
        message: `key file ${file}: others may read it; set its mode to 600`,
      }),
    )
  })

  it('refuses a damaged key file without showing what is in it', () => {
    openKeyStore({ dataDir }).issuerKeys()
    const issuer = join(dataDir, 'keys', 'issuer.json')
    const sealed = join(dataDir, 'keys', 'sealed-person.key')
    writeFileSync(sealed, 'secret', { mode: 0o600 })
    expect(() => readSealedPersonKey(dataDir)).toThrow(
      `key file ${sealed}: needs 64 bytes in base64url`,
    )
    for (const text of [
      '{',
      '{}',
      '{"keys":[]}',
      readFileSync(issuer, 'utf8').replace('"d"', '"e"'),
    ]) {
      writeFileSync(issuer, text)
      expect(() => openKeyStore({ dataDir }).issuerKeys()).toThrow(
        `key file ${issuer}: needs a JWK set of private ES256 keys`,
      )
    }
  })

  it('O1 refuses sample keys in production', () => {
    const store = openKeyStore({ dataDir, isProduction: true })
    const refused = expect.objectContaining({
      code: 'CONFIG_INVALID',
      message: 'NODE_ENV: production refuses the keys of the embedded issuer and of demo clients',
    })
    expect(() => store.issuerKeys()).toThrow(refused)
    expect(() => store.clientKeys('desk-jiaxian')).toThrow(refused)
    expect(store.hopKey('tax')).toHaveLength(32)
  })
})
