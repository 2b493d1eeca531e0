import { createHash, randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { hashBody, mintHopToken } from '../../../auth/hop-token.ts'
import { createSealer } from '../../../auth/sealed-key.ts'
import { createMemoryStore } from '../../../auth/shared-store.ts'
import { seedDatabase } from '../../../subgraphs/_kit/database/seed-database.ts'
import { buildAgencyServer } from '../../../subgraphs/_kit/serve.ts'
import { LICENCE_TAX_LAW } from '../../../subgraphs/tax/rates/licence-tax-rows.ts'
import { SURCHARGE_RULES } from '../../../subgraphs/tax/surcharge/surcharge-rows.ts'
import { subgraph } from '../../../subgraphs/tax/index.ts'
import { granted } from '../../support/case-grants.ts'
import { openTestDatabase } from '../../support/test-database.ts'
import { sampleVillage } from './sample-village.ts'

export const TODAY = '2018-05-10'
export const AS_OF = '2018-05-10T00:00:00.000Z'
const ALL_SCOPES = ['tax:bills', 'tax:residence', 'tax:property', 'tax:income']

export interface TaxServer {
  /** Asks as the gateway does; `today` moves the business day. */
  ask(query: string, variables?: object, scopes?: readonly string[]): Promise<TaxAnswer>
  seal(nationalId: string): string
  /** A person as the gateway names one: not protected, without former numbers, unless said. */
  person(nationalId: string, more?: object): object
  /** One person's tax file; fails the test on any error. */
  profile(fields: string, representation: object): Promise<AnsweredProfile>
  licenceTax(...vehicleIds: string[]): Promise<TaxAnswer>
  /** Statements since the last look. */
  statements(): readonly string[]
  readonly db: Awaited<ReturnType<typeof openSample>>['db']
  close(): Promise<void>
}
export interface AnsweredProfile {
  readonly [field: string]: unknown
  readonly bills: readonly Readonly<Record<string, unknown>>[]
}
export interface AnsweredEntity {
  readonly tax: AnsweredProfile
  readonly licenceTax: unknown
}
export interface TaxAnswer {
  readonly data: { readonly _entities: readonly AnsweredEntity[] } | null
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[]
  readonly extensions: { readonly subjects: readonly string[] }
}

/** The tax agency on a database of its own, filled from the sample village. */
export async function startTax(today = TODAY): Promise<TaxServer> {
  const seen: string[] = []
  const database = await openSample((text) => seen.push(text))
  const hopKey = randomBytes(32)
  const sealer = createSealer(randomBytes(64))
  const { app } = await buildAgencyServer(subgraph, {
    database,
    hopKeys: () => [hopKey],
    sealer,
    store: createMemoryStore(),
    today,
    asOf: AS_OF,
    log: pino({ level: 'silent' }),
    metrics: new Registry(),
  })
  const server: TaxServer = {
    db: database.db,
    seal: (nationalId) => sealer.seal(nationalId),
    person: (nationalId, more) => ({
      __typename: 'Person',
      id: sealer.seal(nationalId),
      formerIds: [],
      isProtected: false,
      ...more,
    }),
    async profile(fields, representation) {
      const answer = await server.ask(askPerson(fields), { people: [representation] })
      expect(answer.errors).toBeUndefined()
      return answer.data!._entities[0]!.tax
    },
    async licenceTax(...vehicleIds) {
      const vehicles = vehicleIds.map((id) => ({ __typename: 'Vehicle', id }))
      const answer = await server.ask(LICENCE_TAX, { vehicles })
      expect(answer.errors).toBeUndefined()
      return answer
    },
    statements: () => seen.splice(0),
    async ask(query, variables = {}, scopes = ALL_SCOPES) {
      const lists = Object.entries(variables).map(([name, value]: [string, unknown]) => [
        name,
        Array.isArray(value) ? granted(value, callerOf(scopes), sealer) : value,
      ])
      const payload = JSON.stringify({ query, variables: Object.fromEntries(lists) })
      const token = mintHopToken({ ...callerOf(scopes), bh: hashBody(payload) }, hopKey)
      const reply = await app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        payload,
      })
      return reply.json<TaxAnswer>()
    },
    close: async () => {
      await app.close()
      await database.close()
    },
  }
  return server
}

/** What the gateway asks of many people's tax files. */
export const askPerson = (fields: string): string => `query ($people: [_Any!]!) {
  _entities(representations: $people) { ... on Person { tax { ${fields} } } }
}`
const LICENCE_TAX = `query ($vehicles: [_Any!]!) {
  _entities(representations: $vehicles) { ... on Vehicle {
    licenceTax { taxYear amount surcharge status dueDate relief } } }
}`

const callerOf = (scopes: readonly string[]) => ({
  scopes,
  aud: 'tax',
  sub: 'clerk-1',
  agency: 'QS_HRO',
  client: 'desk-jiaxian',
  role: 'desk-clerk',
  purpose: 'joint-service',
  legalBasis: null,
  case: '1070510-0147',
  existence: true,
  regions: null,
  caseAssignment: false,
  requestId: 'request-1',
})

function openSample(onStatement: (text: string) => void) {
  // a template is kept from run to run, so its key says what was loaded
  const content = JSON.stringify([sampleVillage, LICENCE_TAX_LAW, SURCHARGE_RULES, loaded()])
  const dataset = { scale: 'sample', seed: 1, asOf: AS_OF, isSynthetic: true }
  return openTestDatabase<unknown>({
    agency: 'tax',
    migrations: subgraph.migrationsFolder,
    onStatement,
    fill: {
      key: createHash('sha256').update(content).digest('hex'),
      run: async (database) => {
        const options = { database, tables: subgraph.seedTables, dataset, today: TODAY }
        await seedDatabase(options, [sampleVillage])
      },
    },
  })
}

function loaded(): unknown {
  const context = { today: TODAY, asOf: AS_OF, seed: 1 }
  return subgraph.seedTables.map((table) => [...table.rows(sampleVillage, context)])
}
