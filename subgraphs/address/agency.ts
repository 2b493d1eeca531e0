import type { AgencyIdentity } from '../_kit/agency-identity.ts'

/** Who it is; read also by a gateway that loads nothing else of it. */
export const agency: AgencyIdentity = {
  name: 'address',
  title: { en: 'Door plates and administrative areas', zh: '門牌' },
  port: 4002,
}
