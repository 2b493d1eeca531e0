import { setTimeout } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { Registry } from 'prom-client'
import type { AgencyClient } from '../agencies/agency-client.ts'
import type { DisclosureLog } from '../audit/disclosure-log.ts'

/** What health is judged by. */
export interface HealthParts {
  readonly clients: ReadonlyMap<string, AgencyClient>
  readonly log: Pick<DisclosureLog, 'isWritable'>
  readonly metrics: Registry
}

const WATCH_MS = 500

/**
 * `/health/live`: the process answers. `/health/ready`: every agency has answered since start and the
 * log is writable, so that one agency failing later does not take the gateway out. `/health/agencies`:
 * all answer now. `/metrics` for Prometheus.
 */
export function addHealthRoutes(
  app: FastifyInstance,
  { clients, log, metrics }: HealthParts,
): void {
  const answered = new Set<string>()
  watchUntilAnswered(app, askMissing)

  app.get('/health/live', async () => ({ status: 'live' }))

  app.get('/health/ready', async (_request, reply) => {
    await askMissing()
    const agencies = [...clients.keys()].map((name) => ({ name, hasAnswered: answered.has(name) }))
    const isLogWritable = await log.isWritable()
    const isReady = isLogWritable && agencies.every(({ hasAnswered }) => hasAnswered)
    return reply
      .code(isReady ? 200 : 503)
      .send({ status: isReady ? 'ready' : 'starting', isLogWritable, agencies })
  })

  app.get('/health/agencies', async (_request, reply) => {
    const states = await askAll([...clients.values()])
    for (const { name, isWell } of states) if (isWell) answered.add(name)
    const agencies = states.map(({ name, isWell }) => ({ name, state: isWell ? 'OK' : 'DOWN' }))
    const isWhole = states.every(({ isWell }) => isWell)
    return reply.code(isWhole ? 200 : 503).send({ status: isWhole ? 'ok' : 'partial', agencies })
  })

  app.get('/metrics', async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.metrics()),
  )

  /** Asks whoever has not answered yet; whether somebody still has not. */
  async function askMissing(): Promise<boolean> {
    const missing = [...clients.values()].filter(({ name }) => !answered.has(name))
    for (const { name, isWell } of await askAll(missing)) if (isWell) answered.add(name)
    return answered.size < clients.size
  }
}

/** Asks by itself from the start, or readiness would hang on who happened to look before an outage. */
function watchUntilAnswered(app: FastifyInstance, askMissing: () => Promise<boolean>): void {
  const closing = new AbortController()
  app.addHook('onListen', () => {
    void watch()
  })
  app.addHook('preClose', async () => closing.abort())

  async function watch(): Promise<void> {
    while (!closing.signal.aborted && (await askMissing())) {
      await setTimeout(WATCH_MS, undefined, { ref: false })
    }
  }
}

function askAll(
  clients: readonly AgencyClient[],
): Promise<readonly { readonly name: string; readonly isWell: boolean }[]> {
  return Promise.all(
    clients.map(async (client) => ({ name: client.name, isWell: await client.isHealthy() })),
  )
}
