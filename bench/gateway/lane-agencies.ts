import { createHubWorld } from '../../test/support/fuzz/fuzz-schemas.ts'
import { serveCanned } from './canned-agencies.ts'
import { MEASURED_WORLD } from './measured-world.ts'

// Run as a process: every agency of the hub over made-up facts, answers canned, so that gateways alone
// are measured.

serveCanned(createHubWorld(MEASURED_WORLD).agencies)
