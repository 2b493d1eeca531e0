import { createJoinedAgencies } from '../scale/joined-agencies.ts'
import { serveCanned } from './canned-agencies.ts'

// Run as a process: so many agencies joined on one entity, answers canned.

const [count = ''] = process.argv.slice(2)
serveCanned(createJoinedAgencies(Number(count)).agencies)
