import type { Connection } from '../../_kit/database/connection.ts'
import type { PlateRow } from './read-row.ts'

/** Villages by name: those of the area table, and those the file names with a code of their own. */
export interface VillageDirectory {
  /** The plate with its village's code, where anyone told it; a new village is remembered. */
  withCode(plate: PlateRow): PlateRow
  /** Adds the villages that were new to the area table. */
  saveNew(): Promise<void>
}

interface Village {
  readonly code: string
  readonly name: string
  readonly parent_code: string
}

/** Reads the villages the register knows. */
export async function readVillages(session: Connection): Promise<VillageDirectory> {
  const rows = await session.run(
    `select code, name, parent_code from administrative_area where level = 'VILLAGE'`,
  )
  const codes = new Map(rows.map((row) => [keyOf(row['parent_code'], row['name']), row['code']]))
  const known = new Set(rows.map((row) => String(row['code'])))
  const fresh: Village[] = []
  return {
    withCode(plate) {
      const key = keyOf(plate.townCode, plate.village)
      const told = plate.villageCode
      if (told !== null && !codes.has(key)) {
        codes.set(key, told)
        // a code whose village has another name already is a renaming, for an officer to decide
        if (!known.has(told)) {
          fresh.push({ code: told, name: plate.village, parent_code: plate.townCode })
        }
        known.add(told)
      }
      const villageCode = codes.get(key) ?? null
      return villageCode === told ? plate : { ...plate, villageCode }
    },
    async saveNew() {
      await session.run(
        `insert into administrative_area (code, level, name, parent_code, source)
         select code, 'VILLAGE', name, parent_code, 'door-plate file'
         from jsonb_to_recordset($1::text::jsonb) as village (code text, name text, parent_code text)
         on conflict do nothing`,
        [JSON.stringify(fresh)],
      )
    },
  }
}

function keyOf(townCode: unknown, name: unknown): string {
  return `${String(townCode)}${String(name)}`
}
