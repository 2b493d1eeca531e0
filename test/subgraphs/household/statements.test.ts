import type { GeneratedPerson } from '../../../subgraphs/_kit/population/types.ts'
import { CITIZEN, village } from './chen-family.ts'
import { openDesk, TAX_LIST, type RegisterDesk } from './register-desk.ts'
import { makeHousehold, makePerson, makeVillage } from './small-village.ts'

/** The household agency's part of OneStopPerson, as the gateway fetches it. */
const SELECTION = `
  id name { full latin } nationalIdMasked birthDate sex flags { kind } formerIds isProtected
  registration {
    asOf authority { code name }
    household {
      id householdNo type
      headOfHousehold { id name { full } }
      members { relationToHead person { id name { full } birthDate } }
      address { text isProtected doorPlate { id } }
    }
  }`
const EVERYTHING = `${SELECTION}
  notes(reason: STATUTORY_DUTY) { text } idCard { issueDate }
  history { nationalIds { validFrom } closedRecords { id } }
  kinship { parents { person { id registration { household { id } } } } spouses { person { id } } }`

const HOUSEHOLDS = 20

/** Twenty households of one to twenty people. */
function streetOfHouseholds() {
  const homes = Array.from({ length: HOUSEHOLDS }, (_, index) => {
    const key = 1000 + index
    const people = Array.from({ length: index + 1 }, (__, place): GeneratedPerson => {
      const role = place === 0 ? (['HEAD', '戶長'] as const) : (['LODGER', '寄居人'] as const)
      return makePerson(10_000 + index * 100 + place, ['街某某', ...role], {
        householdOrdinal: key,
      })
    })
    return { people, household: makeHousehold(key, people) }
  })
  const persons = homes.flatMap(({ people }) => people)
  const households = homes.map(({ household }) => household)
  const street = makeVillage({ persons, households, kinships: [] })
  return { ...street, facts: { ...street.facts, villageCode: '64000330005' } }
}

describe('how often the register is asked', () => {
  const street = streetOfHouseholds()
  let desk: RegisterDesk
  beforeAll(async () => void (desk = await openDesk([village, street])))
  afterAll(() => desk?.close())

  const wave = async (selection: string, households: number) => {
    const heads = street.households.slice(0, households).map((household) => household.headOrdinal)
    const asked = street.persons
      .filter((person) => heads.includes(person.ordinal))
      .map((person) => ({ __typename: 'Person', id: desk.sealer.seal(person.nationalId) }))
    const { data, errors } = await desk.entities(`... on Person { ${selection} }`, asked, TAX_LIST)
    expect(errors).toBeUndefined()
    return { people: data._entities, count: desk.statements().length }
  }

  it('asks five times for the one-stop citizen: case, person, flags, household, members', async () => {
    const { data, errors } = await desk.ask(
      `query ($nationalId: NationalId!) { person(nationalId: $nationalId) { ${SELECTION} } }`,
      { nationalId: CITIZEN },
    )
    expect(errors).toBeUndefined()
    expect(data.person.registration.authority).toEqual({
      code: 'QS_HRO',
      name: '高雄市旗山戶政事務所',
    })
    expect(desk.statements()).toHaveLength(5)
  })

  it('asks as often for twenty households of up to twenty people as for one person alone', async () => {
    const alone = await wave(SELECTION, 1)
    const all = await wave(SELECTION, HOUSEHOLDS)
    expect(
      all.people.map(
        (person: { registration: { household: { members: unknown[] } } }) =>
          person.registration.household.members.length,
      ),
    ).toEqual(Array.from({ length: HOUSEHOLDS }, (_, index) => index + 1))
    expect([alone.count, all.count]).toEqual([5, 5])
  })

  it('asks once more for each further table, however many people', async () => {
    expect((await wave(EVERYTHING, HOUSEHOLDS)).count).toBe(9)
  })

  it('lets callers who ask at once share statements, and gives each what the case opens, no more', async () => {
    const heads = street.persons.filter(({ relationCode }) => relationCode === 'HEAD')
    const askFor = async ({ nationalId }: GeneratedPerson, caller: object) => {
      const asked = [{ __typename: 'Person', id: desk.sealer.seal(nationalId) }]
      return (await desk.entities(`... on Person { ${SELECTION} }`, asked, caller)).data
        ._entities[0]
    }
    const alone = []
    for (const head of heads) alone.push(await askFor(head, TAX_LIST))
    const together = heads.flatMap((head) => [askFor(head, TAX_LIST), askFor(head, {})])
    const answers = await Promise.all(together)
    expect(answers.filter((_, index) => index % 2 === 0)).toEqual(alone)
    // the citizen's case opens no neighbour, whoever else is just being answered about one
    expect(answers.filter((_, index) => index % 2 === 1)).toEqual(heads.map(() => null))
    expect(desk.statements().length).toBeLessThan(heads.length * 5)
  })
})
