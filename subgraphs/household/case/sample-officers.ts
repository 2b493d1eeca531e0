import { composeNationalId } from '../../../schemas/scalars/national-id.ts'
import {
  BROTHER_NATIONAL_ID,
  CHANGED_PERSON_NATIONAL_ID,
  FORMER_HUSBAND_NATIONAL_ID,
} from '../../_kit/population/demo.ts'
import type { CopyValue } from '../../_kit/seed-table.ts'

const SINCE = '2017-01-01'

/**
 * Officers of the sample, as their agencies would have told: subject of the token, agency, national ID,
 * first and last day. One clerk of the desk is the demo citizen's brother, and one tax officer was her
 * husband; those with numbers in Z are registered elsewhere. Synthetic.
 */
export const SAMPLE_OFFICERS: readonly (readonly CopyValue[])[] = [
  ['jiaxian-desk-1', 'QS_HRO', CHANGED_PERSON_NATIONAL_ID, SINCE, null],
  ['jiaxian-desk-2', 'QS_HRO', BROTHER_NATIONAL_ID, SINCE, null],
  ['jiaxian-desk-3', 'QS_HRO', composeNationalId('Z', 1, 2345690), SINCE, null],
  ['staff-jiaxian-01', 'QS_HRO', composeNationalId('Z', 2, 2345694), SINCE, null],
  ['staff-jiaxian-02', 'QS_HRO', composeNationalId('Z', 1, 2345695), SINCE, null],
  ['staff-social-01', 'KH_SOCIAL', composeNationalId('Z', 2, 2345696), SINCE, null],
  ['staff-police-01', 'POLICE_JIAXIAN', composeNationalId('Z', 1, 2345697), SINCE, null],
  ['tax-officer-1', 'LOCALTAX_QISHAN', FORMER_HUSBAND_NATIONAL_ID, SINCE, null],
  ['welfare-reviewer-1', 'KH_SOCIAL', composeNationalId('Z', 2, 2345691), SINCE, null],
  ['welfare-reviewer-2', 'KH_SOCIAL', composeNationalId('Z', 1, 2345692), SINCE, null],
  ['police-officer-1', 'POLICE_JIAXIAN', composeNationalId('Z', 1, 2345693), SINCE, null],
]
