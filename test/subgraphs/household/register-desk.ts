import { randomBytes, randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { hashBody, mintHopToken, type HopRequest } from '../../../auth/hop-token.ts'
import { createSealer, type Sealer } from '../../../auth/sealed-key.ts'
import { createMemoryStore } from '../../../auth/shared-store.ts'
import type { AgencyDatabase } from '../../../subgraphs/_kit/database/open-database.ts'
import { seedDatabase } from '../../../subgraphs/_kit/database/seed-database.ts'
import type { GeneratedVillage } from '../../../subgraphs/_kit/population/types.ts'
import { buildAgencyServer } from '../../../subgraphs/_kit/serve.ts'
import { subgraph } from '../../../subgraphs/household/index.ts'
import type { Database } from '../../../subgraphs/household/queries.ts'
import { openTestDatabase } from '../../support/test-database.ts'

const ASOF = '2018-05-10T00:00:00+08:00'
const SCOPES = [
  'identity',
  'flags',
  'flags-basis',
  'registration',
  'address',
  'kinship',
  'notes',
  'id-card',
  'history',
  'bulk',
  'verify',
].map((name) => `household:${name}`)

export interface Answer {
  // oxlint-disable-next-line no-explicit-any -- an answer is compared with plain objects
  readonly data?: any
  readonly errors?: readonly { readonly message: string; readonly extensions: { code: string } }[]
  readonly extensions?: { readonly asOf: string; readonly subjects: readonly string[] }
}

/** The running household agency over villages of the test's own, asked as the gateway would ask it. */
export interface RegisterDesk {
  readonly database: AgencyDatabase<Database>
  readonly sealer: Sealer
  /** Statements since the last `ask`. */
  statements(): readonly string[]
  /** Everything the agency has logged. */
  log(): string
  ask(
    query: string,
    variables?: Record<string, unknown>,
    caller?: Partial<HopRequest>,
  ): Promise<Answer>
  /** Asks for people, or other entities, as another agency's facts lead to them. */
  entities(
    selection: string,
    representations: readonly Record<string, unknown>[],
    caller?: Partial<HopRequest>,
  ): Promise<Answer>
  close(): Promise<void>
}

/** The yearly check of the tax office: its case covers everyone in the register. */
export const TAX_LIST = {
  client: 'local-tax',
  purpose: 'tax-assessment',
  case: '1070510-0201',
} as const

/** Opens the desk; all scopes, the sample's open case and no right to know of existence unless said. */
export async function openDesk(
  villages: readonly GeneratedVillage[],
  today = '2018-05-10',
): Promise<RegisterDesk> {
  const statements: string[] = []
  const lines: string[] = []
  const { database, close } = await openRegister(villages, today, (text) => statements.push(text))
  const hopKey = randomBytes(32)
  const sealer = createSealer(randomBytes(64))
  const { app } = await buildAgencyServer(subgraph, {
    database: database as never,
    hopKeys: () => [hopKey],
    sealer,
    store: createMemoryStore(),
    today,
    asOf: ASOF,
    log: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }),
    metrics: new Registry(),
  })
  const ask: RegisterDesk['ask'] = (query, variables = {}, caller = {}) => {
    statements.length = 0
    return post(app, hopKey, { query, variables }, caller)
  }
  return {
    database,
    sealer,
    statements: () => [...statements],
    log: () => lines.join('\n'),
    ask,
    entities: (selection, representations, caller) =>
      ask(
        `query ($r: [_Any!]!) { _entities(representations: $r) { ${selection} } }`,
        { r: representations },
        caller,
      ),
    close: async () => {
      await app.close()
      await close()
    },
  }
}

async function openRegister(
  villages: readonly GeneratedVillage[],
  today: string,
  onStatement: (text: string) => void,
): Promise<{ database: AgencyDatabase<Database>; close: () => Promise<void> }> {
  const database = await openTestDatabase<Database>({
    agency: 'household',
    migrations: subgraph.migrationsFolder,
    onStatement,
  })
  const dataset = { scale: 'test', seed: 1, asOf: ASOF, isSynthetic: true }
  await seedDatabase({ database, tables: subgraph.seedTables, dataset, today }, villages)
  return { database, close: () => database.close() }
}

async function post(
  app: FastifyInstance,
  hopKey: Uint8Array,
  body: object,
  caller: Partial<HopRequest>,
): Promise<Answer> {
  const payload = JSON.stringify(body)
  const request: HopRequest = {
    // a system's token names the client itself
    sub: caller.client ?? 'desk-jiaxian',
    agency: 'QS_HRO',
    client: 'desk-jiaxian',
    role: 'desk-clerk',
    purpose: 'joint-service',
    legalBasis: '個人資料保護法第15條第1款',
    case: '1070510-0147',
    scopes: SCOPES,
    existence: false,
    regions: null,
    caseAssignment: false,
    requestId: randomUUID(),
    aud: 'household',
    bh: hashBody(payload),
    ...caller,
  }
  const response = await app.inject({
    method: 'POST',
    url: '/graphql',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${mintHopToken(request, hopKey)}`,
    },
    payload,
  })
  return response.json<Answer>()
}
