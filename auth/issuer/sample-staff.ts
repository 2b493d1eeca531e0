/** A member of staff as the embedded issuer knows one. */
export interface StaffAccount {
  /** who the person is at the issuer: `sub` of tokens, the actor in the disclosure log */
  readonly id: string
  /** what the person types to sign in */
  readonly login: string
  readonly name: string
  /** code of the agency the person works at */
  readonly agency: string
  /** what the person may act as there */
  readonly role: string
}

/** The one password of all demo accounts: synthetic people, never in production. */
export const DEMO_PASSWORD = 'demo-2018-0510'

/**
 * Synthetic staff for synthetic data, of each kind in the sample's agreements but auditors: who audits
 * the disclosures uses none of the clients that make them.
 */
export const SAMPLE_STAFF: readonly StaffAccount[] = Object.freeze([
  {
    id: 'staff-jiaxian-01',
    login: 'desk-jiaxian',
    name: '示範・林櫃檯',
    agency: 'QS_HRO',
    role: 'desk-clerk',
  },
  {
    id: 'staff-jiaxian-02',
    login: 'desk-jiaxian-2',
    name: '示範・潘櫃檯',
    agency: 'QS_HRO',
    role: 'desk-clerk',
  },
  {
    id: 'staff-social-01',
    login: 'social-affairs',
    name: '示範・陳審核',
    agency: 'KH_SOCIAL',
    role: 'welfare-reviewer',
  },
  {
    id: 'staff-police-01',
    login: 'police-jiaxian',
    name: '示範・王警員',
    agency: 'POLICE_JIAXIAN',
    role: 'police-officer',
  },
  {
    id: 'staff-info-01',
    login: 'hub-operator',
    name: '示範・張維運',
    agency: 'KH_INFO',
    role: 'operator',
  },
  {
    id: 'staff-plate-01',
    login: 'plate-officer',
    name: '示範・黃編釘',
    agency: 'QS_HRO',
    role: 'plate-officer',
  },
])
