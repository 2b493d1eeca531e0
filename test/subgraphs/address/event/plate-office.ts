import { generatePopulation } from '../../../../subgraphs/_kit/population/generate-population.ts'
import { subgraph } from '../../../../subgraphs/address/index.ts'
import type { Database } from '../../../../subgraphs/address/queries.ts'
import { openAgencyDesk, type AgencyDesk } from '../../../support/agency-desk.ts'

/** A plate as the officer reads it. */
export interface ReadPlate {
  readonly id: string
  readonly text: string
  readonly status: string
  readonly version: number
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly isSynthetic: boolean
  readonly predecessors: readonly { readonly id: string }[]
  readonly successors: readonly { readonly id: string }[]
}

/** What a mutation answers, its payload alone. */
export interface Payload {
  readonly doorPlate?: ReadPlate | null
  readonly doorPlates?: readonly ReadPlate[]
  readonly isPreview?: boolean
  readonly revision?: string | null
  readonly changes?: readonly {
    readonly before: ReadPlate
    readonly text: string
    readonly after: ReadPlate | null
  }[]
  readonly rejection: { readonly code: string; readonly message: string } | null
}

const PLATE = `{ id text status version validFrom validTo isSynthetic
  predecessors { id } successors { id } }`
const VERBS = {
  assignDoorPlate: `doorPlate ${PLATE}`,
  addDoorPlates: `doorPlates ${PLATE}`,
  changeDoorPlate: `doorPlate ${PLATE}`,
  renumberDoorPlates: `isPreview revision changes { text before ${PLATE} after ${PLATE} }`,
  mergeDoorPlates: `doorPlate ${PLATE}`,
  abolishDoorPlate: `doorPlate ${PLATE}`,
  reissueDoorPlate: `doorPlate ${PLATE}`,
} as const
export type Verb = keyof typeof VERBS

/** The officer of Qishan's office. */
export const OFFICER = {
  sub: 'officer-1',
  client: 'plate-officer',
  role: 'plate-officer',
  purpose: 'door-plate-administration',
  case: null,
  agency: 'QS_HRO',
  scopes: ['address:plates-write'],
}
/** Where a plate of Jiaxian can hang. */
export const PLACE = { longitude: 120.5893, latitude: 23.0846 }
export const DAY = '2018-05-01'

/** The register of one village, and an officer before it. */
export interface PlateOffice {
  readonly desk: AgencyDesk<Database>
  /** Sends a mutation; fails the test on an error that is no rejection. */
  send(verb: Verb, input: object, officer?: Partial<typeof OFFICER>): Promise<Payload>
  /** A new plate of that number on 和安里's 中正路. */
  newPlate(number: string, more?: object): Promise<ReadPlate>
  plate(id: string): Promise<ReadPlate>
  /** Every row of the register's tables that events write. */
  rows(): Promise<
    Readonly<Record<'plates' | 'links' | 'events' | 'lines' | 'outbox', readonly object[]>>
  >
  close(): Promise<void>
}

let keys = 0
/** A key that was not used before. */
export function newKey(): string {
  return `key-${++keys}`
}

export async function openPlateOffice(): Promise<PlateOffice> {
  const [village] = generatePopulation({ scale: 'jiaxian', seed: 107, today: '2018-05-10' })
  const desk = await openAgencyDesk<Database>(subgraph, village ? [village] : [])
  const { db } = desk.database
  const send: PlateOffice['send'] = async (verb, input, officer = {}) => {
    const type = `${verb[0]?.toUpperCase()}${verb.slice(1)}Input!`
    const query = `mutation ($input: ${type}) { payload: ${verb}(input: $input) {
      ${VERBS[verb]} rejection { code message } } }`
    const { data, errors } = await desk.ask(query, { input }, { ...OFFICER, ...officer })
    expect(errors).toBeUndefined()
    return data.payload
  }
  return {
    desk,
    send,
    async newPlate(number, more = {}) {
      const address = { townCode: '64000330', village: '和安里', neighborhood: 4, road: '中正路' }
      const input = { key: newKey(), effectiveDate: DAY }
      const { doorPlate, rejection } = await send('assignDoorPlate', {
        ...input,
        address: { ...address, location: PLACE, number, ...more },
      })
      expect(rejection).toBeNull()
      return doorPlate!
    },
    async plate(id) {
      const { data } = await desk.ask(
        `query ($id: ID!) { doorPlate(id: $id) ${PLATE} }`,
        { id },
        {
          scopes: [],
        },
      )
      return data.doorPlate
    },
    rows: async () => ({
      plates: await db.selectFrom('doorPlate').selectAll().orderBy('id').execute(),
      links: await db
        .selectFrom('doorPlateLink')
        .selectAll()
        .orderBy('predecessorId')
        .orderBy('successorId')
        .execute(),
      events: await db.selectFrom('doorPlateEvent').selectAll().orderBy('id').execute(),
      lines: await db
        .selectFrom('doorPlateEventPlate')
        .selectAll()
        .orderBy('eventId')
        .orderBy('position')
        .execute(),
      outbox: await db.selectFrom('outbox').selectAll().orderBy('id').execute(),
    }),
    close: () => desk.close(),
  }
}

/** The plate's id and version, as an input names it. */
export function versionOf({ id, version }: ReadPlate): { id: string; version: number } {
  return { id, version }
}
