import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse, print } from 'graphql'
import { loadAgencies } from '../../cli/agencies.ts'
import { stripAccess } from '../../gateway/compile/strip-access.ts'
import { readSubgraphSdl } from '../../subgraphs/_kit/subgraph-schema.ts'
import { toFederationOne } from './federation-one.ts'
import { startLane, type Lane } from './lane.ts'

const FOLDER = fileURLToPath(new URL('peers/', import.meta.url))
const SUPERGRAPH = new URL('../../schemas/supergraph.graphql', import.meta.url)

/**
 * Gateways of others over the same agencies, with nothing on: Hive Gateway with its Rust planner as it
 * comes and tuned, and @mercuriusjs/gateway. Their packages are installed here, for the benchmark alone.
 */
export async function startPeers(agencies: string): Promise<readonly Lane[]> {
  installPeers()
  const folder = mkdtempSync(join(tmpdir(), 'hub-bench-peers-'))
  const lanes: Lane[] = []
  try {
    const supergraph = join(folder, 'supergraph.graphql')
    writeFileSync(supergraph, openSupergraph(agencies))
    const services = join(folder, 'services.json')
    writeFileSync(services, JSON.stringify(await federationOneServices(agencies)))
    lanes.push(await startLane('hive', 'peers/lane-hive.mjs', [supergraph, 'default']))
    lanes.push(await startLane('hiveTuned', 'peers/lane-hive.mjs', [supergraph, 'tuned']))
    lanes.push(await startLane('mercurius', 'peers/lane-mercurius.mjs', [services]))
    return lanes
  } catch (error) {
    for (const lane of lanes) lane.stop()
    throw error
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The hub's supergraph without its rules, each agency where the lane has it. */
export function openSupergraph(agencies: string): string {
  const sdl = print(stripAccess(parse(readFileSync(SUPERGRAPH, 'utf8'))))
  return sdl.replaceAll(
    /(name: "([^"]+)", url: )"[^"]*"/g,
    (_whole, head: string, name: string) => `${head}"${agencies}/${name}"`,
  )
}

async function federationOneServices(agencies: string): Promise<readonly object[]> {
  const sources = (await loadAgencies()).map(({ name, schemaFile }) => ({
    name,
    sdl: readSubgraphSdl(schemaFile),
  }))
  return toFederationOne(sources).map(({ name, sdl }) => ({
    name,
    url: `${agencies}/${name}`,
    schema: sdl,
  }))
}

function installPeers(): void {
  if (existsSync(join(FOLDER, 'node_modules', '@mercuriusjs', 'gateway'))) return
  process.stderr.write('installing the peers, once: npm ci in bench/gateway/peers\n')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: FOLDER,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error('npm ci in bench/gateway/peers failed')
}
