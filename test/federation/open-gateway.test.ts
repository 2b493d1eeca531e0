import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import {
  buildClientSchema,
  getIntrospectionQuery,
  graphql,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql'
import { pino } from 'pino'
import { readGatewayConfig } from '../../gateway/config.ts'
import { buildOpenGateway } from '../../gateway/start-open-gateway.ts'
import { composeScenario } from '../support/federation/compose-scenario.ts'
import { listScenarios } from '../support/federation/list-scenarios.ts'
import type { ScenarioCase } from '../support/federation/scenario.ts'

const schemas = new Map<string, GraphQLSchema>()
const scenarios = await listScenarios()
let server: Server

beforeAll(async () => {
  server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const { query, variables } = JSON.parse(await bodyOf(request)) as {
        query: string
        variables: object
      }
      const schema = schemas.get(request.url ?? '')!
      const result = await graphql({ schema, source: query, variableValues: { ...variables } })
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result))
    }
    void answer()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const config = readGatewayConfig({})
const log = pino({ level: 'silent' })

/** Subgraphs of scenarios that answer by themselves: who is down or lies is told in the other suite. */
const honest = scenarios
  .map((scenario) => ({ ...scenario, cases: scenario.cases.filter(isHonest) }))
  .filter(({ cases }) => cases.length > 0)

describe.each(honest)('an open gateway over $folder', ({ folder, subgraphs, cases }) => {
  let gateway: FastifyInstance

  beforeAll(() => {
    const { port } = server.address() as AddressInfo
    const pathOf = (name: string): string => `/${folder}/${name}`
    const composed = composeScenario(
      { subgraphs },
      (name) => `http://127.0.0.1:${port}${pathOf(name)}`,
    )
    for (const [name, schema] of composed.schemas) schemas.set(pathOf(name), schema)
    gateway = buildOpenGateway({ config, log, isProduction: false, supergraphSdl: composed.sdl })
  })
  afterAll(() => gateway.close())

  it.each(cases)('$name', async ({ query, variables, data, errors = [] }) => {
    const payload = { query, variables }
    const answer = await gateway.inject({ method: 'POST', url: '/graphql', payload })
    const body = answer.json<{ data: unknown; errors?: readonly { path?: unknown[] }[] }>()
    expect(body.data).toEqual(data)
    const places = (body.errors ?? []).map(({ path = [] }) => path.join('.'))
    expect(places.toSorted()).toEqual(errors)
  })
})

describe('an open gateway', () => {
  const supergraphSdl = composeScenario(scenarios[0]!).sdl

  it('is refused in production, and anywhere but on loopback', () => {
    const production = { config, log, isProduction: true, supergraphSdl }
    expect(() => buildOpenGateway(production)).toThrow(/never for production/)
    const everywhere = { ...config, host: '0.0.0.0' }
    const abroad = { config: everywhere, log, isProduction: false, supergraphSdl }
    expect(() => buildOpenGateway(abroad)).toThrow(/must be 127\.0\.0\.1/)
  })

  it('shows its schema to anybody, as nothing in it has a rule', async () => {
    const gateway = buildOpenGateway({ config, log, isProduction: false, supergraphSdl })
    const payload = { query: getIntrospectionQuery() }
    const answer = await gateway.inject({ method: 'POST', url: '/graphql', payload })
    const { data } = answer.json<{ data: IntrospectionQuery }>()
    expect(buildClientSchema(data).getQueryType()?.getFields()).toHaveProperty('vehicles')
    await gateway.close()
  })

  it('is refused over a supergraph with access rules', async () => {
    const { readFile } = await import('node:fs/promises')
    const own = await readFile(new URL('../../schemas/supergraph.graphql', import.meta.url), 'utf8')
    const options = { config, log, isProduction: false, supergraphSdl: own }
    expect(() => buildOpenGateway(options)).toThrow(/without access rules/)
  })
})

function isHonest({ down, tamper, refused }: ScenarioCase): boolean {
  return down === undefined && tamper === undefined && refused === undefined
}

function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => (body += chunk))
    request.on('end', () => resolve(body))
  })
}
