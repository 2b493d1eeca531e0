import type {
  GeneratedPerson,
  GeneratedVillage,
} from '../../../../subgraphs/_kit/population/types.ts'
import { ageOf, byOrdinal, Faults, registered, variedSample, TODAY } from './sample.ts'

const villages = variedSample()
const peopleOf = new Map(villages.map((village) => [village, byOrdinal(village)]))

describe('households', () => {
  it('every registered person is in exactly one household, and a current one', () => {
    const faults = new Faults()
    for (const village of villages) {
      const places = new Map<number, number>()
      for (const household of village.households) {
        for (const member of household.memberOrdinals) {
          faults.when(places.has(member), `${member} stands in two households`)
          places.set(member, household.ordinal)
        }
      }
      const current = new Set(
        village.households.filter(({ status }) => status === 'CURRENT').map((one) => one.ordinal),
      )
      for (const person of registered(village)) {
        const place = places.get(person.ordinal)
        faults.when(place !== person.householdOrdinal, `${person.ordinal} stands elsewhere`)
        faults.when(!current.has(place ?? -1), `${person.ordinal} stands in a closed record`)
      }
    }
    expect(faults.found).toEqual([])
  })

  it('a current household has one head, living and of legal age, who stands first', () => {
    const faults = new Faults()
    for (const [village, household, members] of records()) {
      const heads = members.filter(({ relationCode }) => relationCode === 'HEAD')
      const [first] = members
      faults.when(heads.length !== 1, `${village.facts.village} ${household.ordinal}: heads`)
      faults.when(first!.ordinal !== household.headOrdinal, `${household.ordinal}: order`)
      if (household.status === 'CLOSED') continue
      faults.when(first!.presence !== 'REGISTERED', `${household.ordinal}: head not living`)
      faults.when(ageOf(first!.birthDate) < 20, `${household.ordinal}: head under age`)
    }
    expect(faults.found).toEqual([])
  })

  it('a lone person is a single household, and only houses that run something have a name', () => {
    const faults = new Faults()
    const types = new Set<string>()
    for (const [, household, members] of records()) {
      if (household.status === 'CLOSED') continue
      types.add(household.type)
      const living = members.filter(({ presence }) => presence === 'REGISTERED').length
      const isBusiness = household.type === 'COMMON_BUSINESS'
      faults.when((household.type === 'SINGLE') !== (living === 1), `${household.ordinal}: type`)
      faults.when((household.name !== null) !== isBusiness, `${household.ordinal}: name`)
    }
    expect(faults.found).toEqual([])
    expect([...types].toSorted()).toEqual(['COMMON_BUSINESS', 'COMMON_LIVING', 'SINGLE'])
  })

  it('a closed record is of a dead head, closed on the day of death, followed by a current one', () => {
    const faults = new Faults()
    const status = new Map<number, string>()
    for (const [, household] of records()) status.set(household.ordinal, household.status)
    let closed = 0
    for (const [, household, [head]] of records()) {
      if (household.status === 'CURRENT') continue
      closed += 1
      faults.when(household.closedDate !== head!.deathDate, `${household.ordinal}: closed`)
      faults.when(household.establishedDate >= household.closedDate!, `${household.ordinal}: dates`)
      const successor = status.get(household.successorOrdinal!)
      faults.when(successor !== 'CURRENT', `${household.ordinal}: successor`)
    }
    expect(faults.found).toEqual([])
    expect(closed).toBeGreaterThan(100)
  })

  it('no household is established in the future or without a door in its village', () => {
    const faults = new Faults()
    for (const [village, household] of records()) {
      faults.when(household.establishedDate > TODAY, `${household.ordinal}: future`)
      const isHere = household.addressText.includes(village.facts.village)
      faults.when(!isHere || household.plateId === '', `${household.ordinal}: no door`)
    }
    expect(faults.found).toEqual([])
  })
})

describe('relation to the head 稱謂', () => {
  it('children, parents, grandchildren, in-laws and spouses are so by kinship', () => {
    const faults = new Faults()
    const seen = new Set<string>()
    for (const [village, , [head, ...others]] of records()) {
      for (const person of others) {
        seen.add(person.relationCode!)
        const holds = rules[person.relationCode!]?.(person, head!, peopleOf.get(village)!) ?? true
        faults.when(!holds, `${person.ordinal}: ${person.relationText} of ${head!.ordinal}`)
      }
    }
    expect(faults.found).toEqual([])
    expect([...seen]).toEqual(expect.arrayContaining(Object.keys(rules)))
  })

  it('the text fits the sex and the rank among brothers or sisters', () => {
    const faults = new Faults()
    for (const person of villages.flatMap(registered)) {
      const isMale = person.sex === 'MALE'
      const { relationCode, relationText, birthOrder, ordinal } = person
      const form = isMale ? /^[長次三四五六七八九十]男$/ : /^[長次三四五六七八九十]女$/
      faults.when(!form.test(birthOrder), `${ordinal}: ${birthOrder}`)
      const isSon = relationCode === 'SON'
      faults.when(isSon && relationText !== birthOrder.replace('男', '子'), `${ordinal}: son`)
      faults.when(
        relationCode === 'DAUGHTER' && relationText !== birthOrder,
        `${ordinal}: daughter`,
      )
      faults.when(relationCode === 'WIFE' && isMale, `${ordinal}: wife`)
      faults.when(relationCode === 'HUSBAND' && !isMale, `${ordinal}: husband`)
    }
    expect(faults.found).toEqual([])
  })
})

type People = ReadonlyMap<number, GeneratedPerson>
type Rule = (person: GeneratedPerson, head: GeneratedPerson, people: People) => boolean

const isChild = (child: GeneratedPerson, parent: GeneratedPerson): boolean =>
  child.fatherOrdinal === parent.ordinal || child.motherOrdinal === parent.ordinal
const spouseOf = (person: GeneratedPerson, people: People): GeneratedPerson =>
  people.get(person.spouseOrdinal!)!
const sonsChild: Rule = (person, head, people) => isChild(people.get(person.fatherOrdinal!)!, head)
const isElder = (one: GeneratedPerson, other: GeneratedPerson): boolean =>
  one.birthDate <= other.birthDate && (one.fatherOrdinal ?? -1) === (other.fatherOrdinal ?? -2)

const rules: Partial<Record<string, Rule>> = {
  SON: isChild,
  DAUGHTER: isChild,
  FATHER: (person, head) => isChild(head, person),
  MOTHER: (person, head) => isChild(head, person),
  GRANDSON: sonsChild,
  GRANDDAUGHTER: sonsChild,
  DAUGHTERS_SON: (person, head, people) => isChild(people.get(person.motherOrdinal!)!, head),
  DAUGHTER_IN_LAW: (person, head, people) => isChild(spouseOf(person, people), head),
  SON_IN_LAW: (person, head, people) => isChild(spouseOf(person, people), head),
  WIFE: (person, head) => person.presence === 'DEAD' || person.spouseOrdinal === head.ordinal,
  HUSBAND: (person, head) => person.presence === 'DEAD' || person.spouseOrdinal === head.ordinal,
  ELDER_BROTHER: isElder,
  YOUNGER_BROTHER: (person, head) => isElder(head, person),
}

function* records(): Iterable<
  [GeneratedVillage, GeneratedVillage['households'][number], GeneratedPerson[]]
> {
  for (const village of villages) {
    const people = peopleOf.get(village)!
    for (const household of village.households) {
      yield [village, household, household.memberOrdinals.map((ordinal) => people.get(ordinal)!)]
    }
  }
}
