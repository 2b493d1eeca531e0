import { readRegisteredOperations } from '../../gateway/compile/registered-operations.ts'
import { parseAddress } from '../../subgraphs/address/parse/parse-address.ts'
import { post, type HubAnswer } from '../support/client.ts'
import { expectStillUp } from '../support/refusal.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

let hub: RunningHub
let plates: number
beforeAll(async () => {
  hub = await startTestHub({ HUB_PUBLIC_RATE: '0' })
  plates = await countPlates()
}, 90_000)
afterAll(() => hub?.stop())

const JIAXIAN = '64000330'
const operations = readRegisteredOperations()
async function ask(operation: string, variables: object): Promise<HubAnswer> {
  return post(hub, JSON.stringify({ query: operations.get(operation)?.text, variables }))
}
async function countPlates(): Promise<number> {
  const { body } = await ask('DoorPlatesByArea', { townCode: JIAXIAN, village: '和安里', first: 1 })
  return body.data.doorPlatesByArea.totalCount
}
/** Every place of the look-ups that takes words. */
const wordsOf = (text: string) =>
  [
    ['DoorPlatesByAddress', { text }],
    ['DoorPlatesByLandmark', { name: text }],
    ['DoorPlatesByIntersection', { roadA: text, roadB: '中正路' }],
    ['DoorPlatesByIntersection', { roadA: '中正路', roadB: text }],
    ['DoorPlatesByArea', { townCode: JIAXIAN, village: text }],
    ['DoorPlatesByArea', { townCode: JIAXIAN, village: '和安里', road: text }],
  ] as const

describe('I1 SQL in the words of a look-up', () => {
  it.each([
    "' OR 1=1--",
    "'; drop table door_plate; --",
    "中正路1號' union select null--",
    '$1',
    '%',
    '_',
    '%%%%',
    '\\',
    '\\%',
    '中正路%號',
    '\u0000',
    '中正\u0000路1號',
    '\ud800',
    '\udfff中正路1號',
    '\u202e號1路正中',
  ])('I1 %j is words: nothing is found by it, nothing breaks', async (text) => {
    for (const [operation, variables] of wordsOf(text)) {
      const { status, body } = await ask(operation, variables)
      expect({ operation, status, errors: body.errors }).toEqual({ operation, status: 200 })
      const answer = JSON.stringify(body.data)
      expect(answer).not.toMatch(/syntax|pg_|relation/i)
      if (operation === 'DoorPlatesByLandmark') expect(body.data.doorPlatesByLandmark).toEqual([])
    }
  })

  it('I1 4,000 characters are refused with the place and the limit', async () => {
    for (const [operation, variables] of wordsOf('中'.repeat(4_000))) {
      const { body } = await ask(operation, variables)
      expect(body.errors[0].extensions.code).toBe('BAD_USER_INPUT')
      expect(body.errors[0].message).toMatch(/at most 200 characters/)
    }
  })

  it.each([
    ['DoorPlatesByArea', { townCode: "64000330' or '1'='1", village: '和安里' }],
    ['DoorPlatesByArea', { townCode: JIAXIAN, village: '和安里', after: "'; select 1" }],
    [
      'DoorPlatesByArea',
      { townCode: JIAXIAN, village: '和安里', after: cursorOf([0, "'", 1, "'--"]) },
    ],
    [
      'DoorPlatesByArea',
      { townCode: JIAXIAN, village: '和安里', after: cursorOf([1e300, '', 1, '']) },
    ],
    [
      'DoorPlatesByArea',
      { townCode: JIAXIAN, village: '和安里', after: cursorOf([0, '\0', 1, '']) },
    ],
    ['DoorPlatesByIntersection', { roadA: '中正路', roadB: '永福街', townCode: '%' }],
  ])('I1 %s %j is refused or finds nothing', async (operation, variables) => {
    const { body } = await ask(operation, variables)
    const [error] = body.errors ?? []
    if (error) expect(error.extensions.code).toBe('BAD_USER_INPUT')
    else expect(body.data.doorPlatesByArea.nodes.length).toBeLessThanOrEqual(20)
  })

  it('I1 after all of it the register is as it was', async () => {
    expect(await countPlates()).toBe(plates)
    await expectStillUp(hub)
  })
})

function cursorOf(position: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url')
}

