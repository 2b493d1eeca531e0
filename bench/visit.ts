import { openCitizens, type Citizens } from './visit/citizens.ts'
import { loadVisits, type VisitRound } from './visit/load-visits.ts'
import { summarise } from './visit/summarise.ts'
import { createDpopAuth, type VisitAuth } from './visit/visit-auth.ts'
import { readVisitOptions, type VisitOptions } from './visit/visit-options.ts'
import { startLane, type Lane } from './gateway/lane.ts'

const CONNECTIONS = 32
/** Visits of a hub that has just started. */
const COLD = 100
/** Proofs are made beforehand and live 60 s, so a long run is cut into turns. */
const TURN = 500

/** A hub over one data folder. */
interface Site {
  readonly name: string
  readonly dataDir: string
  readonly lane: Lane
  readonly auth: VisitAuth
  readonly citizens: Citizens
}

/**
 * OneStopPerson end to end: token and proof, gateway, five agencies, PostgreSQL; random residents, each
 * under a case of their own, over registers that were seeded before (`hub seed`; see `readVisitOptions`).
 * Cold, then interleaved rounds alone and over 32 connections, every citizen a new one.
 */
export async function runBenchmark(options: readonly string[]): Promise<object> {
  const told = readVisitOptions(options)
  const folders = [told.dataDir, ...(told.compareDir ? [told.compareDir] : [])]
  const sites: Site[] = []
  try {
    for (const dataDir of folders) sites.push(await openSite(dataDir, told))
    const [first] = sites
    const how = { benchmark: 'visit', node: process.version, isWhole: told.isWhole }
    if (told.citizens > 0) return { ...how, ...(await askMany(first!, told.citizens)) }
    return { ...how, ...(await measure(sites, told)) }
  } finally {
    for (const { citizens, lane } of sites) {
      await citizens.close()
      lane.stop()
    }
  }
}

async function openSite(dataDir: string, { isWhole }: VisitOptions): Promise<Site> {
  const how = isWhole ? 'whole' : 'apart'
  const lane = await startLane('hub', '../visit/lane-visit.ts', [dataDir, how])
  const citizens = await openCitizens(dataDir)
  const name = `${citizens.population} people`
  return { name, dataDir, lane, auth: createDpopAuth(lane), citizens }
}

async function measure(sites: readonly Site[], { rounds, amount }: VisitOptions): Promise<object> {
  const cold = await eachSite(sites, (site) => visit(site, COLD, 1))
  await eachSite(sites, (site) => visit(site, amount, CONNECTIONS))
  const many = new Map<string, VisitRound[]>(sites.map(({ name }) => [name, []]))
  const alone = new Map<string, VisitRound[]>(sites.map(({ name }) => [name, []]))
  for (let index = 0; index < rounds; index++) {
    for (const site of index % 2 === 0 ? sites : sites.toReversed()) {
      many.get(site.name)!.push(await visit(site, amount, CONNECTIONS))
      alone.get(site.name)!.push(await visit(site, Math.ceil(amount / 4), 1))
    }
  }
  const cost = (site: Site | undefined): number => {
    const { hubCpuMs, postgresCpuMs } = summarise(many.get(site?.name ?? '') ?? [])
    return hubCpuMs + postgresCpuMs
  }
  return {
    rounds,
    auth: sites[0]?.auth.name,
    cold: Object.fromEntries([...cold].map(([name, round]) => [name, summarise([round])])),
    c32: Object.fromEntries([...many].map(([name, each]) => [name, summarise(each)])),
    c1: Object.fromEntries([...alone].map(([name, each]) => [name, summarise(each)])),
    ...(sites[1] && {
      ratios: { cost: Math.round((cost(sites[0]) / cost(sites[1])) * 100) / 100 },
    }),
  }
}

/** Every citizen once; what counts is that none is refused or faulty. */
async function askMany(site: Site, count: number): Promise<object> {
  let [asked, errors] = [0, 0]
  const firstErrors = new Set<string>()
  const visitors = await site.citizens.invite(count, 1)
  const started = performance.now()
  while (asked < visitors.length) {
    const turn = visitors.slice(asked, asked + TURN)
    const round = await loadVisits(site.lane, site.auth, {
      visitors: turn,
      connections: CONNECTIONS,
      dataDir: site.dataDir,
    })
    asked += turn.length
    errors += round.errors
    if (round.firstError) firstErrors.add(round.firstError)
    process.stderr.write(
      `${new Date().toISOString()} ${asked} citizens, ${errors} errors, ${Math.round(round.visitsPerSecond)}/s, ${Math.round(round.rssMb)} MB\n`,
    )
  }
  const seconds = (performance.now() - started) / 1_000
  return {
    population: site.citizens.population,
    citizens: asked,
    errors,
    firstErrors: [...firstErrors],
    seconds: Math.round(seconds),
  }
}

let seeds = 0

async function visit(
  { lane, auth, citizens, dataDir }: Site,
  count: number,
  connections: number,
): Promise<VisitRound> {
  const visitors = await citizens.invite(count, (seeds += 1))
  return loadVisits(lane, auth, { visitors, connections, dataDir })
}

async function eachSite<Answer>(
  sites: readonly Site[],
  ask: (site: Site) => Promise<Answer>,
): Promise<ReadonlyMap<string, Answer>> {
  const answers = new Map<string, Answer>()
  for (const site of sites) answers.set(site.name, await ask(site))
  return answers
}
