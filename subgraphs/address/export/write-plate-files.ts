import { join } from 'node:path'
import type { Connection } from '../../_kit/database/connection.ts'
import type { GeoPoint } from '../location/twd97.ts'
import { countExported, readExported, type ExportedPlate } from './export-queries.ts'
import { plateLayer, platesPath } from './map-layers.ts'
import { placeOf, PLATE_FORMATS, type FormatName } from './plate-formats.ts'
import { writeMap, writePlain, type PublishedFile } from './published-file.ts'
import { openWholeFile, type WholeFile } from './whole-file.ts'

const EVERYWHERE = { townCode: null, village: null }
const FORMATS: readonly FormatName[] = ['csv', 'geojson']

type PlacedPlate = readonly [ExportedPlate, GeoPoint]

/** All plates in both formats and in the maps of their villages, in one reading of the register. */
export async function writePlateFiles(
  session: Connection,
  release: string,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<readonly PublishedFile[]> {
  const total = await countExported(session, EVERYWHERE)
  const writers = await Promise.all(FORMATS.map((name) => openFormat(release, name)))
  const files: PublishedFile[] = []
  let village: PlacedPlate[] = []
  let done = 0
  for await (const group of readExported(session, EVERYWHERE)) {
    const plates = group.map((plate) => [plate, placeOf(plate)] as const)
    for (const writer of writers) await writer.add(plates, done)
    for (const placed of plates) {
      if (village[0] && fileOf(village[0]) !== fileOf(placed)) {
        files.push(await writeMap(release, plateLayer(village)))
        village = []
      }
      village.push(placed)
    }
    done += plates.length
    onProgress(done, total)
  }
  if (village.length > 0) files.push(await writeMap(release, plateLayer(village)))
  for (const writer of writers) files.push(...(await writer.finish(done)))
  return files
}

function fileOf([{ town_code: townCode, village_code: villageCode }]: PlacedPlate): string {
  return platesPath(townCode, villageCode)
}

interface FormatWriter {
  add(plates: readonly PlacedPlate[], done: number): Promise<void>
  finish(rows: number): Promise<readonly PublishedFile[]>
}

async function openFormat(release: string, name: FormatName): Promise<FormatWriter> {
  const { head, line, foot, sidecars } = PLATE_FORMATS[name]
  const path = `doorplates.${name}`
  const file: WholeFile = await openWholeFile(join(release, `${path}.gz`))
  await file.write(head)
  return {
    async add(plates, done) {
      await file.write(
        plates.map(([plate, place], index) => line(plate, place, done + index)).join(''),
      )
    },
    async finish(rows) {
      await file.write(foot)
      const files: PublishedFile[] = [{ ...(await file.finish()), path, packed: true, rows }]
      for (const [end, text] of Object.entries(sidecars)) {
        files.push(await writePlain(release, `doorplates.${end}`, text))
      }
      return files
    },
  }
}
