import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals'
import { importJWK, jwtVerify, SignJWT } from 'jose'

import { generateSigningKey, type JwkSet, publicJwks } from '../../auth/keys/signing-key.ts'
import { createTokenKeys } from '../../auth/token-keys.ts'

const NOW = 1_525_910_400
const OLD = generateSigningKey()
const NEW = generateSigningKey()

let server: Server
let served: JwkSet | 'nonsense' = publicJwks({ keys: [OLD] })
let asked = 0
let jwksUri = ''

beforeAll(() => {
  const doNotFake = [
    'setTimeout',
    'clearTimeout',
    'setImmediate',
    'nextTick',
    'queueMicrotask',
  ] as const
  jest.useFakeTimers({ now: NOW * 1000, doNotFake: [...doNotFake] })
})
afterAll(() => {
  jest.useRealTimers()
})

beforeEach(async () => {
  asked = 0
  served = publicJwks({ keys: [OLD] })
  jest.setSystemTime(NOW * 1000)
  server = createServer((_request, response) => {
    asked += 1
    response.end(served === 'nonsense' ? '<html>' : JSON.stringify(served))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  jwksUri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`
})
afterEach(stopIssuer)

async function stopIssuer(): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}

async function sign(key = OLD): Promise<string> {
  return new SignJWT({})
    .setProtectedHeader({ alg: 'ES256', kid: key.kid })
    .sign(await importJWK({ ...key }, 'ES256'))
}

const after = (seconds: number) => jest.setSystemTime((NOW + seconds) * 1000)
const UNAVAILABLE = expect.objectContaining({
  code: 'ISSUER_UNAVAILABLE',
  status: 503,
  message: 'The token issuer does not answer; try again later.',
})

describe("the issuer's keys", () => {
  it('O2 are used for ten minutes while the issuer is down, and then refused with 503', async () => {
    const keys = createTokenKeys({ jwksUri })
    await jwtVerify(await sign(), keys)
    await stopIssuer()
    after(599)
    await jwtVerify(await sign(), keys)
    after(601)
    await expect(jwtVerify(await sign(), keys)).rejects.toThrow(UNAVAILABLE)
  })

  it('O2 are missing with 503 when the issuer was never there or talks nonsense', async () => {
    served = 'nonsense'
    await expect(jwtVerify(await sign(), createTokenKeys({ jwksUri }))).rejects.toThrow(UNAVAILABLE)
    await stopIssuer()
    await expect(jwtVerify(await sign(), createTokenKeys({ jwksUri }))).rejects.toThrow(UNAVAILABLE)
  })

  it('O4 are found by kid while the old and the new one overlap', async () => {
    const keys = createTokenKeys({ jwksUri })
    await jwtVerify(await sign(OLD), keys)
    served = publicJwks({ keys: [NEW, OLD] })
    after(31)
    await jwtVerify(await sign(NEW), keys)
    await jwtVerify(await sign(OLD), keys)
    expect(asked).toBe(2)
  })

  it('A8 are asked for once in 30 seconds, however many unknown kids arrive', async () => {
    const keys = createTokenKeys({ jwksUri })
    for (let index = 0; index < 20; index += 1) {
      await expect(jwtVerify(await sign(generateSigningKey()), keys)).rejects.toThrow(
        expect.objectContaining({ code: 'ERR_JWKS_NO_MATCHING_KEY' }),
      )
    }
    expect(asked).toBe(1)
  })
})
