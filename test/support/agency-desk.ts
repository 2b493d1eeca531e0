import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { hashBody, mintHopToken, type HopRequest } from '../../auth/hop-token.ts'
import { createSealer, type Sealer } from '../../auth/sealed-key.ts'
import { createMemoryStore } from '../../auth/shared-store.ts'
import type { Subgraph } from '../../subgraphs/_kit/define-subgraph.ts'
import type { AgencyDatabase } from '../../subgraphs/_kit/database/open-database.ts'
import { seedDatabase } from '../../subgraphs/_kit/database/seed-database.ts'
import type { GeneratedVillage } from '../../subgraphs/_kit/population/types.ts'
import { buildAgencyServer } from '../../subgraphs/_kit/serve.ts'
import { granted } from './case-grants.ts'
import { openTestDatabase } from './test-database.ts'

/** The business day of the sample. */
export const TODAY = '2018-05-10'
export const AS_OF = '2018-05-10T00:00:00.000Z'

export interface DeskAnswer {
  // oxlint-disable-next-line no-explicit-any -- an answer is compared with plain objects
  readonly data?: any
  readonly errors?: readonly { readonly message: string; readonly extensions: { code: string } }[]
  readonly extensions?: { readonly asOf: string; readonly subjects: readonly string[] }
}

/** One running agency over a database of the suite's own, asked as the gateway would ask it. */
export interface AgencyDesk<Database> {
  readonly database: AgencyDatabase<Database>
  readonly sealer: Sealer
  /** Texts of the statements the last question cost. */
  statements(): readonly string[]
  /** Asks for entities, as another agency's facts lead to them; with `scopes`. */
  entities(
    selection: string,
    representations: readonly Record<string, unknown>[],
    scopes: readonly string[],
  ): Promise<DeskAnswer>
  /** Sends any document, as the caller named beside the desk's own clerk. */
  ask(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    caller: Partial<HopRequest> & Pick<HopRequest, 'scopes'>,
  ): Promise<DeskAnswer>
  close(): Promise<void>
}

/** Opens an agency over these villages, on the sample's day unless said otherwise. */
export async function openAgencyDesk<Database>(
  agency: Subgraph,
  villages: readonly GeneratedVillage[],
  today = TODAY,
): Promise<AgencyDesk<Database>> {
  const statements: string[] = []
  const database = await openTestDatabase<Database>({
    agency: agency.name,
    migrations: agency.migrationsFolder,
    onStatement: (text) => statements.push(text),
  })
  const dataset = { scale: 'jiaxian', seed: 107, asOf: AS_OF, isSynthetic: true }
  try {
    await seedDatabase({ database, tables: agency.seedTables, dataset, today }, villages)
  } catch (error) {
    // A database left open would keep the test run from ending.
    await database.close()
    throw error
  }
  const hopKey = randomBytes(32)
  const sealer = createSealer(createHash('sha512').update('agency-desk').digest())
  const { app } = await buildAgencyServer(agency, {
    database: database as never,
    hopKeys: () => [hopKey],
    sealer,
    store: createMemoryStore(),
    today,
    asOf: AS_OF,
    log: pino({ level: 'silent' }),
    metrics: new Registry(),
  })
  return {
    database,
    sealer,
    statements: () => [...statements],
    entities: (selection, representations, scopes) => {
      statements.length = 0
      const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ${selection} } }`
      const caller = callerOf({ aud: agency.name, scopes })
      const r = granted(representations, caller, sealer)
      return post(app, hopKey, { query, variables: { r } }, caller)
    },
    ask: (query, variables, caller) => {
      statements.length = 0
      return post(app, hopKey, { query, variables }, callerOf({ aud: agency.name, ...caller }))
    },
    close: async () => {
      await app.close()
      await database.close()
    },
  }
}

function callerOf(
  caller: Partial<HopRequest> & Pick<HopRequest, 'aud' | 'scopes'>,
): Omit<HopRequest, 'bh'> {
  return {
    sub: 'clerk-1',
    agency: 'QS_HRO',
    client: 'desk-jiaxian',
    role: 'desk-clerk',
    purpose: 'joint-service',
    legalBasis: '個人資料保護法第15條第1款',
    case: '1070510-0147',
    existence: true,
    regions: null,
    caseAssignment: false,
    requestId: randomUUID(),
    ...caller,
  }
}

async function post(
  app: FastifyInstance,
  hopKey: Uint8Array,
  body: object,
  caller: Omit<HopRequest, 'bh'>,
): Promise<DeskAnswer> {
  const payload = JSON.stringify(body)
  const token = mintHopToken({ ...caller, bh: hashBody(payload) }, hopKey)
  const response = await app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    payload,
  })
  return response.json<DeskAnswer>()
}
