import type { AgencyIdentity } from '../_kit/agency-identity.ts'

/** Who it is; read also by a gateway that loads nothing else of it. */
export const agency: AgencyIdentity = {
  name: 'household',
  title: { en: 'Household registration', zh: '戶政' },
  port: 4001,
}
