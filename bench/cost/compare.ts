/** Something that is done again and again. */
export type Work = () => unknown

const REQUESTS = 320

/**
 * Rounds of each work, there and back so that what grows with time falls on all; `run` answers how
 * often it did it. Microseconds of CPU of all threads, the middle of the rounds.
 */
export async function compare(
  works: ReadonlyMap<string, Work>,
  rounds: number,
  run: (work: Work) => Promise<number>,
): Promise<Record<string, number>> {
  const seen = new Map<string, number[]>([...works.keys()].map((name) => [name, []]))
  for (const work of works.values()) await run(work)
  for (let round = 0; round < rounds; round++) {
    for (const [name, work] of round % 2 === 0 ? works : [...works].toReversed()) {
      const before = process.cpuUsage()
      const times = await run(work)
      seen.get(name)!.push(cpuSince(before) / times)
    }
  }
  return Object.fromEntries([...seen].map(([name, values]) => [name, tenths(middleOf(values))]))
}

/** Does a work for so many requests at once, until a round is full. */
export async function load(work: Work, connections: number): Promise<number> {
  let left = REQUESTS
  const client = async (): Promise<void> => {
    while (left-- > 0) await work()
  }
  await Promise.all(Array.from({ length: connections }, client))
  return REQUESTS
}

/**
 * The mean of the middle half: what a collection of garbage or another process adds to a few rounds
 * does not count, and yet more rounds than one do.
 */
export function middleOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const cut = Math.floor(sorted.length / 4)
  const middle = sorted.slice(cut, sorted.length - cut)
  return middle.reduce((sum, value) => sum + value, 0) / Math.max(1, middle.length)
}

export function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return user + system
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10
}
