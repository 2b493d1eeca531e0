import { InvalidArgumentError, Option, type Command } from 'commander'
import { hubError } from '../../schemas/errors.ts'
import { readKitConfig, SAMPLE_DAY } from '../../subgraphs/_kit/config.ts'
import type { PopulationOptions, Scale } from '../../subgraphs/_kit/population/types.ts'
import { readVillageFacts } from '../../subgraphs/_kit/population/read-village-facts.ts'
import { loadAgencies } from '../agencies.ts'
import { SAMPLE_SEED } from '../runtime/sample.ts'
import { seedAgencies, type SeedReport } from '../runtime/seed-agencies.ts'

interface SeedCommandOptions {
  readonly scale: Scale
  readonly population?: string
  readonly seed: number
  readonly year: number
  readonly digest?: true
  readonly replace?: true
  readonly syntheticPlates?: true
  readonly json?: true
}

/** The one year whose counts by village the hub carries. */
const YEAR = 107

/** `hub seed`: fills every agency with synthetic people on real ground. */
export function addSeedCommand(program: Command): void {
  program
    .command('seed')
    .summary('fill the registers with synthetic people on real ground')
    .description(
      `Generates synthetic people by the real counts of every village (households, men, women, ages of
May 2018) and loads them into all agencies. The same scale and seed give the same rows anywhere.
Households stand on the real door plates that were imported; where a village has none, on generated
plates marked synthetic. A load that was interrupted goes on where it stopped.`,
    )
    .addOption(
      new Option(
        '--scale <scale>',
        'jiaxian: 7 villages; rural9: nine districts; kaohsiung: the city',
      )
        .choices(['jiaxian', 'rural9', 'kaohsiung'])
        .default('jiaxian'),
    )
    .option(
      '--population <file>',
      'counts by village and month, CSV or CSV.gz (needed for kaohsiung)',
    )
    .option('--seed <number>', 'another number gives other people', wholeNumber, SAMPLE_SEED)
    .option('--year <roc year>', 'year of the counts', wholeNumber, YEAR)
    .option('--digest', 'print a SHA-256 over the ordered rows')
    .option(
      '--replace',
      'empty the registers first when they hold another population; the hub must be stopped',
    )
    .option('--synthetic-plates', 'leave imported plates alone and generate all plates')
    .option('--json', 'print the result as one JSON line at the end')
    .action(async (options: SeedCommandOptions) => {
      const report = await seed(options)
      process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : describe(report, options))
    })
}

async function seed(options: SeedCommandOptions): Promise<SeedReport> {
  if (options.year !== YEAR) {
    const reason = `the hub carries counts of ROC year ${YEAR} alone`
    throw hubError('CONFIG_INVALID', { variable: '--year', reason })
  }
  if (options.scale === 'kaohsiung' && !options.population) {
    const reason = 'is needed for the scale kaohsiung: a CSV of counts by village'
    throw hubError('CONFIG_INVALID', { variable: '--population', reason })
  }
  const config = readKitConfig()
  const villages = options.population ? await readVillageFacts(options.population) : undefined
  const population: PopulationOptions = {
    scale: options.scale,
    seed: options.seed,
    // counts and people are of this day; HUB_TODAY moves deadlines, not births
    today: SAMPLE_DAY,
    ...(villages && { villages }),
  }
  return seedAgencies(await loadAgencies(), config, population, {
    isReplacing: options.replace ?? false,
    usesRealPlates: !options.syntheticPlates,
  })
}

function describe(report: SeedReport, { digest }: SeedCommandOptions): string {
  const { scale, seed: number, households, persons, rows } = report
  const counted =
    households === null ? '' : `${households} households, ${persons} living registered people; `
  const state = report.isUnchanged
    ? 'already loaded, nothing changed (--replace loads it anew)'
    : 'loaded'
  const text = `${scale} (seed ${number}): ${counted}${rows} rows in all agencies; ${state}\n`
  return digest ? `${text}${report.digest}\n` : text
}

function wholeNumber(text: string): number {
  const value = Number(text)
  if (Number.isSafeInteger(value) && value >= 0) return value
  throw new InvalidArgumentError('It must be a whole number.')
}
