import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { readLogKeys } from '../auth/keys/log-keys.ts'
import { openLog } from '../gateway/audit/log-reader.ts'
import { readRecord } from '../gateway/audit/logged-record.ts'
import { createNoteSigner, type NoteSigner } from '../gateway/audit/signed-note.ts'
import { logFolder } from '../gateway/audit/tiled-disclosure-log.ts'
import { verifyLog } from '../gateway/audit/verify-log.ts'
import { readRegisteredOperations } from '../gateway/compile/registered-operations.ts'
import { readGatewayConfig } from '../gateway/config.ts'
import { freePort } from '../test/support/free-port.ts'
import { startLoad, type Told } from './faults/load.ts'
import { Victim } from './faults/victim.ts'
import { startLane } from './gateway/lane.ts'

const KILLS = 200
const CLIENTS = 8
/** Tiles follow a commit within a second: moments before, amid and after their writing. */
const LONGEST_MS = 1_300

/**
 * Kills a gateway (`kill -9`) at random moments under load, over and over on the same files, as often
 * as `npm run bench -- faults <kills>` says (200; `quiet` tells no progress): every answer that a client got has its record, and
 * the log is sound after each kill, before and after the next start.
 */
export async function runBenchmark([kills, quiet]: readonly string[]): Promise<object> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hub-bench-faults-'))
  const agencies = await startLane('agencies', 'lane-agencies.ts', [])
  try {
    return await killOften(dataDir, agencies.ready.url, {
      kills: Number(kills ?? KILLS),
      isQuiet: quiet !== undefined,
    })
  } finally {
    agencies.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function killOften(
  dataDir: string,
  agencies: string,
  { kills, isQuiet }: { readonly kills: number; readonly isQuiet: boolean },
): Promise<object> {
  const port = await freePort()
  const query = readRegisteredOperations().get('OneStopPerson')!.text
  const body = JSON.stringify({ query, variables: { nationalId: 'S223456786' } })
  const started = performance.now()
  const told: Told[] = []
  const recoveries: number[] = []
  const faults: string[] = []
  let next = new Victim(agencies, dataDir, port)
  for (let kill = 0; kill < kills; kill++) {
    const victim = next
    const asked = performance.now()
    const ready = await victim.start()
    recoveries.push(performance.now() - asked)
    const load = startLoad(ready, body, CLIENTS)
    if (kill < kills - 1) next = new Victim(agencies, dataDir, port)
    while (load.told.length === 0) await pause(5)
    await pause(Math.random() * LONGEST_MS)
    await victim.kill()
    await load.ended
    told.push(...load.told)
    const { fault } = verifyKilled(dataDir)
    if (fault) faults.push(`after kill ${kill}: record ${fault.index}: ${fault.reason}`)
    if (!isQuiet) process.stderr.write(`\r${kill + 1} kills, ${told.length} answers`)
  }
  // One more start, ended in peace.
  const last = new Victim(agencies, dataDir, port)
  await last.start()
  await last.kill()
  const { size, fault } = verifyKilled(dataDir)
  return {
    benchmark: 'faults',
    kills,
    answers: told.length,
    answersWithoutRecord: await countMissing(dataDir, told),
    records: size,
    isSound: faults.length === 0 && fault === null,
    faults,
    longestStartMs: Math.round(Math.max(...recoveries)),
    seconds: Math.round((performance.now() - started) / 1000),
  }
}

function signerOf(dataDir: string): NoteSigner {
  const { logOrigin } = readGatewayConfig({ HUB_DATA_DIR: dataDir })
  return createNoteSigner(logOrigin, readLogKeys(dataDir).signingSeeds()[0]!)
}

function verifyKilled(dataDir: string): ReturnType<typeof verifyLog> {
  return verifyLog(logFolder(dataDir), signerOf(dataDir).verifierKey)
}

async function countMissing(dataDir: string, told: readonly Told[]): Promise<number> {
  const log = await openLog(logFolder(dataDir), signerOf(dataDir))
  if (!log) return told.length
  const requests = new Map<number, string>()
  for await (const { start, entries } of log.bundlesBackwards(log.size)) {
    for (const [i, entry] of entries.entries()) {
      const { leaf, requestId } = readRecord(entry)
      if (leaf === 'OUTCOME') requests.set(start + i, requestId)
    }
  }
  return told.filter(({ leafIndex, requestId }) => requests.get(leafIndex) !== requestId).length
}
