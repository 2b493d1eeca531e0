import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { parse, stringify } from 'yaml'

import { findAgreement, loadAgreements } from '../../auth/agreement.ts'
import type { Agreement } from '../../auth/agreement-schema.ts'

const SAMPLE = 'auth/agreements'
const NOW = new Date('2026-11-23T00:00:00+08:00')

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-agreements-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** Loads a folder that holds the desk's agreement with some parts changed. */
function loadChanged(changes: Record<string, unknown>, options = {}): readonly Agreement[] {
  const text = readFileSync(join(SAMPLE, 'desk-jiaxian.yaml'), 'utf8')
  const changed = { ...(parse(text) as Agreement), ...changes }
  writeFileSync(join(folder, 'desk.yaml'), stringify(changed))
  return loadAgreements(folder, { now: NOW, ...options })
}

const wrong = (reason: string) =>
  expect.objectContaining({ code: 'AGREEMENT_INVALID', message: `agreement desk.yaml: ${reason}` })

const scopesOf = (clientId: string, purposeId: string) =>
  findAgreement(
    loadAgreements(SAMPLE, { now: NOW }),
    { client: clientId, purpose: purposeId, agency: null },
    NOW,
  )?.scopes

describe('the sample agreements', () => {
  it('give every demo client its one purpose, and the client of the desk those of staff but auditors', () => {
    const purposes = loadAgreements(SAMPLE, { now: NOW }).map(({ clients, purpose }) => [
      ...clients,
      purpose.id,
    ])
    expect(purposes).toEqual([
      ['auditor', 'disclosure-audit'],
      ['desk-jiaxian', 'hub-desk', 'joint-service'],
      ['emergency-desk', 'emergency'],
      ['hub-operator', 'hub-desk', 'hub-operation'],
      ['local-tax', 'tax-assessment'],
      ['motor-office', 'vehicle-registration'],
      ['plate-officer', 'hub-desk', 'door-plate-administration'],
      ['police-jiaxian', 'hub-desk', 'lookup-lost-person'],
      ['social-affairs', 'hub-desk', 'low-income-review'],
    ])
  })

  it('keep motor, welfare and flags from the tax office, and kin and notes from the desk', () => {
    expect(scopesOf('local-tax', 'tax-assessment')).toEqual([
      'household:identity',
      'household:address',
      'household:registration',
      'household:bulk',
      'household:verify',
      'tax:bills',
      'tax:residence',
      'tax:property',
      'tax:income',
      'hub:receipts',
    ])
    const desk = scopesOf('desk-jiaxian', 'joint-service')
    expect(desk).toContain('household:flags')
    expect(desk).not.toContain('household:kinship')
    expect(desk).not.toContain('household:notes')
    expect(desk).not.toContain('tax:income')
  })

  it('need a case wherever they open personal data', () => {
    const withoutCase = loadAgreements(SAMPLE, { now: NOW }).filter((one) => !one.caseRequired)
    expect(withoutCase.map(({ scopes }) => scopes)).toEqual([
      ['hub:status'],
      ['address:plates-write'],
    ])
  })

  it('let only the desks know of records they may not see', () => {
    const granted = loadAgreements(SAMPLE, { now: NOW }).filter((one) => one.grantsExistence)
    expect(granted.map(({ id }) => id)).toEqual([
      'desk-jiaxian-joint-service',
      'emergency-desk-emergency',
    ])
  })

  it('are refused in production, being signed by nobody', () => {
    expect(() => loadAgreements(SAMPLE, { now: NOW, isProduction: true })).toThrow(
      'agreement desk-jiaxian.yaml: is not signed by household, which production refuses',
    )
  })
})

