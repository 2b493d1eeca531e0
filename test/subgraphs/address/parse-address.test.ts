import fc from 'fast-check'
import { parseAddress } from '../../../subgraphs/address/parse/parse-address.ts'

describe('an address as people say and write it', () => {
  it.each([
    ['高雄縣甲仙鄉和安村', '高雄市甲仙區和安里'],
    ['高雄縣三民鄉瑪雅村220號', '高雄市那瑪夏區瑪雅里220號'],
    ['臺灣省高雄縣旗山鎮中正里中正路１號', '高雄市旗山區中正里中正路1號'],
    ['高雄甲仙和安里中正路1號', '高雄市甲仙區和安里中正路1號'],
    ['甲仙和安里和安街42號之1', '高雄市甲仙區和安里和安街42之1號'],
    ['847高雄市甲仙區中正路50號', '高雄市甲仙區中正路50號'],
    ['(84741)高雄市甲仙區中正路50號', '高雄市甲仙區中正路50號'],
    ['地址：高雄市 甲仙區 和安里 四鄰 中正路 五十號', '高雄市甲仙區和安里4鄰中正路50號'],
    ['寶隆里光華路20號', '寶隆里光華路20號'],
    ['西安里文化路45號', '西安里文化路45號'],
    ['五里路24-2號', '五里路24之2號'],
    ['四德巷10號之10', '四德巷10之10號'],
    ['集來里通仙巷333號', '集來里通仙巷333號'],
    ['月眉里清水路中學巷6號', '月眉里清水路中學巷6號'],
    ['新庄里司馬路45巷5號', '新庄里司馬路45巷5號'],
    ['新興里212號', '新興里212號'],
    ['中興里中庄193號', '中興里中庄193號'],
    ['荖濃里南橫路72號', '荖濃里南橫路72號'],
    ['茂林里4-5號', '茂林里4之5號'],
    ['勤和里南橫公路三段201號', '勤和里南橫公路三段201號'],
    ['達卡努瓦里大光巷159號', '達卡努瓦里大光巷159號'],
    ['維新路光明九巷69-10號', '維新路光明九巷69之10號'],
    ['維新路光明9巷69-10號', '維新路光明九巷69之10號'],
    ['中山路2段358號', '中山路二段358號'],
    ['旗甲路 3 段 179 號', '旗甲路三段179號'],
    ['中山1路15號', '中山一路15號'],
    ['民族路三十六巷二號', '民族路36巷2號'],
    ['三民路五巷十三弄1號', '三民路5巷13弄1號'],
    ['四巷5號', '四巷5號'],
    ['中正路269號之1310樓', '中正路269之13號10樓'],
    ['中正路269號之135樓之2', '中正路269之13號5樓之2'],
    ['中正路269號之5樓之3', '中正路269號5樓之3'],
    ['竹東路554號〔衛生室〕', '竹東路554號'],
    ['中正路100號5F-3', '中正路100號5樓之3'],
    ['中正路100號五樓之3', '中正路100號5樓之3'],
    ['中正路100號5樓3室', '中正路100號5樓之3'],
    ['中正路100號B1', '中正路100號地下1層'],
    ['中正路臨130號之4', '中正路臨130之4號'],
    ['中正路98號附1', '中正路98附1號'],
    ['大寮區琉球里巷尾路76號', '高雄市大寮區琉球里巷尾路76號'],
    ['旗南一路136-4巷21-3號', '旗南一路136之4巷21之3號'],
    ['中正路42之1', '中正路42之1號'],
    ['甲仙區和安里四德', '高雄市甲仙區和安里四德'],
    ['内門區內豐里1號', '高雄市內門區內豊里1號'],
  ])('%s is %s', (written, canonical) => expect(parseAddress(written).text).toBe(canonical))

  it('gives the parts of a full address', () => {
    expect(
      parseAddress('高雄市甲仙區和安里004鄰中正路２段７８巷3弄44號之2五樓之3(空屋)'),
    ).toMatchObject({
      kind: 'PLATE',
      county: '高雄市',
      town: '甲仙區',
      townCode: '64000330',
      village: '和安里',
      neighborhood: 4,
      road: '中正路',
      section: 2,
      area: null,
      lane: '78巷',
      alley: '3弄',
      number: 44,
      numberSuffix: '2',
      floor: 5,
      room: '3',
      note: '空屋',
      unplaced: [],
    })
  })

  it.each(['95、97號', '95號、97號', '95,97號', '95及97號', '95~97號', '95 97號'])(
    'reads both numbers of 中正路%s',
    (numbers) => {
      const { number, otherNumbers } = parseAddress(`中正路${numbers}`)
      expect({ number, otherNumbers }).toEqual({ number: 95, otherNumbers: ['97'] })
    },
  )

  it('says what it could not place', () => {
    expect(parseAddress('中正路50號對面鐵皮屋').unplaced).toEqual(['對面鐵皮屋'])
    expect(parseAddress('!!??').unplaced).toEqual(['!!??'])
    expect(parseAddress(`中正路50號${'啊'.repeat(300)}`).unplaced.join('')).toMatch(/^啊+$/)
  })

  it('knows a county whose plates the hub does not have', () => {
    expect(parseAddress('臺北市中正區中山南路1號')).toMatchObject({
      county: '台北市',
      town: '中正區',
      townCode: null,
      isElsewhere: true,
      road: '中山南路',
      number: 1,
    })
  })
})

