import { startLane, type Lane } from '../gateway/lane.ts'
import { openCitizens, type Citizens } from './citizens.ts'
import { loadVisits, type VisitRound } from './load-visits.ts'
import { createDpopAuth, type VisitAuth } from './visit-auth.ts'

/** A hub over one data folder, and who may come to its desk. */
export interface Site {
  readonly name: string
  readonly dataDir: string
  readonly lane: Lane
  readonly auth: VisitAuth
  readonly citizens: Citizens
}

/** Starts hubs over data folders for as long as the measurement takes. */
export async function withSites<Answer>(
  dataDirs: readonly string[],
  isWhole: boolean,
  measure: (sites: readonly Site[]) => Promise<Answer>,
): Promise<Answer> {
  const sites: Site[] = []
  try {
    for (const dataDir of dataDirs) sites.push(await openSite(dataDir, isWhole))
    return await measure(sites)
  } finally {
    for (const { citizens, lane } of sites) {
      await citizens.close()
      lane.stop()
    }
  }
}

async function openSite(dataDir: string, isWhole: boolean): Promise<Site> {
  const how = isWhole ? 'whole' : 'apart'
  const lane = await startLane('hub', '../visit/lane-visit.ts', [dataDir, how])
  const citizens = await openCitizens(dataDir)
  const name = `${citizens.population} people`
  return { name, dataDir, lane, auth: createDpopAuth(lane), citizens }
}

let seeds = 0

/** Visits of so many residents that this run has not drawn before. */
export async function visit(
  { lane, auth, citizens, dataDir }: Site,
  count: number,
  connections: number,
): Promise<VisitRound> {
  const visitors = await citizens.invite(count, (seeds += 1))
  return loadVisits(lane, auth, { visitors, connections, dataDir })
}

/** Asks one site after the other; answers by their names. */
export async function eachSite<Answer>(
  sites: readonly Site[],
  ask: (site: Site) => Promise<Answer>,
): Promise<ReadonlyMap<string, Answer>> {
  const answers = new Map<string, Answer>()
  for (const site of sites) answers.set(site.name, await ask(site))
  return answers
}
