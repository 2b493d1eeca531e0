import { generateVillage } from '../../../../subgraphs/_kit/population/generate-population.ts'
import type { PlateSource } from '../../../../subgraphs/_kit/population/types.ts'
import { JIAXIAN_VILLAGES } from '../../../../subgraphs/_kit/population/village-facts.ts'
import { variedSample, TODAY } from './sample.ts'

const facts = JIAXIAN_VILLAGES[3]!

describe('door plates of generated households', () => {
  const villages = variedSample()
  const plates = villages.flatMap((village) => village.plates)

  it('are road-less, canonical, unique and marked synthetic', () => {
    const form = /^高雄市\p{Script=Han}+區\p{Script=Han}+里\d+鄰\p{Script=Han}*\d+(之\d+)?號$/u
    expect(plates.filter(({ text }) => !form.test(text))).toEqual([])
    expect(plates.filter(({ text }) => /[路街]/.test(text))).toEqual([])
    expect(new Set(plates.map(({ text }) => text)).size).toBe(plates.length)
    expect(plates.every(({ isSynthetic }) => isSynthetic)).toBe(true)
  })

  it('lie in the box of the nine rural districts', () => {
    const outside = plates.filter(
      ({ easting, northing }) =>
        easting < 185_000 || easting > 250_000 || northing < 2_515_000 || northing > 2_597_000,
    )
    expect(outside).toEqual([])
  })

  it('are shared by several households at times', () => {
    const households = villages.flatMap((village) => village.households)
    expect(new Set(households.map(({ plateId }) => plateId)).size).toBeLessThan(households.length)
  })

  it('are real ones where the village has enough', () => {
    const village = generateVillage(facts, { seed: 1, today: TODAY, plates: source(800) })
    expect(village.plates).toEqual([])
    const texts = village.households.map(({ addressText }) => addressText)
    expect(texts.filter((text) => !text.includes('文化路'))).toEqual([])
  })

  it('are generated beside the real ones where those are few', () => {
    const village = generateVillage(facts, { seed: 1, today: TODAY, plates: source(20) })
    const real = village.households.filter(({ plateId }) => plateId.startsWith('real-'))
    expect(new Set(real.map(({ plateId }) => plateId)).size).toBe(20)
    expect(village.plates.length).toBeGreaterThan(400)
  })
})

function source(count: number): PlateSource {
  const plates = Array.from({ length: count }, (_, index) => ({
    id: `real-${index}`,
    text: `高雄市甲仙區大田里2鄰文化路${index + 1}號`,
    neighborhood: 2,
    easting: 211_400,
    northing: 2_557_200,
  }))
  return { platesOf: () => plates }
}
