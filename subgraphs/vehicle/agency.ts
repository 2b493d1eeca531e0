import type { AgencyIdentity } from '../_kit/agency-identity.ts'

/** Who it is; read also by a gateway that loads nothing else of it. */
export const agency: AgencyIdentity = {
  name: 'vehicle',
  title: { en: 'Motor vehicles and driver licences', zh: '公路監理' },
  port: 4004,
}
