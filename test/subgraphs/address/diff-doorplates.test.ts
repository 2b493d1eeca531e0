import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  diffDoorplates,
  type DiffResult,
} from '../../../subgraphs/address/import/diff-doorplates.ts'
import { codeOf, openImportDesk, type ImportDesk } from './import-desk.ts'
import { jiaxianRow, OPEN_DATA_HEADER, PUBLISHED_HEADER } from './plate-rows.ts'

let desk: ImportDesk
beforeAll(async () => {
  desk = await openImportDesk()
})
afterAll(() => desk.close())

const file = (...rows: readonly string[]): string => `${OPEN_DATA_HEADER}\n${rows.join('\n')}\n`

async function diff(older: string, newer: string): Promise<DiffResult & { lines: string[] }> {
  const [oldFile, newFile] = [join(desk.folder, 'old.csv'), join(desk.folder, 'new.csv')]
  await writeFile(oldFile, older)
  await writeFile(newFile, newer)
  const reportFile = join(desk.folder, 'diff.csv')
  const result = await diffDoorplates({ oldFile, newFile, database: desk.database, reportFile })
  const [, ...lines] = (await readFile(reportFile, 'utf8')).trimEnd().split('\n')
  return { ...result, lines }
}

/** Addresses that `comm` finds in one of two lists alone. */
async function comm(option: '-13' | '-23', older: string, newer: string): Promise<string[]> {
  const names = ['a.txt', 'b.txt'].map((name) => join(desk.folder, name))
  for (const [index, content] of [older, newer].entries()) {
    const addresses = content.trimEnd().split('\n').slice(1)
    const column = addresses.map((row) => row.split(',')[0]!).toSorted()
    await writeFile(names[index]!, `${column.join('\n')}\n`)
  }
  const env = { LC_ALL: 'C' }
  return execFileSync('comm', [option, ...names], { env })
    .toString()
    .split('\n')
    .filter(Boolean)
}

describe('two door-plate files', () => {
  it('differ as comm says they do', async () => {
    const row = (number: number) => jiaxianRow({ number: `${number}號`, x: 120.6 + number / 1e4 })
    const older = file(...Array.from({ length: 300 }, (_, index) => row(index + 1)))
    const newer = file(...Array.from({ length: 300 }, (_, index) => row(index + 41)))
    const { lines, ...counts } = await diff(older, newer)
    expect(counts).toMatchObject({ new: 40, gone: 40, moved: 0, renamed: 0, same: 260 })
    const told = (change: string, column: number) =>
      lines
        .filter((line) => line.startsWith(`${change},`))
        .map((line) => line.split(',')[column]!.replaceAll('"', ''))
        .toSorted()
    expect(told('NEW', 2)).toEqual((await comm('-13', older, newer)).toSorted())
    expect(told('GONE', 1)).toEqual((await comm('-23', older, newer)).toSorted())
  })

  it('tell a plate that moved by more than 5 m from one that was measured again', async () => {
    // a degree of longitude is about 102 km here
    const older = file(jiaxianRow({ number: '1號' }), jiaxianRow({ number: '2號' }))
    const newer = file(
      jiaxianRow({ number: '1號', x: 120.62334 }),
      jiaxianRow({ number: '2號', x: 120.6234 }),
    )
    const { lines, ...counts } = await diff(older, newer)
    expect(counts).toMatchObject({ new: 0, gone: 0, moved: 1, same: 1 })
    expect(lines).toEqual([expect.stringMatching(/^MOVED,"高雄市.*2號","高雄市.*2號",10\.\d$/)])
  })

  it('tell a renaming: another address at the very same place', async () => {
    const older = file(jiaxianRow({ number: '1號', x: 120.61 }), jiaxianRow({ number: '9號' }))
    const newer = file(jiaxianRow({ road: '復興路', number: '1號', x: 120.61 }))
    const { lines, ...counts } = await diff(older, newer)
    expect(counts).toMatchObject({ new: 1, gone: 2, renamed: 1 })
    expect(lines).toContain(
      'RENAMED,"高雄市甲仙區和安里4鄰中正路1號","高雄市甲仙區和安里4鄰復興路1號",',
    )
  })

  it('do not differ where only form and spelling do', async () => {
    const published = `${PUBLISHED_HEADER}\n64000,64000330,和安里,004,中正路２段,,,,４４號之２,211416.02,2557239.11\n`
    const open = file(jiaxianRow({ section: '2段', number: '44之2號' }))
    const { new: fresh, gone } = await diff(published, open)
    expect({ fresh, gone }).toEqual({ fresh: 0, gone: 0 })
  })

  it('of which one has other columns are refused', async () => {
    expect(await codeOf(diff(file(jiaxianRow({})), 'a,b\n1,2\n'))).toBe('IMPORT_COLUMNS_UNKNOWN')
  })

  it('leave the register as it is', async () => {
    expect(await desk.register()).toEqual([])
  })
})
