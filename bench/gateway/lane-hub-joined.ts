import { createJoinedAgencies } from '../scale/joined-agencies.ts'
import { startHubLane } from './hub-lane.ts'

// Run as a process: the gateway as it is served, over so many agencies joined on one entity.

const [agencies = '', count = ''] = process.argv.slice(2)
const { supergraphSdl, agencies: joined } = createJoinedAgencies(Number(count))
await startHubLane(agencies, { supergraphSdl, names: [...joined.keys()] })
