import { byOrdinal, Faults, registered, variedSample, TODAY } from './sample.ts'

const villages = variedSample()

describe('what people own and are granted', () => {
  it('there are 290 cars and 590 motorcycles for 1,000 people, owned by living adults here', () => {
    const people = villages.flatMap(registered).length
    const vehicles = villages.flatMap((village) => village.vehicles)
    const motorcycles = vehicles.filter(({ kind }) => kind.endsWith('MOTORCYCLE')).length
    expect(Math.round((motorcycles / people) * 1000)).toBe(590)
    expect(Math.round(((vehicles.length - motorcycles) / people) * 1000)).toBe(290)
    const faults = new Faults()
    for (const village of villages) {
      const persons = byOrdinal(village)
      for (const { ownerOrdinal, id } of village.vehicles) {
        faults.when(persons.get(ownerOrdinal)?.presence !== 'REGISTERED', id)
      }
    }
    expect(faults.found).toEqual([])
  })

  it('electric vehicles have a motor power and no displacement, others the reverse', () => {
    const wrong = villages
      .flatMap((village) => village.vehicles)
      .filter(
        ({ fuel, displacementCc, motorPowerKw }) =>
          (fuel === 'ELECTRIC') !== (motorPowerKw !== null) ||
          (fuel === 'ELECTRIC') !== (displacementCc === 0),
      )
    expect(wrong).toEqual([])
  })

  it('former plates were given up by today, and no new plate has the letters I, O or the digit 4', () => {
    const vehicles = villages.flatMap((village) => village.vehicles)
    const former = vehicles.flatMap(({ formerPlates }) => formerPlates)
    expect(former.length).toBeGreaterThan(100)
    expect(
      former.filter(({ validFrom, validTo }) => validTo > TODAY || validTo < validFrom),
    ).toEqual([])
    const recent = vehicles.filter(({ firstPlateDate }) => firstPlateDate >= '2013-01-01')
    expect(recent.filter(({ plateNo }) => !/^[A-HJ-NP-Z]{3}-[0-35-9]{4}$/.test(plateNo))).toEqual(
      [],
    )
  })

  it('an unpaid tax names an object of its payer', () => {
    const faults = new Faults()
    for (const village of villages) {
      const owners = new Map(
        [...village.houses, ...village.parcels, ...village.vehicles].map((one) => [
          one.id,
          one.ownerOrdinal,
        ]),
      )
      for (const { objectId, payerOrdinal } of village.unpaidTaxes) {
        faults.when(owners.get(objectId) !== payerOrdinal, objectId)
      }
    }
    expect(faults.found).toEqual([])
  })

  it('households on the low-income roll live on at most 12,941 a head', () => {
    const faults = new Faults()
    for (const village of villages) {
      for (const { kind, memberOrdinals, householdOrdinal } of village.welfareStatuses) {
        const incomes = village.incomes.filter(({ ownerOrdinal }) =>
          memberOrdinals.includes(ownerOrdinal),
        )
        const total = incomes.reduce((sum, { amount }) => sum + amount, 0)
        const perHead = total / 12 / memberOrdinals.length
        faults.when(perHead > (kind === 'LOW_INCOME' ? 12_942 : 19_413), `${householdOrdinal}`)
      }
    }
    expect(faults.found).toEqual([])
  })

  it('every granted status has an approved application, and numbers are unique', () => {
    const applications = villages.flatMap((village) => village.welfareApplications)
    const approved = applications.filter(({ status }) => status === 'APPROVED').length
    expect(approved).toBe(villages.flatMap((village) => village.welfareStatuses).length)
    expect(new Set(applications.map(({ applicationNo }) => applicationNo)).size).toBe(
      applications.length,
    )
    expect(applications.filter(({ decidedDate }) => (decidedDate ?? '') > TODAY)).toEqual([])
  })
})
