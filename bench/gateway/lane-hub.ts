import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../test/support/running-hub.ts'
import { startHubUnderLoad } from './hub-under-load.ts'
import { reportReady } from './lane.ts'

// Run as a process: the gateway as it is served, everything on: token and proof, agreement, guard,
// filter, hop tokens, disclosure log.

const [agencies = ''] = process.argv.slice(2)
const dataDir = mkdtempSync(join(tmpdir(), 'hub-bench-gateway-'))
process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }))
process.on('SIGTERM', () => process.exit())

reportReady(await startHubUnderLoad(agencies, dataDir, await freePort()))
