import { once } from 'node:events'
import { startHubUnderLoad } from '../gateway/hub-under-load.ts'

// Run as a process that is to be killed: the gateway as it is served, on files that outlive it. It is
// loaded while another still runs on them, and starts when it is told to.

const [agencies = '', dataDir = '', port = ''] = process.argv.slice(2)
process.on('disconnect', () => process.exit())
await once(process, 'message')
process.send?.(await startHubUnderLoad(agencies, dataDir, Number(port)))
