import { createHubWorld } from '../../test/support/fuzz/fuzz-schemas.ts'
import { serveCanned } from './canned-agencies.ts'

// Run as a process: every agency of the hub over made-up facts, answers canned, so that gateways alone
// are measured.

serveCanned(createHubWorld({ nullOneIn: Number.POSITIVE_INFINITY, leastItems: 1 }).agencies)
