import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { MANGLINGS, type RealAddress } from '../../../bench/address/manglings.ts'
import { TOWN_FACTS } from '../../../subgraphs/address/area/town-facts.ts'
import { findVillageAt } from '../../../subgraphs/address/boundary/boundary-queries.ts'
import { importBoundaries } from '../../../subgraphs/address/boundary/import-boundaries.ts'
import { toTwd97 } from '../../../subgraphs/address/location/twd97.ts'
import { normaliseText } from '../../../subgraphs/address/parse/normal-form.ts'
import { importPostal } from '../../../subgraphs/address/postal/import-postal.ts'
import { loadPostalCodes } from '../../../subgraphs/address/postal/load-postal-codes.ts'
import { selectPlates } from '../../../subgraphs/address/queries.ts'
import { findByAddress } from '../../../subgraphs/address/search/find-by-address.ts'
import { realDataDir } from '../../support/test-config.ts'
import { counts, openImportDesk, type ImportDesk } from './import-desk.ts'

const FILE = join(realDataDir, 'doorplates', 'rural9-2026-06.csv.gz')
const VILLAGES = join(realDataDir, 'villages', 'villages-10t.json.gz')
const POSTAL = join(realDataDir, 'postal', 'zip33_2021-02.csv.gz')
const withRealData = [FILE, VILLAGES, POSTAL].every(existsSync) ? describe : describe.skip
const TOWNS = new Map(TOWN_FACTS.map((town) => [town.code, town]))
const SAMPLE = 60

withRealData('real data: the door plates of the rural districts', () => {
  let desk: ImportDesk
  beforeAll(async () => {
    desk = await openImportDesk()
    await importBoundaries(VILLAGES, desk.database)
    await importPostal(POSTAL, desk.database)
  }, 60_000)
  afterAll(() => desk.close())

  it('real data: 34,602 rows are accounted for to the last one, and the second time nothing changes', async () => {
    const { flagged, ...first } = await desk.takeFile(FILE)
    expect(first).toEqual(counts({ imported: 34_579, duplicate: 23 }))
    // outlines are simplified: a few hundred hang more than 100 m beyond them
    expect(flagged! / 34_579).toBeLessThan(0.03)
    expect(await desk.report()).toHaveLength(23 + flagged!)
    const again = counts({ unchanged: 34_579, duplicate: 23 })
    expect(await desk.takeFile(FILE)).toEqual({ ...again, flagged })
  }, 60_000)

  it('real data: all plates lie in a known village and none came in another one', async () => {
    const villages = await desk.database.db
      .selectFrom('doorPlate')
      .leftJoin('administrativeArea as area', 'area.code', 'doorPlate.villageCode')
      .select(['village', 'area.name', 'area.source'])
      .distinct()
      .execute()
    expect(villages.length).toBeGreaterThan(50)
    for (const { village, name, source } of villages) {
      expect({ name, source }).toMatchObject({
        name: village,
        source: expect.stringContaining('MOI'),
      })
    }
  })

  it('real data: nine in ten points tell the village of their plate', async () => {
    const plates = await samplePlates(200)
    const told = await Promise.all(
      plates.map(({ location }) => findVillageAt(desk.database.db, location)),
    )
    const same = told.filter((village, index) => village?.name === plates[index]?.village)
    expect(same.length / plates.length).toBeGreaterThan(0.9)
    expect(await findVillageAt(desk.database.db, toTwd97(121.5, 23))).toBeNull()
  })

  it('real data: the post’s ranges tell six digits for most plates of roads, of their own town', async () => {
    const plates = (await samplePlates(2_000)).filter(({ road }) => road !== null)
    const zips = await loadPostalCodes(desk.database.db, plates)
    const long = zips.filter((zip) => zip?.length === 6)
    expect(long.length / zips.length).toBeGreaterThan(0.8)
    const strange = zips.filter(
      (zip, index) => !zip?.startsWith(TOWNS.get(plates[index]!.townCode)?.zip ?? '-'),
    )
    expect(strange).toEqual([])
  })

  it('real data: fifteen manglings of addresses find the same plate first, or say that they may not', async () => {
    const plates = await samplePlates(SAMPLE)
    let [asked, right] = [0, 0]
    const silent: string[] = []
    for (const [name, mangle] of Object.entries(MANGLINGS)) {
      for (const plate of plates) {
        const text = mangle(plate.text, toRealAddress(plate))
        const [first] = (await findByAddress(desk.database.db, text, 1)).matches
        asked += 1
        if (first?.doorPlate.id === plate.id) right += 1
        else if (first?.quality === 'EXACT' || first?.quality === 'CANONICAL')
          silent.push(`${name}: ${text}`)
      }
    }
    expect(asked).toBe(15 * SAMPLE)
    expect(right / asked).toBeGreaterThanOrEqual(0.98)
    expect(silent).toEqual([])
  }, 60_000)

  /** The same plates in every run: those whose ids' hashes are the least. */
  async function samplePlates(most: number) {
    return selectPlates(desk.database.db)
      .where('plate.hasLostCharacter', '=', false)
      .orderBy(sql`md5(plate.id)`)
      .limit(most)
      .execute()
  }
})

function toRealAddress(plate: {
  readonly id: string
  readonly text: string
  readonly village: string
  readonly townCode: string
}): RealAddress {
  const town = TOWNS.get(plate.townCode)!
  const formerTown = town.formerName === null ? null : `高雄縣${town.formerName}`
  return { ...plate, town: normaliseText(town.name), zip: town.zip, formerTown }
}
