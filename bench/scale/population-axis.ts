import type { VisitRound } from '../visit/load-visits.ts'
import { eachSite, visit, withSites } from '../visit/sites.ts'
import { costRatio, summarise } from '../visit/summarise.ts'
import { readVisitOptions } from '../visit/visit-options.ts'

/**
 * Random residents of registers of different sizes, in interleaved rounds: an index's depth may cost
 * something, the number of people may not. Folders as in `visit`: `--data-dir`, `--compare`; one alone
 * has no growth. Some two minutes for a city beside a small register, with five rounds of 1,500 visits.
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
    const bySize = [...all].toSorted(([one], [other]) => one - other)
    const points = bySize.map(([people, each]) => ({ people, ...summarise(each) }))
    const [[, least] = [], [, most] = []] = [bySize[0], bySize.at(-1)]
    const isCompared = least !== undefined && most !== undefined && least !== most
    return { rounds, points, ...(isCompared && { growth: costRatio(most, least) }) }
  })
}
