import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readAuthConfig } from '../../../auth/config.ts'
import { openKeyStore } from '../../../auth/keys/key-store.ts'
import { publicJwks, readSigningKeys } from '../../../auth/keys/signing-key.ts'
import { startGateway, type RunningGateway } from '../../../cli/runtime/start-gateway.ts'
import { loadAgencies } from '../../../cli/agencies.ts'
import { readGatewayConfig } from '../../../gateway/config.ts'
import { readKitConfig } from '../../../subgraphs/_kit/config.ts'
import { startLoopbackIssuer, type LoopbackIssuer } from '../../auth/loopback-issuer.ts'
import { captureLogs } from '../../support/captured-logs.ts'
import { browse, CookieJar, postAsPage, sendSignIn } from '../../support/desk-session.ts'
import { expectRefusal } from '../../support/refusal.ts'
import { freePort } from '../../support/free-port.ts'
import { outsideDatabaseUrl } from '../../support/test-config.ts'

const VISIT = { purpose: 'joint-service', case: '1070510-0147' }

let dataDir: string
let issuer: LoopbackIssuer
let gateway: RunningGateway
const logs = captureLogs()

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'hub-external-'))
  const port = await freePort()
  const keyFile = join(dataDir, 'desk.json')
  issuer = await startLoopbackIssuer({
    jwks: publicJwks(readSigningKeys(keyFile)),
    redirectUri: `http://127.0.0.1:${port}/session/callback`,
  })
  const env = {
    HUB_DATA_DIR: dataDir,
    HUB_PORT: String(port),
    HUB_ISSUER: issuer.url,
    HUB_JWKS_URI: issuer.jwksUri,
    HUB_DESK_CLIENT_ID: 'hub-desk',
    HUB_DESK_KEY: keyFile,
    ...(outsideDatabaseUrl !== undefined && { HUB_DATABASE_URL_HUB: outsideDatabaseUrl }),
  }
  const auth = readAuthConfig(env)
  const nowhere = new URL('http://127.0.0.1:9/graphql')
  gateway = await startGateway({
    config: readGatewayConfig(env),
    kit: readKitConfig(env),
    auth,
    keys: openKeyStore(auth),
    urls: new Map((await loadAgencies()).map(({ name }) => [name, nowhere])),
    destination: logs.stream,
  })
}, 60_000)
afterAll(async () => {
  await gateway?.stop()
  await issuer?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

describe('staff whose issuer is elsewhere', () => {
  it('sign in there, and the hub knows them by what the issuer says', async () => {
    const { origin } = gateway.url
    const jar = new CookieJar()
    const page = await browse(origin, '/session/sign-in', jar)
    expect(new URL(page.url).origin).toBe(new URL(issuer.url).origin)
    const done = await sendSignIn(new URL(issuer.url).origin, await page.text(), jar)
    expect(new URL(done.url).origin).toBe(origin)
    const { status, body } = await postAsPage(origin, '/session/visit', VISIT, jar)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      staff: { id: 'staff-jiaxian-01', role: 'desk-clerk' },
      visit: VISIT,
    })
    expect(issuer.faults).toEqual([])
  })

  it('have the hub’s public key to register, and no page of its own issuer', async () => {
    const { origin } = gateway.url
    const jwks = (await (await fetch(`${origin}/session/jwks`)).json()) as { keys: object[] }
    expect(jwks.keys).toEqual([expect.not.objectContaining({ d: expect.anything() })])
    expect((await fetch(`${origin}/oidc/auth`)).status).toBe(404)
  })

  it('are told that the issuer is away, in a page, and sessions that need no token stand', async () => {
    const { origin } = gateway.url
    const jar = new CookieJar()
    const page = await browse(origin, '/session/sign-in', jar)
    await sendSignIn(new URL(issuer.url).origin, await page.text(), jar)
    await issuer.stop()
    const refused = await fetch(`${origin}/session/sign-in`)
    expect(refused.status).toBe(503)
    expect(await refused.text()).toContain('ISSUER_UNAVAILABLE')
    const visit = await postAsPage(origin, '/session/visit', VISIT, jar)
    expectRefusal(visit, 503, 'ISSUER_UNAVAILABLE')
    const signedOut = await postAsPage(origin, '/session/sign-out', {}, jar)
    expect(signedOut.status).toBe(204)
    expect(logs.text()).toContain('took no token back')
  })
})
