import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { realDataDir } from '../../support/test-config.ts'
import { counts, openImportDesk, type ImportDesk } from './import-desk.ts'

const FILE = join(realDataDir, 'doorplates', 'rural9-2026-06.csv.gz')
const withRealData = existsSync(FILE) ? describe : describe.skip

withRealData('real data: the door plates of the rural districts', () => {
  let desk: ImportDesk
  beforeAll(async () => {
    desk = await openImportDesk()
  })
  afterAll(() => desk.close())

  it('real data: 34,602 rows are accounted for to the last one, and the second time nothing changes', async () => {
    const first = await desk.takeFile(FILE)
    expect(first).toEqual(counts({ imported: 34_580, duplicate: 22 }))
    expect(await desk.report()).toHaveLength(22)
    expect(await desk.takeFile(FILE)).toEqual(counts({ unchanged: 34_580, duplicate: 22 }))
    expect(await desk.report()).toHaveLength(22)
  })

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
})
