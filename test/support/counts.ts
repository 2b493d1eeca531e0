import type { RunningHub } from './running-hub.ts'

/** How many fetches reached each of these agencies so far, as their own `/metrics` say. */
export async function countsOf(
  hub: RunningHub,
  agencies: readonly string[],
): Promise<Readonly<Record<string, number>>> {
  const counts = await Promise.all(
    agencies.map(async (agency) => {
      const text = await (await fetch(new URL('/metrics', hub.agencyUrl(agency)))).text()
      const found = [...text.matchAll(/^hub_agency_fetches_total\{[^}]*\} (\d+)/gm)]
      return [agency, found.reduce((sum, [, count]) => sum + Number(count), 0)] as const
    }),
  )
  return Object.fromEntries(counts)
}
