import { gzipSync, zstdCompressSync } from 'node:zlib'
import { join } from 'node:path'
import { TextDecoder } from 'node:util'
import { codeOf, counts, openImportDesk, type ImportDesk } from './import-desk.ts'
import { jiaxianRow, OPEN_DATA_HEADER, PUBLISHED_HEADER } from './plate-rows.ts'

const ROWS = [
  jiaxianRow({ number: '1號' }),
  jiaxianRow({ number: '2號' }),
  jiaxianRow({ number: '3號' }),
]
const OPEN_DATA = `${OPEN_DATA_HEADER}\n${ROWS.join('\n')}\n`
const PUBLISHED = `${PUBLISHED_HEADER}\r\n64000,64000330,和安里,004,中正路,,,,１號,211416.02,2557239.11\r\n`
let desk: ImportDesk
beforeAll(async () => {
  desk = await openImportDesk()
})
afterAll(() => desk.close())
beforeEach(() => desk.empty())

describe('a door-plate file', () => {
  it.each([
    ['plain', Buffer.from(OPEN_DATA)],
    ['gzip', gzipSync(OPEN_DATA)],
    ['zstd', zstdCompressSync(OPEN_DATA)],
    ['with a byte-order mark', Buffer.from(`\ufeff${OPEN_DATA}`)],
    ['in UTF-16 with a byte-order mark', Buffer.from(`\ufeff${OPEN_DATA}`, 'utf16le')],
    ['in UTF-16 without one', Buffer.from(OPEN_DATA, 'utf16le')],
    ['in big-endian UTF-16', Buffer.from(`\ufeff${OPEN_DATA}`, 'utf16le').swap16()],
    ['without a line feed at its end', Buffer.from(OPEN_DATA.trimEnd())],
    ['with empty lines', Buffer.from(`\n${OPEN_DATA.replaceAll('\n', '\n\n')}`)],
  ])('%s is taken in', async (_, content) => {
    expect(await desk.take(content)).toEqual(counts({ imported: 3 }))
  })

  it('in the published form is taken in', async () => {
    expect(await desk.take(PUBLISHED)).toEqual(counts({ imported: 1 }))
    expect(await desk.take(OPEN_DATA)).toMatchObject({ imported: 2 })
  })

  it.each([
    ['街、路段', '橫坐標', '縱坐標'],
    ['街_路段', 'TWD97橫坐標', 'TWD97縱坐標'],
    ['街或路段', '橫座標', '縱座標'],
    ['街/路段', '橫坐標(TWD97)', '縱坐標(TWD97)'],
  ])('may head its columns %s, %s, %s', async (road, x, y) => {
    const header = PUBLISHED_HEADER.replace('街路段', road)
      .replace('橫座標', x)
      .replace('縱座標', y)
    const content = PUBLISHED.replace(PUBLISHED_HEADER, header)
    expect(await desk.take(content)).toEqual(counts({ imported: 1 }))
  })

  it('may head its columns in English', async () => {
    const header =
      'countycode,areacode,village,neighbor,"street、road、section",area,lane,alley,number,x_3826,y_3826'
    const content = PUBLISHED.replace(PUBLISHED_HEADER, header)
    expect(await desk.take(content)).toEqual(counts({ imported: 1 }))
  })

  it('may tell a place in both systems', async () => {
    const content = PUBLISHED.replace(PUBLISHED_HEADER, `${PUBLISHED_HEADER},WGS84經度,WGS84緯度`)
    expect(await desk.take(content.replace('2557239.11', '2557239.11,120.6,23.1'))).toEqual(
      counts({ imported: 1 }),
    )
  })

  it.each([
    ['in UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['in Big5', inBig5],
    ['in UTF-8 with a byte-order mark', (text: string) => Buffer.from(`\ufeff${text}`)],
  ])('%s keeps settlements and full-width numbers of its columns', async (_, encode) => {
    const row = '64000,64000330,大田里,003,,大丘園,,,１２號之３,211416.02,2557239.11'
    await desk.take(encode(`${PUBLISHED_HEADER}\r\n${row}\r\n`))
    expect(await desk.register()).toEqual([
      expect.objectContaining({
        text: '高雄市甲仙區大田里3鄰大丘園12之3號',
        area: '大丘園',
        road: null,
      }),
    ])
  })

  it('in CP950 may have the characters that Big5 does not know', async () => {
    // 粧 and 墻 stand in CP950 alone
    const content = PUBLISHED.replace('中正路', '粧墻路')
    const [before, after] = content.split('粧墻')
    const bytes = [inBig5(before!), Buffer.from([0xf9, 0xdb, 0xf9, 0xd9]), inBig5(after!)]
    await desk.take(Buffer.concat(bytes))
    expect(await desk.register()).toEqual([expect.objectContaining({ road: '粧墻路' })])
  })

  it('in Big5 is taken in', async () => {
    expect(await desk.take(inBig5(PUBLISHED))).toEqual(counts({ imported: 1 }))
    expect(await desk.take(OPEN_DATA)).toMatchObject({ imported: 2 })
  })
})

describe('a file that is refused changes nothing and says what to do:', () => {
  const refused = async (content: string | Uint8Array): Promise<string> => {
    const code = await codeOf(desk.take(content))
    expect(await desk.register()).toEqual([])
    return code
  }

  it('one with other columns', async () => {
    expect(await refused('name,dgbas_id\n甲仙區,6403300\n')).toBe('IMPORT_COLUMNS_UNKNOWN')
    await expect(desk.take('name,dgbas_id\n甲仙區,6403300\n')).rejects.toThrow('NUMBER (號)')
  })

  it('one without a header', async () => {
    expect(await refused(ROWS.join('\n'))).toBe('IMPORT_COLUMNS_UNKNOWN')
  })

  it('an empty one', async () => expect(await refused('')).toBe('IMPORT_COLUMNS_UNKNOWN'))

  it('one whose coordinates are exchanged throughout', async () => {
    const rows = ROWS.map((row) => row.replace(/([\d.]+),([\d.]+)$/, '$2,$1'))
    expect(await refused(`${OPEN_DATA_HEADER}\n${rows.join('\n')}`)).toBe(
      'IMPORT_COORDINATES_SWAPPED',
    )
  })

  it('one that was cut while it was packed', async () => {
    expect(await refused(gzipSync(OPEN_DATA).subarray(0, 60))).toBe('IMPORT_FILE_DAMAGED')
    expect(await refused(zstdCompressSync(OPEN_DATA).subarray(0, 60))).toBe('IMPORT_FILE_DAMAGED')
  })

  it('one that is not there', async () => {
    expect(await codeOf(desk.takeFile(join(desk.folder, 'none.csv')))).toBe(
      'IMPORT_FILE_UNREADABLE',
    )
  })

  it('one while another import is running', async () => {
    const session = await desk.database.connect()
    await session.run('select pg_advisory_lock(4002001)')
    expect(await refused(OPEN_DATA)).toBe('IMPORT_RUNNING')
    await session.close()
  })
})

/** Big5 of a text: Node decodes it but does not write it, so every code is decoded once. */
function inBig5(text: string): Buffer {
  const codes = new Map<string, readonly [number, number]>()
  const decoder = new TextDecoder('big5')
  for (let lead = 0xa1; lead <= 0xf9; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(new Uint8Array([lead, trail]))
      if (character.length === 1) codes.set(character, [lead, trail])
    }
  }
  return Buffer.from(
    text.split('').flatMap((character) => codes.get(character) ?? [character.charCodeAt(0)]),
  )
}
