import type { AgencyIdentity } from '../_kit/agency-identity.ts'

/** Who it is; read also by a gateway that loads nothing else of it. */
export const agency: AgencyIdentity = {
  name: 'welfare',
  title: { en: 'Social welfare', zh: '社會福利' },
  port: 4005,
}
