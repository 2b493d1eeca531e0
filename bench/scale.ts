import { readdirSync } from 'node:fs'

/** What `scale/<axis>-axis.ts` exports: how a visit's cost grows along it. */
interface Axis {
  measureAxis(options: readonly string[]): Promise<object>
}

const FOLDER = new URL('scale/', import.meta.url)

/**
 * How the cost of one query grows, axis by axis. `--axis NAME` measures one alone; the other options
 * are the axis's own (`population`: as `visit`, with `--compare`). Axes: members, population, agencies,
 * concurrency, misses.
 */
export async function runBenchmark(options: readonly string[]): Promise<object> {
  const only = options[options.indexOf('--axis') + 1]
  const isOne = options.includes('--axis') && only !== undefined
  const rest = isOne ? options.toSpliced(options.indexOf('--axis'), 2) : options
  const names = readdirSync(FOLDER)
    .flatMap((file) => /^([a-z-]+)-axis\.ts$/.exec(file)?.[1] ?? [])
    .filter((name) => !isOne || name === only)
  const figures: [string, object][] = []
  for (const name of names) {
    process.stderr.write(`${name} …\n`)
    const { measureAxis } = (await import(new URL(`${name}-axis.ts`, FOLDER).href)) as Axis
    figures.push([name, await measureAxis(rest)])
  }
  return { benchmark: 'scale', node: process.version, ...Object.fromEntries(figures) }
}
