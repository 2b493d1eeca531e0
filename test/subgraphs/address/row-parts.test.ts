import fc from 'fast-check'
import { canonicalText, numberText } from '../../../subgraphs/address/parse/canonical-text.ts'
import { normaliseText } from '../../../subgraphs/address/parse/normal-form.ts'
import { readNumberColumn } from '../../../subgraphs/address/parse/number-column.ts'
import { readNumeral, writeNumeral } from '../../../subgraphs/address/parse/numerals.ts'
import { readStreetColumns } from '../../../subgraphs/address/parse/street-columns.ts'
import { jiaxianRow, OPEN_DATA_HEADER, plateOf, PUBLISHED_HEADER, readLine } from './plate-rows.ts'

const open = (more: Parameters<typeof jiaxianRow>[0]) => plateOf(OPEN_DATA_HEADER, jiaxianRow(more))

describe('the house number column', () => {
  it.each([
    ['1號', '1號'],
    ['5之2號', '5之2號'],
    ['44號之2', '44之2號'],
    ['81之3號之1', '81之3之1號'],
    ['77之5之2號', '77之5之2號'],
    ['98附1號', '98附1號'],
    ['15號附3', '15附3號'],
    ['265之1附1號', '265之1附1號'],
    ['2之37號附1', '2之37附1號'],
    ['臨130之4號', '臨130之4號'],
    ['536號四樓之1', '536號4樓之1'],
    ['262號之1二樓', '262之1號2樓'],
    ['15號四樓之3之1', '15號4樓之3之1'],
    ['1505號十二樓之四', '1505號12樓之4'],
    ['110號地下一層之1', '110號地下1層之1'],
    ['77之1號地下層', '77之1號地下層'],
    ['5號屋頂突出物', '5號屋頂突出物'],
    ['20號四慺', '20號4樓'],
    ['8號附一', '8附1號'],
    ['2號之四', '2之4號'],
    ['9號之4二樓之1', '9之4號2樓之1'],
    ['２４號', '24號'],
    ['29之3號)', '29之3號'],
    ['117之2號。', '117之2號'],
  ])('%s is written %s', (written, canonical) => {
    const number = readNumberColumn(normaliseText(written))
    expect(number && numberText(number)).toBe(canonical)
  })

  it.each([
    ['142號(房屋不存在)', '142號', '房屋不存在'],
    ['5之5號(農業設施(資材室))', '5之5號', '農業設施(資材室'],
    ['38號〈農業資材室〉', '38號', '農業資材室'],
    ['554號〔衛生室〕', '554號', '衛生室'],
    ['87號（高雄市旗山戶政事務所杉林辦公處）', '87號', '高雄市旗山戶政事務所杉林辦公處'],
  ])('keeps the remark of %s beside the number', (written, canonical, note) => {
    const number = readNumberColumn(normaliseText(written))
    expect(number && numberText(number)).toBe(canonical)
    expect(number?.note).toBe(note)
  })

  it('counts storeys below ground as negative', () => {
    expect(readNumberColumn('110號地下二層之1')).toMatchObject({ floor: -2, prefix: 'BASEMENT' })
    expect(readNumberColumn('3號十樓')).toMatchObject({ floor: 10, prefix: null })
  })

  it('finds no number where there is none', () => {
    expect(readNumberColumn('')).toBeNull()
    expect(readNumberColumn('號')).toBeNull()
  })

  it('reads what it has written as the same number', () => {
    const suffix = fc.option(fc.integer({ min: 1, max: 99 }), { nil: null })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), suffix, suffix, suffix, (...parts) => {
        const [number, behind, floor, room] = parts
        const text = `${number}${behind ? `之${behind}` : ''}號${floor ? `${floor}樓` : ''}${floor && room ? `之${room}` : ''}`
        const read = readNumberColumn(text)
        expect(read && numberText(read)).toBe(text)
      }),
    )
  })

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        readNumberColumn(normaliseText(text))
      }),
    )
  })
})

