import { readFileSync } from 'node:fs'
import fastify from 'fastify'
import { parse } from 'graphql'
import { Registry } from 'prom-client'
import { AgencyClient } from '../../gateway/agencies/agency-client.ts'
import { createFetchMetrics } from '../../gateway/agencies/fetch-metrics.ts'
import { createHttpTransport } from '../../gateway/agencies/http-transport.ts'
import { compileOperation } from '../../gateway/compile/compile-operation.ts'
import { loadSupergraph } from '../../gateway/compile/load-supergraph.ts'
import { createApolloExecutor } from '../../test/support/federation/apollo-executor.ts'
import { createCompiledExecutor } from '../../gateway/execute/compiled/compiled-executor.ts'
import { SCOPES } from '../../schemas/scopes.ts'
import { openContext } from '../../test/support/federation/ask-scenario.ts'
import { reportReady } from './lane.ts'

// Run as a process: one executor behind Fastify, with our clients and hop tokens and nothing else.

const [agencies = '', kind = ''] = process.argv.slice(2)
const supergraph = loadSupergraph(
  readFileSync(new URL('../../schemas/supergraph.graphql', import.meta.url), 'utf8'),
)
const metrics = createFetchMetrics(new Registry())
const clients = new Map(
  supergraph.agencies.map((name) => [
    name,
    new AgencyClient({
      name,
      transport: createHttpTransport(new URL(`${agencies}/${name}`)),
      hopKey: Buffer.alloc(32, 1),
      metrics,
      deadlineMs: 3_000,
    }),
  ]),
)
const create = kind === 'apollo' ? createApolloExecutor : createCompiledExecutor
const executor = create(supergraph, clients)
const rights = { scopes: SCOPES.map(({ id }) => id), policies: [], key: 'all' }
const known = new Map<string, ReturnType<typeof compileOperation>>()

const app = fastify()
app.post('/graphql', async (request, reply) => {
  const { query, variables } = request.body as { query: string; variables: object }
  const compiled = known.get(query) ?? compileOperation(supergraph, parse(query), undefined, rights)
  known.set(query, compiled)
  const { data, errors } = await executor.execute(
    compiled.filtered!,
    { ...variables },
    openContext(),
  )
  void reply.type('application/json')
  return JSON.stringify({ data, ...(errors.length > 0 && { errors }) })
})
const origin = await app.listen({ port: 0, host: '127.0.0.1' })
reportReady({ url: `${origin}/graphql` })
