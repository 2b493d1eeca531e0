import type { AgencyIdentity } from '../_kit/agency-identity.ts'

/** Who it is; read also by a gateway that loads nothing else of it. */
export const agency: AgencyIdentity = {
  name: 'tax',
  title: { en: 'Tax', zh: '稅務' },
  port: 4003,
}
