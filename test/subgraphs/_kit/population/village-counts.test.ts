import fc from 'fast-check'
import { generateVillage } from '../../../../subgraphs/_kit/population/generate-population.ts'
import { JIAXIAN_VILLAGES } from '../../../../subgraphs/_kit/population/village-facts.ts'
import type { VillageFacts } from '../../../../subgraphs/_kit/population/types.ts'
import { countsOf, registered, sampleOf, TODAY } from './sample.ts'

const numbersOf = (facts: VillageFacts): Record<string, number> => {
  const { households, men, women, under15, from15to64, over64, from20, from18to19 } = facts
  return { households, men, women, under15, from15to64, over64, from20, from18to19 }
}

describe('counts of May 2018', () => {
  it('Jiaxian has seven villages, 2,308 households and 6,073 living registered people', () => {
    const villages = sampleOf('jiaxian')
    expect(villages).toHaveLength(7)
    const counts = villages.map((village) => countsOf(village))
    expect(counts.reduce((sum, { households }) => sum + households!, 0)).toBe(2308)
    expect(villages.reduce((sum, village) => sum + registered(village).length, 0)).toBe(6073)
  })

  it('each of the 99 rural villages has its households, men, women and age groups', () => {
    const villages = sampleOf('rural9', 3)
    expect(villages).toHaveLength(99)
    for (const village of villages) {
      expect({ village: village.facts.village, ...countsOf(village) }).toEqual({
        village: village.facts.village,
        ...numbersOf(village.facts),
      })
    }
  })

  it('any village that adds up, however odd, comes out to the last person', () => {
    fc.assert(
      fc.property(oddFacts(), fc.integer(), (facts, seed) => {
        const village = generateVillage(facts, { seed, today: TODAY })
        expect(countsOf(village)).toEqual(numbersOf(facts))
      }),
      { numRuns: 150 },
    )
  })

  it('the ages hold on any business date from the sample’s on, leap days among them', () => {
    const facts = JIAXIAN_VILLAGES[2]!
    fc.assert(
      fc.property(
        fc.constantFrom('2018-05-11', '2020-02-28', '2020-02-29', '2024-02-29', '2026-12-31'),
        (today) => {
          const village = generateVillage(facts, { seed: 4, today })
          expect(countsOf(village, today)).toEqual(numbersOf(facts))
        },
      ),
      { numRuns: 10 },
    )
  })
})

/** Small villages of any shape: all men, no kids, a household for each adult, one for all of them. */
function oddFacts(): fc.Arbitrary<VillageFacts> {
  const small = fc.nat({ max: 40 })
  return fc
    .record({
      under15: small,
      from15to17: small,
      from18to19: small,
      from20to64: fc.integer({ min: 1, max: 120 }),
      over64: small,
      menShare: share(),
      householdShare: share(),
    })
    .map(({ under15, from15to17, from18to19, from20to64, over64, menShare, householdShare }) => {
      const people = under15 + from15to17 + from18to19 + from20to64 + over64
      const men = Math.round(people * menShare)
      const from20 = from20to64 + over64
      return {
        townCode: '64000370',
        villageCode: '64000370002',
        town: '桃源區',
        village: '寶山里',
        households: Math.max(1, Math.round(from20 * householdShare)),
        men,
        women: people - men,
        under15,
        from15to64: from15to17 + from18to19 + from20to64,
        over64,
        from20,
        from18to19,
      }
    })
}

/** None, all, or anything between: the ends are where a village has no choice left. */
function share(): fc.Arbitrary<number> {
  return fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true }))
}
