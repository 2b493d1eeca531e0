import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { loadAgencies } from '../../cli/agencies.ts'
import { seedAgencies, type SeedReport } from '../../cli/runtime/seed-agencies.ts'
import { readKitConfig, SAMPLE_DAY } from '../../subgraphs/_kit/config.ts'
import { openDatabase } from '../../subgraphs/_kit/database/open-database.ts'
import { JIAXIAN_VILLAGES } from '../../subgraphs/_kit/population/village-facts.ts'
import { importDoorplates } from '../../subgraphs/address/import/import-doorplates.ts'
import { inDatabase } from '../support/arrange.ts'
import { DEMO_CITIZEN, signIn } from '../support/client.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'
import { realDataDir } from '../support/test-config.ts'

let hub: RunningHub

beforeAll(async () => {
  hub = await startTestHub()
}, 90_000)
afterAll(() => hub?.stop())

describe('the register of Jiaxian after seeding', () => {
  it('has 2,308 households and 6,073 living people registered in them', async () => {
    expect(await countInRegister()).toEqual({ households: 2_308, persons: 6_073 })
  })

  it('has every village’s households, men, women and age bands of May 2018', async () => {
    const rows = await inDatabase(hub, 'household', (session) =>
      session.run(
        `select village_code as "villageCode",
                count(distinct household_key)::int as households,
                count(*) filter (where sex = 'MALE')::int as men,
                count(*) filter (where sex = 'FEMALE')::int as women,
                count(*) filter (where age < 15)::int as under15,
                count(*) filter (where age between 15 and 64)::int as from15to64,
                count(*) filter (where age > 64)::int as over64,
                count(*) filter (where age >= 20)::int as from20,
                count(*) filter (where age between 18 and 19)::int as from18to19
           from (select h.village_code, h.household_key, p.sex,
                        extract(year from age(date '2018-05-10', p.birth_date)) as age
                   from household h
                   join household_member m using (household_key)
                   join person p using (person_no)
                  where h.status = 'CURRENT' and m.is_present) living
          group by village_code order by village_code`,
      ),
    )
    const facts = JIAXIAN_VILLAGES.map(
      ({ townCode: _t, town: _n, village: _v, ...counts }) => counts,
    )
    expect([...rows]).toEqual(facts)
  })
})

const rural9 = join(realDataDir, 'doorplates/rural9-2026-06.csv.gz')
const onRealData = existsSync(rural9) ? describe : describe.skip

onRealData('real data: imported door plates', () => {
  it('are where the households stand after the next seeding, and people stay the same', async () => {
    const settings: Record<string, string> = { HUB_DATA_DIR: hub.dataDir }
    for (const agency of hub.agencies) {
      settings[`HUB_DATABASE_URL_${agency.toUpperCase()}`] = hub.databaseUrl(agency)
    }
    const config = readKitConfig(settings)
    const url = hub.databaseUrl('address')
    const database = await openDatabase({ agency: 'address', url, dataDir: hub.dataDir })
    const reportFile = join(hub.dataDir, 'report.csv')
    const result = await importDoorplates({ file: rural9, database, reportFile })
    await database.close()
    const { imported, updated, unchanged, duplicate, rejected } = result
    expect(imported + updated + unchanged + duplicate + rejected).toBe(34_602)

    const agencies = await loadAgencies()
    const seed = (): Promise<SeedReport> =>
      seedAgencies(
        agencies,
        config,
        { scale: 'jiaxian', seed: 107, today: SAMPLE_DAY },
        { isReplacing: true, usesRealPlates: true },
      )
    // half a register would be served meanwhile
    await expect(seed()).rejects.toMatchObject({ code: 'DATASET_SERVED' })
    expect(await countInRegister()).toEqual({ households: 2_308, persons: 6_073 })
    await Promise.all(hub.agencies.map((name) => hub.stopAgency(name)))
    const report = await seed()
    await Promise.all(hub.agencies.map((name) => hub.startAgency(name)))
    expect(report).toMatchObject({ households: 2_308, persons: 6_073 })
    expect(await countInRegister()).toEqual({ households: 2_308, persons: 6_073 })
    const [places] = await inDatabase(hub, 'household', (session) =>
      session.run(
        `select count(*) filter (where plate_id like 'dp-%')::int as real, count(*)::int as households
           from household where status = 'CURRENT'`,
      ),
    )
    expect(places!['real'] / places!['households']).toBeGreaterThan(0.9)

    const desk = await signIn(hub, 'desk-jiaxian', 'joint-service')
    const { body } = await desk.ask('OneStopPerson', { nationalId: DEMO_CITIZEN })
    const { address } = body.data.person.registration.household
    expect(address.doorPlate.id).toMatch(/^dp-/)
    expect(address.doorPlate.village).toBe('和安里')
    expect(address.text).toBe(address.doorPlate.text)
  }, 60_000)
})

async function countInRegister(): Promise<object> {
  const [counts] = await inDatabase(hub, 'household', (session) =>
    session.run(
      `select (select count(*)::int from household where status = 'CURRENT') as households,
              (select count(*)::int from household_member join person using (person_no)
                where is_present and death_date is null) as persons`,
    ),
  )
  return { ...counts }
}
