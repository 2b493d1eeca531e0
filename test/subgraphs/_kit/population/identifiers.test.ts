import fc from 'fast-check'
import {
  CHANGED_PERSON_FORMER_NATIONAL_ID,
  DEMO_CITIZEN_NATIONAL_ID,
} from '../../../../subgraphs/_kit/population/demo.ts'
import { generateVillage } from '../../../../subgraphs/_kit/population/generate-population.ts'
import { scatter } from '../../../../subgraphs/_kit/population/identifiers.ts'
import { isNationalId } from '../../../../schemas/scalars/national-id.ts'
import { variedSample, TODAY } from './sample.ts'

const villages = variedSample()
const persons = villages.flatMap((village) => village.persons)

describe('identifiers', () => {
  it('every national ID is valid, tells the sex and belongs to one person', () => {
    const ids = persons.flatMap((person) => [
      person.nationalId,
      ...person.formerNationalIds.map(({ nationalId }) => nationalId),
    ])
    expect(ids.filter((id) => !isNationalId(id))).toHaveLength(0)
    expect(new Set(ids).size).toBe(ids.length)
    const wrong = persons.filter(
      ({ nationalId, sex }) => nationalId.charAt(1) !== (sex === 'MALE' ? '1' : '2'),
    )
    expect(wrong).toHaveLength(0)
  })

  it('S223456786 is the demo citizen alone', () => {
    expect(DEMO_CITIZEN_NATIONAL_ID).toBe('S223456786')
    expect(persons.filter(({ nationalId }) => nationalId === 'S223456786')).toHaveLength(1)
  })

  it('most people of Jiaxian born before the merger carry the letter S', () => {
    const older = villages
      .filter(({ facts }) => facts.townCode === '64000330')
      .flatMap((village) => village.persons)
      .filter(({ birthDate }) => birthDate < '2010-12-25')
    const share = older.filter(({ nationalId }) => nationalId.startsWith('S')).length / older.length
    expect(share).toBeGreaterThan(0.7)
    expect(share).toBeLessThan(0.9)
  })

  it('household numbers, record ids, plates and VINs are unique and well formed', () => {
    const households = villages.flatMap((village) => village.households)
    const vehicles = villages.flatMap((village) => village.vehicles)
    const plates = vehicles.flatMap((one) => [
      one.plateNo,
      ...one.formerPlates.map(({ plateNo }) => plateNo),
    ])
    const lists: readonly (readonly (string | number)[])[] = [
      households.map(({ householdNo }) => householdNo),
      [...households, ...vehicles, ...villages.flatMap((village) => village.plates)].map(
        ({ id }) => id,
      ),
      villages.flatMap((village) => [...village.houses, ...village.parcels]).map(({ id }) => id),
      persons.map(({ ordinal }) => ordinal),
      plates,
      vehicles.map(({ vin }) => vin),
    ]
    for (const unique of lists) expect(new Set(unique).size).toBe(unique.length)
    expect(households.filter(({ householdNo }) => !/^[A-Z]\d{7}$/.test(householdNo))).toEqual([])
    expect(vehicles.filter(({ vin }) => !/^[A-HJ-NPR-Z0-9]{17}$/.test(vin))).toEqual([])
    const forms =
      /^([A-HJ-NP-Z]{3}-[0-35-9]{4}|\d{4}-[A-HJ-NP-Z]{2}|[A-HJ-NP-Z]{2}-\d{4}|[A-HJ-NP-Z]{3}-\d{3}|\d{3}-[A-HJ-NP-Z]{3})$/
    expect(plates.filter((plate) => !forms.test(plate))).toEqual([])
  })

  it('a village generated alone draws the same numbers as among the others', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: villages.length - 1 }), (index) => {
        const { facts } = villages[index]!
        const alone = generateVillage(facts, { seed: 107, today: TODAY })
        expect(alone.persons[5]).toEqual(villages[index]!.persons[5])
        expect(alone.households.at(-1)).toEqual(villages[index]!.households.at(-1))
      }),
      { numRuns: 10 },
    )
  })

  it('scattering numbers over a space never gives one of them twice', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(6_000_000, 10_000_000, 24 * 24 * 9 ** 4, 5_760_000, 24 ** 3 * 1000),
        fc.nat({ max: 5_000_000 }),
        fc.nat({ max: 5_000_000 }),
        (space, one, other) => {
          fc.pre(one !== other && one < space && other < space)
          expect(scatter(one, space)).not.toBe(scatter(other, space))
          expect(scatter(one, space)).toBeLessThan(space)
        },
      ),
    )
  })

  it('a changed national ID keeps the former number with its dates and reason', () => {
    const changed = persons.filter(({ formerNationalIds }) => formerNationalIds.length > 0)
    expect(changed.length).toBeGreaterThan(3)
    for (const { formerNationalIds, birthDate } of changed) {
      const [former] = formerNationalIds
      expect(former!.validFrom).toBe(birthDate)
      expect(former!.validTo < TODAY).toBe(true)
    }
    expect(CHANGED_PERSON_FORMER_NATIONAL_ID).toMatch(/^S1/)
  })
})
