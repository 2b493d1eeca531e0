import { startHubLane } from './hub-lane.ts'

// Run as a process: the gateway as it is served, everything on: token and proof, agreement, guard,
// filter, hop tokens, disclosure log.

const [agencies = ''] = process.argv.slice(2)
await startHubLane(agencies)
