import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { importPostal } from '../../../subgraphs/address/postal/import-postal.ts'
import { loadPostalCodes } from '../../../subgraphs/address/postal/load-postal-codes.ts'
import { fits, readPostalRule } from '../../../subgraphs/address/postal/postal-rule.ts'
import { selectPlates } from '../../../subgraphs/address/queries.ts'
import { parseAddress } from '../../../subgraphs/address/parse/parse-address.ts'
import { codeOf, openImportDesk, type ImportDesk } from './import-desk.ts'
import { jiaxianRow, OPEN_DATA_HEADER } from './plate-rows.ts'

let desk: ImportDesk
beforeAll(async () => {
  desk = await openImportDesk()
})
afterAll(() => desk.close())

const HEADER = 'ZIPCODE,CITY,AREA,ROAD,SCOOP'
async function take(...lines: readonly string[]): Promise<object> {
  const file = join(desk.folder, 'postal.csv')
  await writeFile(file, `${lines.join('\n')}\n`)
  return importPostal(file, desk.database)
}

describe('a rule of the post', () => {
  const place = { lane: null, alley: null, number: 1, suffix: 0, floor: null }
  it.each([
    ['全', { number: 7 }, true],
    ['單  19號以下', { number: 19, suffix: 3 }, true],
    ['單  19號以下', { number: 18 }, false],
    ['單  19號以下', { number: 21 }, false],
    ['雙 368號以上', { number: 368 }, true],
    ['連  17之   1號至之   9號', { number: 17, suffix: 9 }, true],
    ['連  17之   1號至之   9號', { number: 18 }, false],
    ['　  65號', { number: 65, suffix: 1 }, true],
    ['　 296巷雙  20號至  32之   1號', { lane: 296, number: 32, suffix: 2 }, false],
    ['　 296巷雙  20號至  32之   1號', { lane: 296, number: 32, suffix: 1 }, true],
    ['　 296巷雙  20號至  32之   1號', { number: 24 }, false],
    ['單  35號至  57巷', { lane: 57, number: 4 }, true],
    ['單  35號至  57巷', { lane: 59, number: 4 }, false],
    ['雙 100號至 120號   8樓以上', { number: 110, floor: 9 }, true],
    ['雙 100號至 120號   8樓以上', { number: 110, floor: 7 }, false],
    ['　 5之3號及以上附號', { number: 5, suffix: 4 }, true],
    ['　 5之3號及以上附號', { number: 6 }, false],
  ])('%s of %j: %s', (text, more, expected) => {
    const rule = readPostalRule(text)
    expect(rule && fits(rule, { ...place, ...more })).toBe(expected)
  })

  it.each(['自強新村甲棟', '含一二樓', ''.padEnd(5_000, '1'), '1號至', '(', '單'.repeat(3)])(
    '%s says nothing that an address tells',
    (text) => {
      expect(readPostalRule(text)).toBeNull()
    },
  )
})

describe('the post’s ranges', () => {
  it('give a plate six digits, the narrower range before the wider, and three where they say nothing', async () => {
    const result = await take(
      HEADER,
      '847001,高雄市,甲仙區,中正路,全',
      '847002,高雄市,甲仙區,中正路,單 11號至 99號',
      '847003,高雄市,甲仙區,中正路,　  78巷全',
      '847004,高雄市,甲仙區,中山路,單全',
      '847005,高雄市,甲仙區,中山路,自強新村',
      '112017,臺北市,北投區,一心路,全',
    )
    expect(result).toEqual({ ranges: 4, unread: 1, elsewhere: 1 })
    const rows = [
      jiaxianRow({ number: '2號' }),
      jiaxianRow({ number: '21之1號' }),
      jiaxianRow({ number: '3號', lane: '78巷' }),
      jiaxianRow({ number: '4號', road: '中山路' }),
      jiaxianRow({ number: '5號', road: '' }),
    ]
    await desk.take(`${OPEN_DATA_HEADER}\n${rows.join('\n')}\n`)
    const plates = await selectPlates(desk.database.db).orderBy('plate.number').execute()
    expect(plates.map(({ number }) => number)).toEqual([2, 3, 4, 5, 21])
    expect(await loadPostalCodes(desk.database.db, plates)).toEqual([
      '847001',
      '847003',
      '847',
      '847',
      '847002',
    ])
  })

  it.each([
    ['columns that are others', ['a,b,c', '847001,高雄市,甲仙區,中正路,全'], 1],
    ['a line too short', [HEADER, '847001,高雄市,甲仙區,中正路,全', '847001,高雄市'], 3],
    ['a code that is none', [HEADER, '84700A,高雄市,甲仙區,中正路,全'], 2],
    ['no place', [HEADER, '847001,高雄市,甲仙區,,全'], 2],
    ['nothing of the hub', [HEADER, '112017,臺北市,北投區,一心路,全'], 2],
  ])('in a file with %s are refused with the line', async (_name, lines, line) => {
    const refused = take(...lines)
    await expect(refused).rejects.toThrow(`Line ${line} of the postal file`)
    expect(await codeOf(refused)).toBe('IMPORT_POSTAL_INVALID')
  })

  it('tell the town of an address that names none', () => {
    expect(parseAddress('847中正路1號')).toMatchObject({
      zip: '847',
      townCode: '64000330',
      town: '甲仙區',
    })
    expect(parseAddress('100中正路1號')).toMatchObject({ zip: '100', townCode: null })
    expect(parseAddress('847旗山區中正路1號')).toMatchObject({ townCode: '64000300' })
  })
})
