/** Median, 99th percentile and worst of milliseconds. */
export function percentiles(times: readonly number[]): { p50: number; p99: number; worst: number } {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0)
  return { p50: at(0.5), p99: at(0.99), worst: at(1) }
}

/** Milliseconds of each run. */
export async function timeEach<Input>(
  inputs: readonly Input[],
  run: (input: Input) => Promise<unknown>,
): Promise<readonly number[]> {
  const times: number[] = []
  for (const input of inputs) {
    const start = performance.now()
    await run(input)
    times.push(performance.now() - start)
  }
  return times
}

/** To three decimals. */
export function round(value: number): number {
  return Math.round(value * 1_000) / 1_000
}

/** Counts by reason, with the first examples of each. */
export function createTally(): {
  add(reason: string, example: string): void
  result(): Record<string, { count: number; examples: readonly string[] }>
} {
  const reasons = new Map<string, { count: number; examples: string[] }>()
  return {
    add(reason, example) {
      const entry = reasons.get(reason) ?? { count: 0, examples: [] }
      entry.count += 1
      if (entry.examples.length < 3) entry.examples.push(example)
      reasons.set(reason, entry)
    },
    result: () => Object.fromEntries(reasons),
  }
}
