import {
  CHANGED_PERSON_FORMER_NATIONAL_ID,
  CHANGED_PERSON_NATIONAL_ID,
  DEMO_CITIZEN_NATIONAL_ID,
  DEMO_VILLAGE_CODE,
  demoPeople,
  headNationalIds,
  PROTECTED_PERSON_NATIONAL_ID,
} from '../../../../subgraphs/_kit/population/demo.ts'
import type { GeneratedPerson } from '../../../../subgraphs/_kit/population/types.ts'
import { ageOf, byOrdinal, sampleOf } from './sample.ts'

const village = sampleOf('jiaxian', 5).find(({ facts }) => facts.villageCode === DEMO_VILLAGE_CODE)!
const people = byOrdinal(village)
const person = (name: keyof typeof demoPeople): GeneratedPerson => people.get(demoPeople[name])!
const household = village.households.find(({ headOrdinal }) => headOrdinal === demoPeople.citizen)!

describe('the demo citizen of 和安里', () => {
  it('is 45, divorced, a cleaner with a salary proof of 15,000, and heads a household of four', () => {
    expect(person('citizen')).toMatchObject({
      nationalId: DEMO_CITIZEN_NATIONAL_ID,
      sex: 'FEMALE',
      maritalStatus: 'DIVORCED',
      relationText: '戶長',
      isProtected: false,
      employment: { occupation: '清潔工', monthlySalary: 15000 },
    })
    expect(ageOf(person('citizen').birthDate)).toBe(45)
    expect(household.memberOrdinals).toEqual([
      demoPeople.citizen,
      demoPeople.mother,
      demoPeople.son,
      demoPeople.daughter,
    ])
    expect(household.memberOrdinals.map((one) => people.get(one)!.relationText)).toEqual([
      '戶長',
      '母',
      '長子',
      '長女',
    ])
  })

  it('has a son of 17 in a day school, a daughter of 10 and a mother of 72 on the farmers’ allowance', () => {
    const ages = (['son', 'daughter', 'mother'] as const).map((one) => ageOf(person(one).birthDate))
    expect(ages).toEqual([17, 10, 72])
    expect(person('son').schooling).toEqual({ level: 'SENIOR_HIGH', isDaySchool: true })
    const incomes = village.incomes
      .filter(({ ownerOrdinal }) => household.memberOrdinals.includes(ownerOrdinal))
      .map(({ kind, amount }) => [kind, amount / 12])
    expect(incomes.toSorted(([a], [b]) => String(a).localeCompare(String(b)))).toEqual([
      ['PENSION', 7256],
      ['SALARY', 15000],
    ])
  })

  it('alone exercises custody; her former husband and her brother are registered elsewhere', () => {
    const custody = village.kinships.filter(
      ({ kind, toOrdinal }) =>
        kind === 'CUSTODY' && [demoPeople.son, demoPeople.daughter].includes(toOrdinal as never),
    )
    expect(custody.map(({ fromOrdinal }) => fromOrdinal)).toEqual([
      demoPeople.citizen,
      demoPeople.citizen,
    ])
    expect([person('formerHusband').presence, person('brother').presence]).toEqual([
      'ELSEWHERE',
      'ELSEWHERE',
    ])
  })

  it('has one car of 1,598 cc, one motorcycle of 125 cc, a house, a plot and unpaid taxes', () => {
    const mine = <T extends { readonly ownerOrdinal: number }>(all: readonly T[]): T[] =>
      all.filter(({ ownerOrdinal }) => ownerOrdinal === demoPeople.citizen)
    expect(
      mine(village.vehicles).map(({ kind, displacementCc }) => [kind, displacementCc]),
    ).toEqual([
      ['CAR', 1598],
      ['HEAVY_MOTORCYCLE', 125],
    ])
    expect([mine(village.houses), mine(village.parcels)].map((all) => all.length)).toEqual([1, 1])
    const unpaid = village.unpaidTaxes.filter(
      ({ payerOrdinal }) => payerOrdinal === demoPeople.citizen,
    )
    expect(unpaid.map(({ kind, taxYear }) => [kind, taxYear])).toEqual([
      ['HOUSE_TAX', 106],
      ['LICENCE_PLATE_TAX', 107],
    ])
  })

  it('is on the low-income roll after one application', () => {
    const status = village.welfareStatuses.find(
      ({ applicantOrdinal }) => applicantOrdinal === demoPeople.citizen,
    )!
    expect(status).toMatchObject({ kind: 'LOW_INCOME', memberOrdinals: household.memberOrdinals })
    const applications = village.welfareApplications.filter(
      ({ applicantOrdinal }) => applicantOrdinal === demoPeople.citizen,
    )
    expect(applications.map(({ scheme, status: result }) => [scheme, result])).toEqual([
      ['LOW_INCOME', 'APPROVED'],
    ])
  })

  it('is the same person at every seed', () => {
    const other = sampleOf('jiaxian', 99)
      .flatMap(({ persons }) => persons)
      .find(({ ordinal }) => ordinal === demoPeople.citizen)!
    expect(other.nationalId).toBe(DEMO_CITIZEN_NATIONAL_ID)
    expect(other.birthDate).toBe(person('citizen').birthDate)
  })
})

describe('other fixed people', () => {
  it('a mother has a protection annotation with its legal ground', () => {
    expect(person('protectedPerson')).toMatchObject({
      nationalId: PROTECTED_PERSON_NATIONAL_ID,
      isProtected: true,
      protection: { ground: 'DOMESTIC_VIOLENCE_ACT', validTo: null },
    })
  })

  it('a person has a changed national ID and keeps the former one', () => {
    expect(person('changedPerson').nationalId).toBe(CHANGED_PERSON_NATIONAL_ID)
    expect(person('changedPerson').formerNationalIds[0]!.nationalId).toBe(
      CHANGED_PERSON_FORMER_NATIONAL_ID,
    )
  })

  it('the heads of twenty households can be asked for', () => {
    const heads = headNationalIds(village, 20)
    expect(new Set(heads).size).toBe(20)
  })
})
