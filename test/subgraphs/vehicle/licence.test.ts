import { currentLicence } from '../../../subgraphs/vehicle/licence/current-licence.ts'
import { licenceStatusOn } from '../../../subgraphs/vehicle/licence/licence-status.ts'
import { licenceValidTo } from '../../../subgraphs/vehicle/licence/licence-validity.ts'
import { LICENCE_TERMS } from '../../../subgraphs/vehicle/migrations/0004-licence-terms.ts'

const ordinary = (birthDate: string, issuedOn: string, today = '2018-05-10'): string | null =>
  licenceValidTo({ birthDate, issuedOn, isProfessional: false }, LICENCE_TERMS, today)
const professional = (birthDate: string, issuedOn: string): string | null =>
  licenceValidTo({ birthDate, issuedOn, isProfessional: true }, LICENCE_TERMS, '2018-05-10')

describe('an ordinary licence in 107', () => {
  it('is valid to the 75th birthday', () => {
    expect(ordinary('1980-02-03', '2000-01-01')).toBe('2055-02-03')
    expect(ordinary('1943-08-15', '1970-01-01')).toBe('2018-08-15')
  })

  it('ran out on the 75th birthday also where nobody renewed it', () => {
    expect(ordinary('1942-09-01', '1970-01-01')).toBe('2017-09-01')
  })

  it('binds who turned 75 on 106-07-01 and spares who turned 75 the day before', () => {
    expect(ordinary('1942-07-01', '1970-01-01')).toBe('2017-07-01')
    expect(ordinary('1942-06-30', '1970-01-01')).toBeNull()
  })

  it('is renewed for three years from 75 on', () => {
    expect(ordinary('1942-09-01', '2017-09-01')).toBe('2020-09-01')
    expect(ordinary('1942-09-01', '2020-09-01', '2021-01-01')).toBe('2023-09-01')
  })

  it('may be renewed a month before the birthday, not earlier', () => {
    expect(ordinary('1942-09-01', '2017-08-01')).toBe('2020-08-01')
    expect(ordinary('1942-09-01', '2017-07-31')).toBe('2017-09-01')
  })

  it('had no end before 106-07-01', () => {
    expect(ordinary('1980-02-03', '2000-01-01', '2017-06-30')).toBeNull()
    expect(ordinary('1980-02-03', '2000-01-01', '2017-07-01')).toBe('2055-02-03')
  })
})

describe('an ordinary licence from 115-05-01 on', () => {
  const today = '2026-05-01'

  it('is first renewed at 70, for a card to the 75th birthday, then every three years', () => {
    expect(ordinary('1960-03-04', '1985-01-01', today)).toBe('2030-03-04')
    expect(ordinary('1960-03-04', '2030-03-04', '2031-01-01')).toBe('2035-03-04')
    expect(ordinary('1960-03-04', '2035-03-04', '2036-01-01')).toBe('2038-03-04')
  })

  it('binds who turns 70 on that day and leaves the 75th birthday to who was 70 before', () => {
    expect(ordinary('1956-05-01', '1985-01-01', today)).toBe('2026-05-01')
    expect(ordinary('1956-04-30', '1985-01-01', today)).toBe('2031-04-30')
  })

  it('still spares who was 75 on 106-07-01', () => {
    expect(ordinary('1940-01-01', '1970-01-01', today)).toBeNull()
  })

  it('is not applied a day too early', () => {
    expect(ordinary('1960-03-04', '1985-01-01', '2026-04-30')).toBe('2035-03-04')
  })
})

describe('a professional licence', () => {
  it('runs six years, and one from 60 on', () => {
    expect(professional('1975-01-01', '2015-03-03')).toBe('2021-03-03')
    expect(professional('1957-01-01', '2018-01-05')).toBe('2019-01-05')
  })
})

describe('the status of a licence', () => {
  it('is expired from the day after its last day', () => {
    expect(licenceStatusOn(null, '2018-05-10', '2018-05-10')).toBe('VALID')
    expect(licenceStatusOn(null, '2018-05-09', '2018-05-10')).toBe('EXPIRED')
    expect(licenceStatusOn(null, null, '2018-05-10')).toBe('VALID')
  })

  it('is suspended or revoked whatever its last day', () => {
    expect(licenceStatusOn('SUSPENDED', '2018-05-09', '2018-05-10')).toBe('SUSPENDED')
    expect(licenceStatusOn('REVOKED', null, '2018-05-10')).toBe('REVOKED')
  })
})

describe('the licence of a person whose number has changed', () => {
  const row = {
    holderNationalId: 'S200000008',
    birthDate: '1970-01-01',
    classes: ['SMALL_CAR' as const],
    isProfessional: false,
    firstIssuedOn: '1990-01-01',
    issuedOn: '1990-01-01',
    measure: null,
  }

  it('is the card issued last', () => {
    const renewed = { ...row, holderNationalId: 'S100000006', issuedOn: '2010-01-01' }
    for (const found of [
      [row, renewed],
      [renewed, null, row],
    ]) {
      expect(currentLicence(found, LICENCE_TERMS, '2018-05-10')?.issuedOn).toBe('2010-01-01')
    }
  })

  it('is none where neither number has one', () => {
    expect(currentLicence([null, null], LICENCE_TERMS, '2018-05-10')).toBeNull()
  })
})