describe('a place that is no door plate', () => {
  it.each([
    ['中正路近永福街口', ['中正路', '永福街']],
    ['中正路與永福街交叉口', ['中正路', '永福街']],
    ['中山路2段/民族路', ['中山路二段', '民族路']],
    ['中正路永福街口', ['中正路', '永福街']],
    ['自強路和平路口', ['自強路', '和平路']],
  ])('%s is crossroads', (written, roads) =>
    expect(parseAddress(`甲仙區${written}`)).toMatchObject({
      kind: 'CROSSROADS',
      town: '甲仙區',
      number: null,
      roads,
    }),
  )

  it.each([
    ['台29線25K+300', 'KILOMETRE_POST', '25K+300'],
    ['甲仙區南橫公路95.5公里處', 'KILOMETRE_POST', '95.5公里'],
    ['甲仙區中正路路燈12345', 'LAMP_POST', '路燈12345'],
    ['和安里電線桿編號G1234-AB12', 'LAMP_POST', '電線桿編號G1234-AB12'],
  ])('%s is a %s', (written, kind, marker) =>
    expect(parseAddress(written)).toMatchObject({ kind, marker, number: null }),
  )
})

describe('any text whatever', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc
      .array(
        fc.constantFrom(
          ...'高雄市甲仙區和安里四鄰中正路街巷弄衖號之樓段臨附地下0123五十(),、-~FfBK+ \u0000\ud800',
        ),
        {
          maxLength: 400,
        },
      )
      .map((signs) => signs.join('')),
  )

  it('never makes the parser throw', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { kind, text: printed } = parseAddress(text)
        expect(typeof kind).toBe('string')
        expect(printed.isWellFormed()).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  it.each(["' OR 1=1--", '%', '_', '\\', '\u0000', '\ud800', '中'.repeat(4_000)])(
    'as hostile as %j is read as words',
    (text) => expect(parseAddress(text).kind).toBe('NOTHING'),
  )

  it.each(['路', '巷', '之1', '1、', '(', '樓', '中正路', '一', '號', '1K+', '鄰', '路燈'])(
    'costs no more for 100,000 times %s than reading it',
    (unit) => {
      const long = unit.repeat(100_000)
      const start = performance.now()
      for (let i = 0; i < 20; i += 1) parseAddress(long)
      expect((performance.now() - start) / 20).toBeLessThan(10)
    },
  )

  it('is canonical after one reading: parsing what was printed prints the same', () => {
    fc.assert(
      fc.property(canonicalAddresses(), (text) => {
        const parsed = parseAddress(text)
        expect(parsed.text).toBe(text)
        expect(parsed.unplaced).toEqual([])
        expect(parseAddress(parsed.text)).toEqual(parsed)
      }),
      { numRuns: 500 },
    )
  })
})

/** Texts as the register's canonical form has them. */
function canonicalAddresses(): fc.Arbitrary<string> {
  const optional = (arbitrary: fc.Arbitrary<string>) => fc.option(arbitrary, { nil: '' })
  const upTo = (most: number) => fc.integer({ min: 1, max: most }).map(String)
  const village = fc.constantFrom('和安里', '東安里', '小林里', '寶隆里')
  const road = fc.constantFrom(
    '中正路',
    '和安街',
    '南橫公路',
    '世運大道',
    '中路街',
    '公園路二街',
    '中山一路',
  )
  const section = fc.constantFrom('', '一段', '二段', '十段')
  const lane = fc.constantFrom('78巷', '3之2巷', '四德巷', '光明九巷', '')
  const street = fc.oneof(
    fc.tuple(road, section, lane).map((parts) => parts.join('')),
    fc.constantFrom('四德巷', '中庄', '五里埔', ''),
  )
  const storey = fc.oneof(
    upTo(60).map((floor) => `${floor}樓`),
    fc.constantFrom('地下1層', '地下層', '屋頂突出物'),
  )
  return fc
    .tuple(
      village,
      optional(upTo(99).map((ordinal) => `${ordinal}鄰`)),
      street,
      fc.constantFrom('', '臨'),
      upTo(99_999),
      optional(upTo(99).map((suffix) => `之${suffix}`)),
      optional(upTo(9).map((annex) => `附${annex}`)),
      fc.constant('號'),
      optional(
        fc.tuple(storey, optional(upTo(30).map((room) => `之${room}`))).map((all) => all.join('')),
      ),
    )
    .map((parts) => `高雄市甲仙區${parts.join('')}`)
}
