import { loadVisits, type VisitRound } from './visit/load-visits.ts'
import { eachSite, visit, withSites, type Site } from './visit/sites.ts'
import { costRatio, summarise } from './visit/summarise.ts'
import { readVisitOptions, type VisitOptions } from './visit/visit-options.ts'

/** Visits of a hub that has just started. */
const COLD = 100
/** Proofs are made beforehand and live 60 s, so a long run is cut into turns. */
const TURN = 500

/**
 * OneStopPerson end to end: token and proof, gateway, five agencies, PostgreSQL; random residents, each
 * under a case of their own, over registers that were seeded before (`hub seed`; see `readVisitOptions`).
 * Cold, then interleaved rounds alone and over 32 connections, every citizen a new one.
 */
export async function runBenchmark(options: readonly string[]): Promise<object> {
  const told = readVisitOptions(options)
  const folders = [told.dataDir, ...(told.compareDir ? [told.compareDir] : [])]
  const how = { benchmark: 'visit', node: process.version, isWhole: told.isWhole }
  const figures = await withSites(folders, told.isWhole, (sites) =>
    told.citizens > 0 ? askMany(sites[0]!, told) : measure(sites, told),
  )
  return { ...how, ...figures }
}

async function measure(
  sites: readonly Site[],
  { rounds, amount, connections }: VisitOptions,
): Promise<object> {
  const cold = await eachSite(sites, (site) => visit(site, COLD, 1))
  await eachSite(sites, (site) => visit(site, amount, connections))
  const many = new Map<string, VisitRound[]>(sites.map(({ name }) => [name, []]))
  const alone = new Map<string, VisitRound[]>(sites.map(({ name }) => [name, []]))
  for (let index = 0; index < rounds; index++) {
    for (const site of index % 2 === 0 ? sites : sites.toReversed()) {
      many.get(site.name)!.push(await visit(site, amount, connections))
      alone.get(site.name)!.push(await visit(site, Math.ceil(amount / 4), 1))
    }
  }
  const [measured, compared] = [...many.values()]
  return {
    rounds,
    auth: sites[0]?.auth.name,
    cold: Object.fromEntries([...cold].map(([name, round]) => [name, summarise([round])])),
    [`c${connections}`]: Object.fromEntries(
      [...many].map(([name, each]) => [name, summarise(each)]),
    ),
    c1: Object.fromEntries([...alone].map(([name, each]) => [name, summarise(each)])),
    ...(measured && compared && { ratios: costRatio(measured, compared) }),
  }
}

/** Every citizen once; what counts is that none is refused or faulty. */
async function askMany(
  site: Site,
  { citizens: count, connections }: VisitOptions,
): Promise<object> {
  let [asked, errors] = [0, 0]
  const firstErrors = new Set<string>()
  const visitors = await site.citizens.invite(count, 1)
  const started = performance.now()
  while (asked < visitors.length) {
    const turn = visitors.slice(asked, asked + TURN)
    const round = await loadVisits(site.lane, site.auth, {
      visitors: turn,
      connections,
      dataDir: site.dataDir,
    })
    asked += turn.length
    errors += round.errors
    if (round.firstError) firstErrors.add(round.firstError)
    process.stderr.write(
      `${new Date().toISOString()} ${asked} citizens, ${errors} errors, ${Math.round(round.visitsPerSecond)}/s, ${Math.round(round.rssMb)} MB ${round.firstError ?? ''}\n`,
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
