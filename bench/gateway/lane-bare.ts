import { readFileSync } from 'node:fs'
import { parse } from 'graphql'
import { hashBody } from '../../auth/hop-token.ts'
import fastify from 'fastify'
import { createHttpTransport } from '../../gateway/agencies/http-transport.ts'
import { compileOperation } from '../../gateway/compile/compile-operation.ts'
import { loadSupergraph } from '../../gateway/compile/load-supergraph.ts'
import { createCompiledExecutor } from '../../gateway/execute/compiled/compiled-executor.ts'
import { SCOPES } from '../../schemas/scopes.ts'
import { openContext } from '../../test/support/federation/ask-scenario.ts'
import { reportReady } from './lane.ts'

// Run as a process: no gateway at all. For every request it makes the calls that a plan makes, with the
// same bodies in the same waves, and answers fixed bytes: what no gateway over HTTP can be faster than.

const [agencies = ''] = process.argv.slice(2)
const supergraph = loadSupergraph(
  readFileSync(new URL('../../schemas/supergraph.graphql', import.meta.url), 'utf8'),
)
const transports = new Map(
  supergraph.agencies.map((name) => [name, createHttpTransport(new URL(`${agencies}/${name}`))]),
)

interface Call {
  readonly agency: string
  readonly body: string
  /** The calls that were answered before it was made. */
  readonly after: number
}

/** What one body is answered with, and the calls it takes. */
interface Recorded {
  readonly waves: readonly (readonly Call[])[]
  readonly answer: string
}

const recorded = new Map<string, Promise<Recorded>>()

const app = fastify()
app.post('/graphql', async (request, reply) => {
  const asked = request.body as { query: string; variables: { nationalId: string } }
  const { nationalId } = asked.variables
  const known = recorded.get(nationalId) ?? record(asked)
  recorded.set(nationalId, known)
  const { waves, answer } = await known
  for (const wave of waves) {
    await Promise.all(wave.map(({ agency, body }) => send(agency, body)))
  }
  void reply.type('application/json')
  return answer
})
const origin = await app.listen({ port: 0, host: '127.0.0.1' })
reportReady({ url: `${origin}/graphql` })

function send(agency: string, body: string): Promise<{ readonly body: string }> {
  const expiresAt = performance.now() + 3_000
  const own = { bodyHash: hashBody(body), mintToken: () => 'none', isRepeatable: true }
  return transports.get(agency)!.send({ body, expiresAt, ...own })
}

/** Executes the operation once and notes which calls it made, wave by wave. */
async function record({
  query,
  variables,
}: {
  query: string
  variables: object
}): Promise<Recorded> {
  const calls: Call[] = []
  let answered = 0
  const clients = new Map(
    supergraph.agencies.map((agency) => [
      agency,
      {
        async fetch(fetch: { query: string; variables: object }) {
          const body = JSON.stringify({ query: fetch.query, variables: fetch.variables })
          calls.push({ agency, body, after: answered })
          const reply = JSON.parse((await send(agency, body)).body) as { data: never }
          answered += 1
          return { data: reply.data, status: 'OK', asOf: null, subjects: [] } as const
        },
      },
    ]),
  )
  const rights = { scopes: SCOPES.map(({ id }) => id), policies: [], key: 'all' }
  const { filtered } = compileOperation(supergraph, parse(query), undefined, rights)
  const executor = createCompiledExecutor(supergraph, clients)
  const { data } = await executor.execute(filtered!, { ...variables }, openContext())
  const starts = [...new Set(calls.map(({ after }) => after))].toSorted((one, other) => one - other)
  const waves = starts.map((start) => calls.filter(({ after }) => after === start))
  return { waves, answer: JSON.stringify({ data }) }
}
