import { existsSync, readdirSync } from 'node:fs'

/** What `bench/<name>.ts` exports: measures, tells its progress on stderr, answers its figures. */
interface Benchmark {
  runBenchmark(options: readonly string[]): Promise<object>
}

// Run as a script: npm run bench -- <name> [options]; the figures are one JSON object on the last line.
const [name = '', ...options] = process.argv.slice(2)
const file = new URL(`${name}.ts`, import.meta.url)
if (!/^[a-z-]+$/.test(name) || ['run', 'config'].includes(name) || !existsSync(file)) {
  const names = readdirSync(new URL('.', import.meta.url))
    .filter((entry) => entry.endsWith('.ts') && !['run.ts', 'config.ts'].includes(entry))
    .map((entry) => entry.slice(0, -3))
  process.stderr.write(`npm run bench -- <name> [options], one of: ${names.join(', ')}\n`)
  process.exitCode = 2
} else {
  const { runBenchmark } = (await import(file.href)) as Benchmark
  process.stdout.write(`${JSON.stringify(await runBenchmark(options))}\n`)
}
