import { execFile } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { sql, type Kysely } from 'kysely'
import { migrate } from '../subgraphs/_kit/database/migrate.ts'
import { openDatabase, type AgencyDatabase } from '../subgraphs/_kit/database/open-database.ts'
import { TOWN_FACTS } from '../subgraphs/address/area/town-facts.ts'
import { subgraph } from '../subgraphs/address/index.ts'
import type { Twd97Point } from '../subgraphs/address/location/twd97.ts'
import { normaliseText } from '../subgraphs/address/parse/normal-form.ts'
import type { Database } from '../subgraphs/address/queries.ts'
import { findByAddress } from '../subgraphs/address/search/find-by-address.ts'
import { findInArea } from '../subgraphs/address/search/find-in-area.ts'
import { countPlatesOfArea, findPlatesNear } from '../subgraphs/address/search/plate-queries.ts'
import { realDataDir } from '../test/support/test-config.ts'
import { createTally, percentiles, round, timeEach } from './address/figures.ts'
import { MANGLINGS, type RealAddress } from './address/manglings.ts'
import { parserRate, readLines, roundTrip } from './address/round-trip.ts'

const DATA_DIR = join(tmpdir(), 'hub-bench-address')
const PLATES = join(realDataDir, 'doorplates')
const CITY = join(PLATES, 'khh-2026-06.csv.zst')
const SAMPLE = 2_000

type SamplePlate = RealAddress & { readonly townCode: string; readonly location: Twd97Point }

/**
 * The parser over every real address, and the look-ups over the whole city (1,227,927 rows) on one
 * connection of the embedded PostgreSQL, which is kept in the temporary folder from run to run with the
 * figures of its import. The look-ups are timed from the words to the plates, GraphQL not among it.
 * `--lookups` leaves the parser's round trips out.
 */
export async function runBenchmark(options: readonly string[]): Promise<object> {
  const parser = options.includes('--lookups') ? undefined : benchParser()
  const database = await openDatabase<Database>({
    agency: 'address',
    dataDir: DATA_DIR,
    poolSize: 1,
  })
  try {
    const imported = await ensureCity(database)
    const sample = await samplePlates(database.db)
    const latency = await benchLookups(database.db, sample)
    const roundTripped = await lookUpOwnText(database.db, sample)
    const mangled = await lookUpMangled(database.db, sample)
    return { parser, imported, latency, canonicalText: roundTripped, mangled }
  } finally {
    await database.close()
  }
}

function benchParser(): object {
  const figures: Record<string, object> = {}
  let perSecond = 0
  for (const name of ['rural9-2026-06.csv.gz', 'pingtung-2026-06.csv.zst', 'khh-2026-06.csv.zst']) {
    tell(`parser: ${name}`)
    const lines = readLines(join(PLATES, name))
    figures[name] = roundTrip(lines)
    if (name.startsWith('khh')) perSecond = parserRate(lines)
  }
  return { perSecond, roundTrip: figures }
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}

/**
 * Imports the city once, and again, which must change nothing; a register that is there already is taken
 * as it is, with the figures of its import.
 */
async function ensureCity(database: AgencyDatabase<Database>): Promise<object> {
  await migrate(database, subgraph.migrationsFolder)
  const session = await database.connect()
  try {
    const [known] = await session.run('select count(*)::int as count from door_plate')
    const figures = join(DATA_DIR, 'import.json')
    if (Number(known?.['count']) > 1_200_000) {
      const told = existsSync(figures) ? (JSON.parse(readFileSync(figures, 'utf8')) as object) : {}
      return { isKept: true, plates: known?.['count'], ...told }
    }
    const first = await importCity('importing the city')
    await session.run('vacuum analyze door_plate')
    const again = await importCity('importing it again')
    writeFileSync(figures, JSON.stringify({ first, again }))
    return { isKept: false, first, again }
  } finally {
    await session.close()
  }
}

async function importCity(what: string): Promise<object> {
  tell(what)
  const script = fileURLToPath(new URL('address/import-city.ts', import.meta.url))
  // as `npm run hub` starts it
  const args = ['--max-semi-space-size=8', script, CITY, DATA_DIR]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return JSON.parse(stdout) as object
}

/** The same 2,000 plates in every run: those whose ids' hashes are the least. */
async function samplePlates(db: Kysely<Database>): Promise<readonly SamplePlate[]> {
  const plates = await db
    .selectFrom('doorPlate')
    .select(['id', 'text', 'village', 'townCode', 'location'])
    .where('hasLostCharacter', '=', false)
    .orderBy(sql`md5(id)`)
    .limit(SAMPLE)
    .execute()
  const towns = new Map(TOWN_FACTS.map((town) => [town.code, town]))
  return plates.flatMap((plate) => {
    const town = towns.get(plate.townCode)
    if (!town) return []
    const formerTown = town.formerName === null ? null : `高雄縣${town.formerName}`
    return [{ ...plate, town: normaliseText(town.name), zip: town.zip, formerTown }]
  })
}

async function benchLookups(db: Kysely<Database>, sample: readonly SamplePlate[]): Promise<object> {
  tell('look-ups')
  const byAddress = ({ text }: SamplePlate) => findByAddress(db, text, 10)
  const byLoose = ({ text, village }: SamplePlate) =>
    findByAddress(db, text.replace(village, '').replace(/\d+鄰/, ''), 10)
  const near = ({ location }: SamplePlate) =>
    findPlatesNear(db, [{ x: location.x + 7, y: location.y }], { first: 10, withinM: 200 })
  const inArea = async ({ townCode, village }: SamplePlate) => {
    const question = { townCode, village, neighborhood: null, road: null, first: 20, after: null }
    return findInArea(db, question)
  }
  const count = async (plate: SamplePlate) => countPlatesOfArea(db, (await inArea(plate)).area)
  await timeEach(sample.slice(0, 200), byAddress)
  return {
    byAddress: percentiles(await timeEach(sample, byAddress)),
    byAddressWithoutVillage: percentiles(await timeEach(sample, byLoose)),
    near: percentiles(await timeEach(sample, near)),
    byArea: percentiles(await timeEach(sample, inArea)),
    byAreaWithCount: percentiles(await timeEach(sample.slice(0, 500), count)),
  }
}

async function lookUpOwnText(
  db: Kysely<Database>,
  sample: readonly SamplePlate[],
): Promise<object> {
  const failing = createTally()
  let same = 0
  for (const { id, text } of sample) {
    const [first] = (await findByAddress(db, text, 1)).matches
    if (first?.doorPlate.id === id) same += 1
    else failing.add(first?.quality ?? 'NONE', text)
  }
  return { asked: sample.length, same, failing: failing.result() }
}

async function lookUpMangled(
  db: Kysely<Database>,
  sample: readonly SamplePlate[],
): Promise<object> {
  const failing = createTally()
  let [asked, right, silent] = [0, 0, 0]
  for (const [name, mangle] of Object.entries(MANGLINGS)) {
    tell(`mangling: ${name}`)
    for (const plate of sample) {
      asked += 1
      const text = mangle(plate.text, plate)
      const [first] = (await findByAddress(db, text, 1)).matches
      const quality = first?.quality ?? 'NONE'
      if (first?.doorPlate.id === plate.id) right += 1
      else failing.add(`${name}: ${quality}`, `${text} (${plate.text})`)
      const isSure = quality === 'EXACT' || quality === 'CANONICAL'
      if (isSure && first?.doorPlate.id !== plate.id) silent += 1
    }
  }
  const percent = round((right / asked) * 100)
  return { asked, right, percent, wrongAndNotSaid: silent, failing: failing.result() }
}
