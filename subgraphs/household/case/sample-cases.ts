import type { CopyValue } from '../../_kit/seed-table.ts'

/** The demo citizen of the sample. */
export const DEMO_CITIZEN = 'S223456786'

/**
 * Cases of the sample: number, client (null: every demo client), officer, coverage, citizen,
 * status, opened, closed. The last two cover the lists 名冊 of one partner each: the yearly check of
 * self-use residences (稅捐稽徵法第30條) and of low-income households (社會救助法第13條). They stand here until an agency owns visits.
 */
export const SAMPLE_CASES: readonly (readonly CopyValue[])[] = [
  ['1070510-0147', null, 'jiaxian-desk-1', 'PERSON', DEMO_CITIZEN, 'OPEN', '2018-05-10', null],
  [
    '1070510-0001',
    null,
    'jiaxian-desk-1',
    'PERSON',
    DEMO_CITIZEN,
    'CLOSED',
    '2018-05-10',
    '2018-05-10',
  ],
  ['1070510-0201', 'local-tax', null, 'LIST', null, 'OPEN', '2018-05-10', null],
  ['1070510-0202', 'social-affairs', null, 'LIST', null, 'OPEN', '2018-05-10', null],
]

/** Consents 同意書 of the sample's cases: one agency each; the last was withdrawn. */
export const SAMPLE_CONSENTS: readonly (readonly CopyValue[])[] = [
  consent('C-00012', '1070510-0147', 'LOCALTAX_QISHAN', null),
  consent('C-00013', '1070510-0147', 'MOTOR_QISHAN', null),
  consent('C-00001', '1070510-0001', 'LOCALTAX_QISHAN', '2018-05-10'),
]

function consent(
  consentNo: string,
  caseNo: string,
  agencyCode: string,
  withdrawnOn: string | null,
): readonly CopyValue[] {
  return [consentNo, caseNo, DEMO_CITIZEN, agencyCode, 'joint-service', '2018-05-10', withdrawnOn]
}
