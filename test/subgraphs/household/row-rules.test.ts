import type {
  CaseRow,
  PurposeLimitRow,
} from '../../../subgraphs/household/register/register-tables.ts'
import {
  findRefusal,
  ROW_RULES,
  type RowQuestion,
} from '../../../subgraphs/household/case/row-rules.ts'
import type { Standing } from '../../../subgraphs/household/case/standing.ts'

const CASE: CaseRow = {
  caseNo: '1070510-0147',
  clientId: null,
  officer: 'jiaxian-desk-1',
  coverage: 'PERSON',
  citizenNationalId: 'S223456786',
  status: 'OPEN',
  openedOn: '2018-05-10',
  closedOn: null,
}
const LIMITS: PurposeLimitRow = {
  purpose: 'joint-service',
  deceasedMonths: 12,
  minors: 'OWN_CASE',
  crossesRegions: true,
  validFrom: '2008-05-28',
  validTo: null,
  source: 'a law',
  certainty: 'known',
}
const OFFICER = { isKnown: true, personNo: 1, kinNos: [2], housemateNos: [1, 3] }
const STANDING: Standing = {
  found: CASE,
  isConsentWithdrawn: false,
  reach: [],
  limits: LIMITS,
  majorityAge: 20,
  officer: OFFICER,
  colleagueNos: [],
  liftedNos: [],
}
const PERSON = { personNo: 9, birthDate: '1970-01-01', deathDate: null, townCode: '64000330' }
const CALLER = { sub: 'clerk', client: 'desk', regions: ['64000330'], caseAssignment: false }

interface Changes {
  readonly person?: Partial<RowQuestion['person']>
  readonly standing?: Partial<Standing>
  readonly caller?: Partial<RowQuestion['caller']>
  readonly relation?: RowQuestion['relation']
  readonly today?: string
}

const reasonOf = ({ person, standing, caller, relation = 'CITIZEN', today }: Changes) =>
  findRefusal({
    person: { ...PERSON, ...person },
    standing: { ...STANDING, ...standing },
    caller: { ...CALLER, ...caller },
    relation,
    today: today ?? '2018-05-10',
  })
const ownCase = { ...CASE, clientId: 'desk', officer: 'another' }

describe('the row rules', () => {
  it('stand in their order, each with its reason once and its source', () => {
    const orders = ROW_RULES.map(({ order }) => order)
    expect(orders).toEqual(orders.toSorted((a, b) => a - b))
    expect(new Set(ROW_RULES.map(({ reason }) => reason)).size).toBe(ROW_RULES.length)
    for (const { source } of ROW_RULES) expect(source).toMatch(/法/)
  })

  it.each<readonly [string, Changes, ReturnType<typeof reasonOf>]>([
    ['the citizen of the case', {}, null],
    ['anyone without a case', { standing: { found: null } }, 'CASE_NOT_OPEN'],
    [
      'under a closed case',
      { standing: { found: { ...CASE, status: 'CLOSED' } } },
      'CASE_NOT_OPEN',
    ],
    [
      'under another client’s',
      { standing: { found: { ...CASE, clientId: 'x' } } },
      'CASE_NOT_OPEN',
    ],
    [
      'the citizen, once the consent is withdrawn, in an emergency too',
      { standing: { isConsentWithdrawn: true, liftedNos: [PERSON.personNo] } },
      'CONSENT_WITHDRAWN',
    ],
    [
      'under another officer’s, where the agreement binds officers to their cases',
      { standing: { found: ownCase }, caller: { caseAssignment: true } },
      'NOT_ASSIGNED',
    ],
    ['under another officer’s, where it does not', { standing: { found: ownCase } }, null],
    [
      'under another officer’s, for a system in its own name',
      {
        standing: { found: ownCase, officer: null },
        caller: { caseAssignment: true, sub: 'desk' },
      },
      null,
    ],
    ['someone the case does not lead to', { relation: 'NONE' }, 'NOT_IN_CASE'],
    [
      'anyone, to an unknown officer',
      { standing: { officer: { ...OFFICER, isKnown: false } } },
      'OFFICER_UNKNOWN',
    ],
    ['the officer', { person: { personNo: 1 } }, 'OWN_DATA'],
    ['kin of the officer', { person: { personNo: 2 } }, 'OFFICER_FAMILY'],
    ['who lives with the officer', { person: { personNo: 3 } }, 'OFFICER_HOUSEHOLD'],
    [
      'kin of the officer beside the citizen in a record',
      { person: { personNo: 2 }, relation: 'BESIDE' },
      'OFFICER_FAMILY',
    ],
    ['the citizen, of another district', { person: { townCode: '64000120' } }, null],
    [
      'the citizen, of another district, for a purpose that stays in its own',
      {
        person: { townCode: '64000120' },
        standing: { limits: { ...LIMITS, crossesRegions: false } },
      },
      'OTHER_REGION',
    ],
    [
      'one of a list, of another district',
      { person: { townCode: '64000120' }, relation: 'LISTED' },
      'OTHER_REGION',
    ],
    [
      'a housemate in a record, of another district',
      { person: { townCode: '64000120' }, relation: 'BESIDE' },
      null,
    ],
    ['one without a household here', { person: { townCode: null }, relation: 'LISTED' }, null],
    ['one who died a year ago', { person: { deathDate: '2017-05-10' } }, null],
    ['one who died a year and a day ago', { person: { deathDate: '2017-05-09' } }, 'DECEASED'],
    [
      'one who died long ago, for a purpose without end',
      {
        person: { deathDate: '1990-01-01' },
        standing: { limits: { ...LIMITS, deceasedMonths: null } },
      },
      null,
    ],
    ['a minor under their own case', { person: { birthDate: '2000-01-01' } }, null],
    ['a minor in a list', { person: { birthDate: '2000-01-01' }, relation: 'LISTED' }, 'MINOR'],
    [
      'one of 20 today, in a list',
      { person: { birthDate: '1998-05-10' }, relation: 'LISTED' },
      null,
    ],
    [
      'one of 20 tomorrow, in a list',
      { person: { birthDate: '1998-05-11' }, relation: 'LISTED' },
      'MINOR',
    ],
    [
      'one of 18, in a list, since 112-01-01',
      {
        person: { birthDate: '2005-01-01' },
        relation: 'LISTED',
        standing: { majorityAge: 18 },
        today: '2023-01-01',
      },
      null,
    ],
    [
      'the dead, for a purpose without rules',
      { person: { deathDate: '2018-05-09' }, standing: { limits: null } },
      'DECEASED',
    ],
    [
      'a minor, for a purpose without rules',
      { person: { birthDate: '2010-01-01' }, standing: { limits: null } },
      'MINOR',
    ],
  ])('on %s', (_, changes, reason) => {
    expect(reasonOf(changes)).toBe(reason)
  })
})