describe('an agreement', () => {
  it('is found by client and purpose together', () => {
    const agreements = loadChanged({})
    const find = (client: string, purpose: string, agency: string | null = null) =>
      findAgreement(agreements, { client, purpose, agency }, NOW)
    expect(find('desk-jiaxian', 'joint-service')?.kind).toBe('staff')
    expect(find('desk-jiaxian', 'joint-service', 'QS_HRO')?.kind).toBe('staff')
    expect(find('desk-jiaxian', 'joint-service', 'KH_SOCIAL')).toBeUndefined()
    expect(find('desk-jiaxian', 'tax-assessment')).toBeUndefined()
    expect(find('local-tax', 'joint-service')).toBeUndefined()
  })

  it('ends with its last day in Taiwan, even while the hub is running', () => {
    const agreements = loadChanged({ validTo: '2027-01-31' })
    const find = (now: string) =>
      findAgreement(
        agreements,
        { client: 'desk-jiaxian', purpose: 'joint-service', agency: null },
        new Date(now),
      )
    expect(find('2027-01-31T23:59:59+08:00')).toBeDefined()
    expect(find('2027-02-01T00:00:00+08:00')).toBeUndefined()
    expect(find('2026-01-01T00:00:00+08:00')).toBeDefined()
    expect(find('2025-12-31T23:59:59+08:00')).toBeUndefined()
  })

  it('may not run for more than five years', () => {
    expect(loadChanged({ validFrom: '2026-01-01', validTo: '2030-12-31' })).toHaveLength(1)
    expect(() => loadChanged({ validFrom: '2026-01-01', validTo: '2031-01-01' })).toThrow(
      wrong('runs for more than 5 years'),
    )
  })

  it('may not be over, not begun, reversed or dated off the calendar', () => {
    expect(() => loadChanged({ validFrom: '2020-01-01', validTo: '2024-12-31' })).toThrow(
      wrong('is not in force (2020-01-01 to 2024-12-31)'),
    )
    expect(() => loadChanged({ validFrom: '2027-01-01' })).toThrow(
      wrong('is not in force (2027-01-01 to 2030-12-31)'),
    )
    expect(() => loadChanged({ validTo: '2025-01-01' })).toThrow(wrong('ends before it begins'))
    expect(() => loadChanged({ validTo: '2027-02-30' })).toThrow(
      wrong('has a date that is not in the calendar'),
    )
  })

  it('may name only scopes of the hub, with the agency that provides them', () => {
    expect(() => loadChanged({ scopes: ['tax:bills', 'tax:everything'] })).toThrow(
      wrong('names the unknown scope tax:everything'),
    )
    const providers = [{ agency: 'household', signature: null }]
    expect(() => loadChanged({ scopes: ['tax:bills'], providers })).toThrow(
      wrong('opens tax:bills without tax among its providers'),
    )
  })

  it('may not be given twice for one client and purpose', () => {
    cpSync(join(SAMPLE, 'desk-jiaxian.yaml'), join(folder, 'a.yaml'))
    expect(() => loadChanged({})).toThrow(
      wrong('gives desk-jiaxian the purpose joint-service again (see a.yaml)'),
    )
  })

  it('may be given to the staff of another agency through the same client, and is found by agency', () => {
    cpSync(join(SAMPLE, 'desk-jiaxian.yaml'), join(folder, 'a.yaml'))
    const agency = { code: 'KH_SOCIAL', name: '高雄市政府社會局' }
    const agreements = loadChanged({ id: 'desk-social', agency })
    const find = (code: string | null) =>
      findAgreement(
        agreements,
        { client: 'desk-jiaxian', purpose: 'joint-service', agency: code },
        NOW,
      )?.id
    expect(find('KH_SOCIAL')).toBe('desk-social')
    expect(find('QS_HRO')).toBe('desk-jiaxian-joint-service')
    expect(find('KH_INFO')).toBeUndefined()
    expect(find(null)).toBeUndefined()
    const system = { id: 'desk-social', agency, kind: 'system' }
    expect(() => loadChanged(system)).toThrow(
      wrong('gives desk-jiaxian the purpose joint-service again (see a.yaml)'),
    )
  })

  it('is refused with a part missing, superfluous or of another form', () => {
    expect(() => loadChanged({ legal: 'none' })).toThrow(
      wrong('must NOT have additional properties (legal)'),
    )
    expect(() => loadChanged({ kind: undefined })).toThrow(
      wrong("must have required property 'kind'"),
    )
    expect(() => loadChanged({ scopes: [] })).toThrow(
      wrong('scopes must NOT have fewer than 1 items'),
    )
    expect(() => loadChanged({ limits: { perCase: 0, perDay: 1 } })).toThrow(
      wrong('limits.perCase must be >= 1'),
    )
  })

  it('says as whom it reads the log of a person’s data, exactly where it may', () => {
    expect(() => loadChanged({ accessLog: undefined })).toThrow(
      wrong('opens hub:access-log without accessLog: as whom it reads'),
    )
    expect(() => loadChanged({ scopes: ['tax:bills'] })).toThrow(
      wrong('has accessLog without the scope hub:access-log'),
    )
    expect(() => loadChanged({ accessLog: { reader: 'anybody' } })).toThrow(
      wrong('accessLog.reader must be equal to one of the allowed values'),
    )
  })

  it('lets nobody audit to whom another one opens data: users may not be auditors', () => {
    cpSync(join(SAMPLE, 'auditor.yaml'), join(folder, 'auditor.yaml'))
    expect(loadChanged({})).toHaveLength(2)
    expect(() => loadChanged({ clients: ['desk-jiaxian', 'auditor'] })).toThrow(
      'agreement auditor.yaml: lets auditor audit, to whom desk-jiaxian-joint-service opens household:identity',
    )
  })

  it('is refused when it is not YAML', () => {
    writeFileSync(join(folder, 'desk.yaml'), 'id: [')
    expect(() => loadAgreements(folder)).toThrow(wrong('is not valid YAML'))
    writeFileSync(join(folder, 'desk.yaml'), '')
    expect(() => loadAgreements(folder)).toThrow(wrong('must be object'))
  })

  it('cannot be changed once read', () => {
    const [agreement] = loadChanged({})
    const scopes = agreement?.scopes ?? []
    expect(scopes).toContain('tax:bills')
    expect(() => (scopes as string[]).push('tax:income')).toThrow(TypeError)
  })
})

describe('the folder of agreements', () => {
  it('is named by its variable when it is missing or empty', () => {
    expect(() => loadAgreements(join(folder, 'none'))).toThrow(
      'HUB_AGREEMENTS_DIR: names a folder that cannot be read',
    )
    expect(() => loadAgreements(folder)).toThrow(
      'HUB_AGREEMENTS_DIR: names a folder without *.yaml agreements',
    )
  })
})
