import type { VisitRound } from '../visit/load-visits.ts'
import { eachSite, visit, withSites } from '../visit/sites.ts'
import { costMs, summarise } from '../visit/summarise.ts'
import { readVisitOptions } from '../visit/visit-options.ts'

/**
 * Random residents of registers of different sizes, in interleaved rounds: an index's depth may cost
 * something, the number of people may not. Folders as in `visit`: `--data-dir`, `--compare`.
 */
export async function measureAxis(options: readonly string[]): Promise<object> {
  const { dataDir, compareDir, isWhole, rounds, amount, connections } = readVisitOptions(options)
  const folders = [...(compareDir ? [compareDir] : []), dataDir]
  return withSites(folders, isWhole, async (sites) => {
    await eachSite(sites, (site) => visit(site, amount, connections))
    const all = new Map<number, VisitRound[]>(
      sites.map(({ citizens }) => [citizens.population, []]),
    )
    for (let index = 0; index < rounds; index++) {
      for (const site of index % 2 === 0 ? sites : sites.toReversed()) {
        all.get(site.citizens.population)!.push(await visit(site, amount, connections))
      }
    }
    const points = [...all]
      .toSorted(([one], [other]) => one - other)
      .map(([people, each]) => ({ people, costMs: round(costMs(each)), ...summarise(each) }))
    const growth = round((points.at(-1)?.costMs ?? 0) / (points[0]?.costMs ?? 1))
    return { points, growth }
  })
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
