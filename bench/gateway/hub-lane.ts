import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../test/support/free-port.ts'
import { startHubUnderLoad, type OtherSupergraph } from './hub-under-load.ts'
import { reportReady } from './lane.ts'

/** In a lane's process: starts the gateway over agencies at an address, with files that go when it ends. */
export async function startHubLane(agencies: string, other?: OtherSupergraph): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hub-bench-gateway-'))
  process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }))
  process.on('SIGTERM', () => process.exit())
  reportReady(await startHubUnderLoad(agencies, dataDir, await freePort(), other))
}
