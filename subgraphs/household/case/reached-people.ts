import type { Context } from '../loaders.ts'
import { relativesIn, spousesIn } from '../relation/kin-of.ts'
import type { ReachedRelation } from './standing.ts'

const NOBODY: ReadonlySet<number> = new Set()

/**
 * The people whom the purpose reaches from the case's citizen, by the register's own number; it costs
 * statements only where the purpose reaches anyone.
 */
export async function findReached({
  loaders,
  today,
}: Pick<Context, 'loaders' | 'today'>): Promise<ReadonlySet<number>> {
  const { found, reach } = await loaders.standing()
  if (reach.length === 0 || !found?.citizenNationalId) return NOBODY
  const citizen = await loaders.personByNationalId.load(found.citizenNationalId)
  if (!citizen) return NOBODY
  const { personNo } = citizen
  const [kin, housemates] = await Promise.all([
    loaders.kinOfPerson.load(personNo),
    reach.includes('HOUSEMATE') ? housemateNosOf(loaders, personNo) : [],
  ])
  const ofRelation: Readonly<Record<ReachedRelation, () => readonly number[]>> = {
    SPOUSE: () => spousesIn(kin, today, false).map(otherNo),
    PARENT: () => relativesIn(kin, 'PARENT', 'ADOPTIVE_PARENT').map(otherNo),
    CHILD: () => relativesIn(kin, 'CHILD', 'ADOPTED_CHILD').map(otherNo),
    HOUSEMATE: () => housemates,
  }
  return new Set(reach.flatMap((relation) => ofRelation[relation]()))
}

async function housemateNosOf(
  loaders: Context['loaders'],
  personNo: number,
): Promise<readonly number[]> {
  const records = await loaders.householdsOfPerson.load(personNo)
  const current = records.find(({ status }) => status === 'CURRENT')
  if (!current) return []
  const members = await loaders.membersOfHousehold.load(current.householdKey)
  return members.filter(({ isPresent }) => isPresent).map(({ person }) => person.personNo)
}

function otherNo({ otherPersonNo }: { readonly otherPersonNo: number }): number {
  return otherPersonNo
}
