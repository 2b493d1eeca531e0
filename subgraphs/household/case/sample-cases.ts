import type { CopyValue } from '../../_kit/seed-table.ts'

/** The demo citizen of the sample. */
export const DEMO_CITIZEN = 'S223456786'

/**
 * Cases of the sample: number, client (null: every demo client), officer, citizen, status, opened,
 * closed. They stand here until an agency owns visits.
 */
export const SAMPLE_CASES: readonly (readonly CopyValue[])[] = [
  ['1070510-0147', null, 'jiaxian-desk-1', DEMO_CITIZEN, 'OPEN', '2018-05-10', null],
  ['1070510-0001', null, 'jiaxian-desk-1', DEMO_CITIZEN, 'CLOSED', '2018-05-10', '2018-05-10'],
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
