import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { listTurnableKeys } from '../../auth/keys/turnable-keys.ts'
import type { TurnableKey } from '../../auth/keys/turn-key.ts'
import { createTurningSealer } from '../../auth/turning-sealer.ts'
import { followSealedPersonKeys } from '../../auth/keys/sealed-person-key.ts'
import { readLogKeys } from '../../auth/keys/log-keys.ts'
import { createNoteSigner } from '../../gateway/audit/signed-note.ts'
import { verifyLog } from '../../gateway/audit/verify-log.ts'
import { retireKeys, rotateKeys } from '../../cli/rotate-keys.ts'
import { DEMO_CITIZEN, signIn, type HubAnswer, type HubClient } from '../support/client.ts'
import { askWith, signToken } from '../support/forged-token.ts'
import { expectRefusal } from '../support/refusal.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

const LOG_ORIGIN = 'hub.local/gateway'

let hub: RunningHub
let keys: readonly TurnableKey[]
beforeAll(async () => {
  hub = await startTestHub()
  keys = listTurnableKeys(hub.dataDir, hub.agencies)
}, 90_000)
afterAll(() => hub?.stop())

const idsOf = (): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(keys.map((key) => [key.name, key.list().map(({ id }) => id)]))

it('O4 while every key turns under load no request fails, and old tokens and person keys go on', async () => {
  const before = idsOf()
  const oldToken = await signToken(hub)
  const { signingSeeds } = readLogKeys(hub.dataDir)
  const logKey = (): string => createNoteSigner(LOG_ORIGIN, signingSeeds()[0]!).verifierKey
  const oldLogKey = logKey()
  const sealer = createTurningSealer(followSealedPersonKeys(hub.dataDir))
  const oldPersonKey = sealer.seal(DEMO_CITIZEN)
  const over = new AbortController()
  const failures: unknown[] = []
  let answered = 0
  const signInDesk = (): Promise<HubClient> => signIn(hub, 'desk-jiaxian', 'joint-service')
  const ask = async (next: () => Promise<HubClient>): Promise<void> => {
    while (!over.signal.aborted) {
      const desk = await next()
      const { status, body } = await desk.ask('OneStopPerson', { nationalId: DEMO_CITIZEN })
      answered += 1
      if (status !== 200 || body.errors) failures.push({ status, errors: body.errors })
    }
  }
  const kept = await signInDesk()
  // the first is slow: it is planned
  await kept.ask('OneStopPerson', { nationalId: DEMO_CITIZEN })
  // tokens of the old issuer key, and at each step of the turn tokens made just then
  const load = Promise.all([ask(async () => kept), ask(async () => kept), ask(signInDesk)])
  await rotateKeys(keys)
  await setTimeout(1_500)
  over.abort()
  await load
  expect({ failures, isLoad: answered > 10 }).toEqual({ failures: [], isLoad: true })

  for (const [name, [used, ended]] of Object.entries(idsOf())) {
    expect([name, used === before[name]![0], ended]).toEqual([name, false, before[name]![0]])
  }
  expect(logKey()).not.toBe(oldLogKey)
  for (const key of [oldLogKey, logKey()]) {
    expect(verifyLog(join(hub.dataDir, 'log'), key)).toMatchObject({ fault: null })
  }
  expect((await askWith(hub, oldToken)).body.errors).toBeUndefined()
  expect(sealer.seal(DEMO_CITIZEN)).not.toBe(oldPersonKey)
  expect(sealer.open(oldPersonKey)).toBe(DEMO_CITIZEN)
  expect(sealer.sealAll(DEMO_CITIZEN)).toContain(oldPersonKey)
}, 40_000)

it('S17 a turn that was killed after its announcement goes on with the same key', async () => {
  const [hop] = keys
  hop!.announce()
  const [used, announced] = hop!.list().map(({ id }) => id)
  expect(await nameOfCitizen()).toMatchObject({ status: 200 })
  await rotateKeys([hop!], 0)
  expect(
    hop!
      .list()
      .slice(0, 2)
      .map(({ id }) => id),
  ).toEqual([announced, used])
})

it('S17 a key ends with its overlap, the person key only when it is retired', async () => {
  const issuer = keys.find(({ name }) => name === 'issuer')!
  const [, oldKey] = hub.keys.issuerKeys().keys
  const oldToken = await signToken(hub, {}, {}, oldKey)
  retireKeys(keys, Date.now() + 3_600_000)
  expect(issuer.list()).toHaveLength(1)
  expect(keys.map((key) => key.list().length)).toEqual(
    keys.map(({ name }) => (['sealed-person', 'disclosure-log'].includes(name) ? 2 : 1)),
  )
  await setTimeout(1_100)
  expectRefusal(await askWith(hub, oldToken), 401, 'UNAUTHENTICATED')
  expect(await nameOfCitizen()).toMatchObject({ status: 200 })
  keys.find(({ name }) => name === 'sealed-person')!.retire(new Date())
  expect(idsOf()['sealed-person']).toHaveLength(1)
})

it('S17 turned key files are the owner’s alone, with no draft left', () => {
  const folder = join(hub.dataDir, 'keys')
  for (const name of readdirSync(folder).filter((file) => /\.(key|json)$/.test(file))) {
    expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, 0o600])
  }
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
})

async function nameOfCitizen(): Promise<HubAnswer> {
  return askWith(hub, await signToken(hub))
}
