import fc from 'fast-check'
import { generateVillage } from '../../../../subgraphs/_kit/population/generate-population.ts'
import { RURAL_VILLAGES } from '../../../../subgraphs/_kit/population/village-facts.ts'
import type {
  GeneratedKinship,
  GeneratedPerson,
  GeneratedVillage,
} from '../../../../subgraphs/_kit/population/types.ts'
import { ageOf, byOrdinal, Faults, variedSample, TODAY } from './sample.ts'

const villages = variedSample()
const peopleOf = new Map(villages.map((village) => [village, byOrdinal(village)]))
const yearsBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / (365.25 * 86_400_000)

describe('kinship', () => {
  it('no parent is less than 16 years older than the child, no mother more than 47', () => {
    expect(villages.flatMap(impossibleParents)).toEqual([])
    fc.assert(
      fc.property(fc.constantFrom(...RURAL_VILLAGES), fc.integer(), (facts, seed) => {
        const village = generateVillage(facts, { seed, today: TODAY })
        expect(impossibleParents(village)).toEqual([])
      }),
      { numRuns: 12 },
    )
  })

  it('no tie begins before both are born or after today, and no child is born to the dead', () => {
    const faults = new Faults()
    for (const [kinship, from, to] of ties()) {
      const { kind, validFrom, validTo, fromOrdinal } = kinship
      const isEarly = validFrom < from.birthDate || validFrom < to.birthDate
      faults.when(isEarly || validFrom > TODAY, `${kind} of ${fromOrdinal} from ${validFrom}`)
      faults.when(validTo !== null && validTo < validFrom, `${kind} of ${fromOrdinal} ends early`)
      const isLate = from.deathDate !== null && to.birthDate > from.deathDate
      faults.when(kind === 'PARENT' && isLate, `${fromOrdinal} was dead`)
    }
    expect(faults.found).toEqual([])
  })

  it('a marriage is of a man and a woman of legal age that day: Act 748 comes in 2019', () => {
    const faults = new Faults()
    for (const [kinship, husband, wife] of ties('SPOUSE')) {
      const { validFrom, marriageKind, fromOrdinal } = kinship
      faults.when(husband.sex !== 'MALE' || wife.sex !== 'FEMALE', `${fromOrdinal}: sexes`)
      faults.when(marriageKind !== 'CIVIL_CODE', `${fromOrdinal}: kind`)
      faults.when(yearsBetween(husband.birthDate, validFrom) < 17.99, `${fromOrdinal}: age of man`)
      faults.when(yearsBetween(wife.birthDate, validFrom) < 15.99, `${fromOrdinal}: age of woman`)
    }
    expect(faults.found).toEqual([])
  })

  it('a marriage in force joins two living people who are each other’s spouse', () => {
    const faults = new Faults()
    for (const [{ validTo }, husband, wife] of ties('SPOUSE')) {
      if (validTo !== null) continue
      const areMutual =
        husband.spouseOrdinal === wife.ordinal && wife.spouseOrdinal === husband.ordinal
      const areMarried = husband.maritalStatus === 'MARRIED' && wife.maritalStatus === 'MARRIED'
      const areLiving = husband.deathDate === null && wife.deathDate === null
      faults.when(!areMutual || !areMarried || !areLiving, `${husband.ordinal} ${wife.ordinal}`)
    }
    expect(faults.found).toEqual([])
  })

  it('a person has at most one father, one mother and one marriage in force', () => {
    const faults = new Faults()
    const held = new Set<string>()
    const hold = (key: string): void => {
      faults.when(held.has(key), key)
      held.add(key)
    }
    for (const [{ kind, validTo }, from, to] of ties()) {
      if (kind === 'PARENT') hold(`${from.sex} parent of ${to.ordinal}`)
      if (kind !== 'SPOUSE' || validTo !== null) continue
      hold(`spouse of ${from.ordinal}`)
      hold(`spouse of ${to.ordinal}`)
    }
    expect(faults.found).toEqual([])
  })

  it('custody is of people under 20, by a divorced parent', () => {
    const custodies = [...ties('CUSTODY')]
    expect(custodies.length).toBeGreaterThan(100)
    const wrong = custodies.filter(
      ([, parent, child]) =>
        ageOf(child.birthDate) >= 20 ||
        parent.maritalStatus !== 'DIVORCED' ||
        (child.fatherOrdinal !== parent.ordinal && child.motherOrdinal !== parent.ordinal),
    )
    expect(wrong).toEqual([])
  })

  it('a minor has a parent on record or a guardian', () => {
    const guarded = new Set([...ties('GUARDIAN')].map(([{ toOrdinal }]) => toOrdinal))
    const alone = villages
      .flatMap((village) => village.persons)
      .filter(({ presence, birthDate }) => presence === 'REGISTERED' && ageOf(birthDate) < 20)
      .filter(
        ({ fatherOrdinal, motherOrdinal }) => fatherOrdinal === null && motherOrdinal === null,
      )
      .filter(({ ordinal }) => !guarded.has(ordinal))
    expect(alone).toEqual([])
  })

  it('every kind of tie the welfare law asks about is there', () => {
    const kinds = new Set(villages.flatMap((village) => village.kinships.map(({ kind }) => kind)))
    expect([...kinds].toSorted()).toEqual([
      'ADOPTIVE_PARENT',
      'CUSTODY',
      'GUARDIAN',
      'PARENT',
      'SAME_SEX_PARTNER_ANNOTATION',
      'SPOUSE',
    ])
  })
})

function* ties(
  only?: GeneratedKinship['kind'],
): Iterable<[GeneratedKinship, GeneratedPerson, GeneratedPerson]> {
  for (const village of villages) {
    const people = peopleOf.get(village)!
    for (const kinship of village.kinships) {
      if (only !== undefined && kinship.kind !== only) continue
      yield [kinship, people.get(kinship.fromOrdinal)!, people.get(kinship.toOrdinal)!]
    }
  }
}

function impossibleParents(village: GeneratedVillage): string[] {
  const faults = new Faults()
  const people = byOrdinal(village)
  for (const { kind, fromOrdinal, toOrdinal } of village.kinships) {
    if (kind !== 'PARENT') continue
    const parent = people.get(fromOrdinal)!
    const gap = yearsBetween(parent.birthDate, people.get(toOrdinal)!.birthDate)
    const most = parent.sex === 'FEMALE' ? 47 : 66
    faults.when(gap <= 16 || gap >= most, `${fromOrdinal} of ${toOrdinal}: ${gap} years`)
  }
  return faults.found
}