describe('I2 coordinates', () => {
  const queries = ['DoorPlatesNear', 'villageAt'] as const
  const askAt = (query: (typeof queries)[number], longitude: string, latitude: string) => {
    const text =
      query === 'villageAt'
        ? 'query ($longitude: Float!, $latitude: Float!) { villageAt(longitude: $longitude, latitude: $latitude) { code } }'
        : operations.get(query)?.text
    const variables = `{"longitude":${longitude},"latitude":${latitude}}`
    return post(hub, `{"query":${JSON.stringify(text)},"variables":${variables}}`)
  }

  it.each(queries)('I2 %s refuses what is no number', async (query) => {
    for (const value of ['NaN', 'Infinity', '-Infinity', '1e400', '"120.6"', 'null', '[120.6]']) {
      const { body } = await askAt(query, value, '23.1')
      expect(body.errors[0].extensions.code).toMatch(/^(REQUEST_MALFORMED|VARIABLE_INVALID)$/)
    }
  })

  it.each(queries)(
    'I2 %s refuses places out of range, and says when the two are swapped',
    async (query) => {
      for (const [longitude, latitude] of [
        ['0', '0'],
        ['181', '23.1'],
        ['120.6', '91'],
        ['-120.6', '23.1'],
        ['1e300', '-1e300'],
        ['211416', '2557239'],
      ] as const) {
        const { body } = await askAt(query, longitude, latitude)
        expect(body.errors[0].extensions.code).toBe('BAD_USER_INPUT')
        expect(body.errors[0].message).toContain('in Taiwan')
      }
      const { body } = await askAt(query, '23.1', '120.6')
      expect(body.errors[0].message).toContain('exchanged')
    },
  )

  it('I2 distances and numbers out of range are refused', async () => {
    const point = { longitude: 120.6, latitude: 23.1 }
    for (const more of [{ withinM: -1 }, { withinM: 0 }, { withinM: 2 ** 31 - 1 }, { first: -5 }]) {
      const { body } = await ask('DoorPlatesNear', { ...point, ...more })
      expect(body.errors[0].extensions.code).toMatch(/^(BAD_USER_INPUT|OPERATION_LIMIT)$/)
    }
  })
})

describe('I5 look-alikes and other forms of a character', () => {
  async function firstOf(text: string) {
    const { body } = await ask('DoorPlatesByAddress', { text })
    expect(body.errors).toBeUndefined()
    return body.data.doorPlatesByAddress.matches[0]
  }
  async function somePlate(): Promise<{ id: string; text: string }> {
    const { body } = await ask('DoorPlatesByArea', {
      townCode: JIAXIAN,
      village: '和安里',
      first: 1,
    })
    return body.data.doorPlatesByArea.nodes[0]
  }

  it('I5 compatibility forms, full width, joiners and direction marks find the same plate', async () => {
    const { id, text } = await somePlate()
    const written = [
      text.normalize('NFD'),
      text.normalize('NFKD'),
      // CJK compatibility ideographs: 里 U+F9E9, 高 as it is
      text.replaceAll('里', '\uf9e9'),
      text.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
      [...text].join('\u200b'),
      `\ufeff\u202a${text}\u202c`,
      text.replaceAll(/[市區里鄰]/g, (sign) => `${sign}\u3000`),
    ]
    for (const other of written) expect((await firstOf(other))?.doorPlate.id).toBe(id)
  })

  it('I5 a letter that only looks like a digit is none, and the answer is not sure of it', async () => {
    const { text } = await somePlate()
    // Cyrillic О for 0, Latin l for 1
    for (const alike of [text.replace(/\d+號$/, 'l號'), text.replace(/\d+號$/, 'О號')]) {
      const match = await firstOf(alike)
      expect(['EXACT', 'CANONICAL']).not.toContain(match?.quality)
    }
  })

  it('I5 a landmark is found by its name in either normal form', async () => {
    for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'] as const) {
      const { body } = await ask('DoorPlatesByLandmark', { name: '甲仙國小'.normalize(form) })
      expect(body.data.doorPlatesByLandmark[0].landmark.name).toBe('甲仙國小')
    }
  })
})

describe('I6 texts made to keep a pattern busy', () => {
  const pieces = [
    '之1',
    '1-',
    '一',
    '(',
    ')',
    '巷',
    '中',
    '段',
    '台1線',
    '公里',
    '號、1',
    '附',
    '樓',
    '\u3000',
    '?',
    '0',
    '高雄市',
    'B1',
    '路燈',
    '里',
  ] as const

  it('I6 200 characters of any of them, and of any two, are answered at once', async () => {
    const texts = pieces.flatMap((one) =>
      pieces.map((other) => `${one}${other}`.repeat(200).slice(0, 200)),
    )
    const started = performance.now()
    for (const text of texts) parseAddress(text)
    expect((performance.now() - started) / texts.length).toBeLessThan(5)
  })

  it('I6 the hub answers them as fast as any', async () => {
    for (const piece of pieces) {
      const text = piece.repeat(200).slice(0, 200)
      for (const [operation, variables] of wordsOf(text).slice(0, 3)) {
        const started = performance.now()
        const { status, body } = await ask(operation, variables)
        expect({ operation, status, errors: body.errors }).toEqual({ operation, status: 200 })
        expect(performance.now() - started).toBeLessThan(2_000)
      }
    }
  })
})