describe('the street columns', () => {
  const columns = { road: '', section: '', area: '', lane: '', alley: '', subAlley: '' }
  it.each([
    [
      { road: '旗甲路', section: '三段' },
      { road: '旗甲路', section: 3 },
    ],
    [{ road: '旗甲路3段' }, { road: '旗甲路', section: 3 }],
    [{ road: '中山路二段' }, { road: '中山路', section: 2 }],
    [{ road: '武營路台碱新村' }, { road: '武營路', area: '台碱新村' }],
    [{ road: '林森路東' }, { road: '林森路東', area: null }],
    [{ road: '文安路東段' }, { road: '文安路東段', section: null }],
    [
      { road: '中路', lane: '巷' },
      { road: null, lane: '中路巷' },
    ],
    [{ road: '光華路', lane: '光明9巷' }, { lane: '光明九巷' }],
    [{ road: '久堂路', lane: '城隍巷二樓' }, { lane: '城隍巷' }],
    [{ road: '中正路', lane: '3之2巷' }, { lane: '3之2巷' }],
    [{ road: '世運大道' }, { road: '世運大道', area: null }],
  ])('of %o are %o', (given, expected) => {
    expect(readStreetColumns({ ...columns, ...given })).toMatchObject(expected)
  })
})

describe('numerals', () => {
  it.each([
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['一十', 10],
    ['一百零三', 103],
    ['五四', 54],
    ['壹', 1],
    ['12', 12],
  ])('%s is %d', (text, value) => expect(readNumeral(text)).toBe(value))

  it('come back as they were written', () => {
    for (let value = 1; value < 100; value += 1)
      expect(readNumeral(writeNumeral(value))).toBe(value)
  })

  it('are told from words', () => expect(readNumeral('中正')).toBeNull())
})

describe('a row of the open-data form', () => {
  it('gives the parts, the canonical text and a place in EPSG:3826', () => {
    const plate = open({ section: '2段', lane: '78巷', number: '44號之2', neighborhood: 5 })
    expect(plate).toMatchObject({
      townCode: '64000330',
      villageCode: '64000330003',
      village: '和安里',
      neighborhood: 5,
      road: '中正路',
      section: 2,
      lane: '78巷',
      number: 44,
      numberSuffix: '2',
      text: '高雄市甲仙區和安里5鄰中正路二段78巷44之2號',
      hasLostCharacter: false,
    })
    expect(canonicalText(plate, '高雄市', '甲仙區')).toBe(plate.text)
    // the middle of 甲仙區 in both systems; its degrees have four decimals
    expect(Math.abs(plate.location.x - 211_416)).toBeLessThan(8)
    expect(Math.abs(plate.location.y - 2_557_239)).toBeLessThan(8)
  })

  it('writes one address in one way, however the office wrote it', () => {
    const ids = ['44之2號', '44號之2', '４４之２號'].map((number) => open({ number }).id)
    expect(new Set(ids).size).toBe(1)
  })

  it('keeps an address whose rare character was lost, and says so', () => {
    expect(open({ road: '山■路' })).toMatchObject({ road: '山?路', hasLostCharacter: true })
  })

  it.each([
    ['6403300-003', '64000330003'],
    ['64000330-003', '64000330003'],
    ['64000330003', '64000330003'],
    ['6403300-000', null],
  ])('knows the village by its code %s', (code, villageCode) => {
    expect(open({ code }).villageCode).toBe(villageCode)
  })

  it.each([
    ['COORDINATES_SWAPPED', { x: 23.1165, y: 120.6233 }],
    ['COORDINATES_OUTSIDE', { x: 121.5, y: 25.03 }],
    ['NUMBER_UNREADABLE', { number: '號' }],
    ['VILLAGE_MISSING', { village: '' }],
  ])('is %s where it says so', (fault, more) => {
    expect(readLine(OPEN_DATA_HEADER, jiaxianRow(more))).toBe(fault)
  })
})

describe('a row of the published form', () => {
  it('gives the same plate as the open-data form', () => {
    const published = plateOf(
      PUBLISHED_HEADER,
      '64000,64000330,和安里,004,中正路２段,,７８巷,,４４號之２,211416.02,2557239.11',
    )
    const { id, text } = open({ section: '二段', lane: '78巷', number: '44之2號' })
    expect(published).toMatchObject({ id, text })
  })

  it('has a settlement instead of a road', () => {
    const plate = plateOf(
      PUBLISHED_HEADER,
      '64000,64000330,大田里,003,,大丘園,,,１２號,211416.02,2557239.11',
    )
    expect(plate.text).toBe('高雄市甲仙區大田里3鄰大丘園12號')
  })

  it('with easting and northing exchanged is COORDINATES_SWAPPED', () => {
    const line = '64000,64000330,和安里,004,中正路,,,,1號,2557239.11,211416.02'
    expect(readLine(PUBLISHED_HEADER, line)).toBe('COORDINATES_SWAPPED')
  })
})
