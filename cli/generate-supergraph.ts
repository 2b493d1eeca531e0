import { readFileSync, writeFileSync } from 'node:fs'
import { loadAgencies } from './agencies.ts'
import { composeSupergraph, readSubgraphSource } from './compose/compose-supergraph.ts'
import { HUB_SOURCE } from './compose/hub-source.ts'

const FILE = new URL('../schemas/supergraph.graphql', import.meta.url)

// Run as a script: writes the supergraph; with --check only says whether it is the composed one.
const { supergraphSdl, faults } = composeSupergraph([
  ...(await loadAgencies()).map(readSubgraphSource),
  HUB_SOURCE,
])
if (faults) {
  process.stderr.write(`The agencies do not compose:\n${faults.map((f) => `- ${f}\n`).join('')}`)
  process.exitCode = 1
} else if (process.argv.includes('--check')) {
  if (readFileSync(FILE, 'utf8') !== supergraphSdl) {
    process.stderr.write(
      'schemas/supergraph.graphql is not what the agencies compose to; run npm run generate.\n',
    )
    process.exitCode = 1
  }
} else {
  writeFileSync(FILE, supergraphSdl)
}
