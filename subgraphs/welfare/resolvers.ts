import { refuseRow } from '../_kit/refuse-row.ts'
import { isOpenTo } from './application/assigned-to.ts'
import type { Resolvers, WelfareDecision } from './generated.ts'
import type {
  Context,
  PersonParent,
  WelfareApplicationParent,
  WelfareProfileParent,
} from './loaders.ts'
import { DISTRICT_OFFICES } from './office/district-offices.ts'
import { standingOf, type Standing } from './roll/standing.ts'

const AUTHORITY = { code: 'SOCIAL_KHH', name: '高雄市政府社會局' }

/** Fields that are not here are columns of the same name. */
export const resolvers: Resolvers = {
  Person: {
    welfare: (person, _, context) => welfareProfileOf(person, context),
  },
  WelfareProfile: {
    asOf: (_, __, context) => context.asOf,
    authority: () => AUTHORITY,
    status: async (profile, _, context) => (await standing(profile, context)).status,
    classCode: async (profile, _, context) => (await standing(profile, context)).classCode,
    validFrom: async (profile, _, context) => (await standing(profile, context)).validFrom,
    validTo: async (profile, _, context) => (await standing(profile, context)).validTo,
    benefits: (profile, _, { loaders }) => ofAllNumbers(profile, loaders.benefits),
    applications: async (profile, _, { loaders, caller }) =>
      (await ofAllNumbers(profile, loaders.applications)).filter((one) => isOpenTo(one, caller)),
  },
  WelfareApplication: {
    receivedBy: ({ receivedBy }) => ({
      code: receivedBy,
      name: DISTRICT_OFFICES[receivedBy] ?? receivedBy,
    }),
    decision: (application) => decisionOf(application),
    history: ({ caseNo }, _, { loaders }) => loaders.history.load(caseNo),
  },
}

function welfareProfileOf(person: PersonParent, context: Context): WelfareProfileParent | null {
  const ids = [person.id, ...(person.formerIds ?? [])]
  const nationalIds = ids.map((id) => context.nationalIdOf(id))
  return context.grants.admitsPerson(person) ? { nationalIds } : refuseRow(context.caller)
}

async function standing(profile: WelfareProfileParent, { loaders }: Context): Promise<Standing> {
  return standingOf(await ofAllNumbers(profile, loaders.rollPlaces))
}

async function ofAllNumbers<Row>(
  { nationalIds }: WelfareProfileParent,
  loader: { load(nationalId: string): Promise<readonly Row[]> },
): Promise<Row[]> {
  const found = await Promise.all(nationalIds.map((nationalId) => loader.load(nationalId)))
  return found.flat()
}

function decisionOf({
  status,
  classCode,
  decidedOn,
}: WelfareApplicationParent): WelfareDecision | null {
  if (status !== 'APPROVED' && status !== 'REJECTED') return null
  return decidedOn === null ? null : { verdict: status, classCode, decidedOn }
}
