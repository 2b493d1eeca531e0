import { sql, type Kysely } from 'kysely'
import { COUNTY_FACTS } from '../area/county-facts.ts'
import { TOWN_FACTS, type TownFact } from '../area/town-facts.ts'
import { VILLAGES_OF_TOWNS } from '../area/village-facts.ts'

interface AreaRow {
  readonly code: string
  readonly level: string
  readonly name: string
  readonly english: string | null
  readonly zip: string | null
  readonly parent_code: string | null
  readonly office_code: string | null
  readonly source: string
}

const SOURCE = 'kiang/tw_population d6c255e8 (MOI); postal: Chunghwa Post'

/** Areas of the two counties, villages of the nine rural districts, and the names of 高雄縣 days. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`insert into office (code, name) values
    ('QS_HRO', '高雄市旗山戶政事務所'),
    ('MN_HRO', '高雄市美濃戶政事務所'),
    ('KH_CAB', '高雄市政府民政局'),
    ('PT_CAB', '屏東縣政府民政處')`.execute(db)
  const areas = [...COUNTY_FACTS.map(countyRow), ...TOWN_FACTS.map(townRow), ...villageRows()]
  await sql`insert into administrative_area
    select * from jsonb_populate_recordset(null::administrative_area, ${JSON.stringify(areas)}::text::jsonb)`.execute(
    db,
  )
  await sql`insert into former_area_name
    select * from jsonb_populate_recordset(null::former_area_name, ${JSON.stringify(formerNames())}::text::jsonb)`.execute(
    db,
  )
}

function countyRow({ code, name }: { readonly code: string; readonly name: string }): AreaRow {
  const office_code = code === '64000' ? 'KH_CAB' : 'PT_CAB'
  return area(code, 'COUNTY', name, null, { office_code })
}

function townRow({ code, name, english, zip }: TownFact): AreaRow {
  return area(code, 'TOWN', name, code.slice(0, 5), { english, zip, office_code: officeOf(code) })
}

/**
 * The household office that numbers the houses. 甲仙, 杉林 and 內門 are branches of Qishan; 六龜 of
 * Meinong, as the names on the plates of the offices themselves say. Elsewhere the county's own.
 */
function officeOf(code: string): string {
  if (['64000300', '64000330', '64000340', '64000350'].includes(code)) return 'QS_HRO'
  if (['64000310', '64000320'].includes(code)) return 'MN_HRO'
  return code.startsWith('64000') ? 'KH_CAB' : 'PT_CAB'
}

function villageRows(): readonly AreaRow[] {
  return Object.entries(VILLAGES_OF_TOWNS).flatMap(([town, names]) =>
    names
      .split(' ')
      .map((name, index) =>
        area(`${town}${String(index + 1).padStart(3, '0')}`, 'VILLAGE', name, town, {}),
      ),
  )
}

function area(
  code: string,
  level: string,
  name: string,
  parent_code: string | null,
  more: Partial<AreaRow>,
): AreaRow {
  const none = { english: null, zip: null, office_code: null }
  return { ...none, code, level, name, parent_code, source: SOURCE, ...more }
}

/** 高雄縣 joined the city on 99-12-25; 三民鄉 was named 那瑪夏鄉 on 97-01-01. */
function formerNames(): readonly object[] {
  const merged = { valid_to: '2010-12-24', source: 'domain: 高雄縣市合併' }
  const towns = TOWN_FACTS.flatMap(({ code, formerName }) =>
    formerName ? [{ name: `高雄縣${formerName}`, area_code: code, ...merged }] : [],
  )
  return [
    { name: '高雄縣', area_code: '64000', ...merged },
    ...towns,
    { name: '高雄縣三民鄉', area_code: '64000380', valid_to: '2007-12-31', source: '三民鄉更名' },
  ]
}
