import { generatePopulation } from '../../../subgraphs/_kit/population/generate-population.ts'
import type { GeneratedVillage } from '../../../subgraphs/_kit/population/types.ts'
import { subgraph } from '../../../subgraphs/vehicle/index.ts'
import type { Database } from '../../../subgraphs/vehicle/queries.ts'
import {
  openAgencyDesk,
  TODAY,
  type AgencyDesk,
  type DeskAnswer,
} from '../../support/agency-desk.ts'

export const SCOPES = ['vehicle:vehicles', 'vehicle:licence']

/** What OneStopPerson asks of this agency. */
export const MOTOR = `... on Person { id motor {
  asOf authority { code name }
  vehicles {
    id plateNo kind displacementCc status nextInspectionDue
    registeredAddress { text isProtected doorPlate { id } }
    fuelFees(status: [UNPAID, OVERDUE]) { year amount dueDate status }
  }
  licence { classes validTo status }
} }`

/** What the household office has said of a person. */
export interface Known {
  readonly isProtected?: boolean | null
  /** Former national IDs, not yet sealed. */
  readonly formerIds?: readonly string[]
}

/** The running agency over the demo citizen's village, 和安里. */
export interface MotorDesk extends AgencyDesk<Database> {
  readonly villages: readonly GeneratedVillage[]
  person(nationalId: string, known?: Known): Record<string, unknown>
  ask(nationalId: string, known?: Known): Promise<DeskAnswer>
}

/** Opens the agency; people are not protected unless said otherwise. */
export async function openMotorDesk(): Promise<MotorDesk> {
  const villages = [...generatePopulation({ scale: 'jiaxian', seed: 107, today: TODAY })].filter(
    ({ facts }) => facts.village === '和安里',
  )
  const desk = await openAgencyDesk<Database>(subgraph, villages)
  const person: MotorDesk['person'] = (
    nationalId,
    { isProtected = false, formerIds = [] } = {},
  ) => ({
    __typename: 'Person',
    id: desk.sealer.seal(nationalId),
    formerIds: formerIds.map((former) => desk.sealer.seal(former)),
    isProtected,
  })
  return {
    ...desk,
    villages,
    person,
    ask: (nationalId, known) => desk.entities(MOTOR, [person(nationalId, known)], SCOPES),
  }
}

/** The first person's part of an answer. */
// oxlint-disable-next-line no-explicit-any -- an answer is compared with plain objects
export function motorOf(answer: DeskAnswer): any {
  return answer.data._entities[0].motor
}
