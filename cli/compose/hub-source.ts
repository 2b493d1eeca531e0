import { readFileSync } from 'node:fs'
import { HUB_SCHEMA_FILE } from '../../gateway/hub/hub-schema.ts'
import type { SubgraphSource } from './compose-supergraph.ts'

/** The gateway's own facts as a source of composition: no network leads to them. */
export const HUB_SOURCE: SubgraphSource = {
  name: 'hub',
  sdl: readFileSync(HUB_SCHEMA_FILE, 'utf8'),
  url: 'urn:hub:gateway',
}
