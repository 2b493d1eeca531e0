import { hubError } from '../schemas/errors.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** The line of Node that the hub is tried on; the packages that bring it are of the same. */
export const NODE_LINE = 24

/** What would send facts about the hub, or of its callers, to whoever made a library. */
const REPORTING = ['APOLLO_KEY', 'APOLLO_GRAPH_REF', 'APOLLO_GRAPH_ID', 'APOLLO_SCHEMA_REPORTING']

/** What takes a library's own bounds away (security.md §1). */
const UNBOUNDED = /^APOLLO_DISABLE_SECURITY_/

/** Where OpenTelemetry would send traces, metrics and logs. */
const EXPORTER = /^OTEL_EXPORTER_.*ENDPOINT$/

/**
 * Refuses to run in production what only a trial may have (security S6): another Node than the hub
 * is tried on, reporting to a library's maker, traces to another machine, bounds taken away. What the
 * configuration itself decides (issuer, keys, agreements) is refused where it is read.
 *
 * @throws HubError CONFIG_INVALID naming the variable
 */
export function requireProductionSetup(env: Environment, nodeVersion: string): void {
  if (Number(nodeVersion.split('.')[0]) !== NODE_LINE) {
    throw refusal('NODE_ENV', `production runs on Node ${NODE_LINE}, not on ${nodeVersion}`)
  }
  for (const [variable, value] of Object.entries(env)) {
    if (!value) continue
    if (REPORTING.includes(variable)) {
      throw refusal(variable, 'production reports to no maker of a library; unset it')
    }
    if (UNBOUNDED.test(variable)) throw refusal(variable, 'production keeps all bounds; unset it')
    if (EXPORTER.test(variable) && !isOnThisMachine(value)) {
      throw refusal(variable, 'production sends traces to a collector on its own machine alone')
    }
  }
}

function isOnThisMachine(address: string): boolean {
  return ['127.0.0.1', '[::1]', 'localhost'].includes(URL.parse(address)?.hostname ?? '')
}

function refusal(variable: string, reason: string): Error {
  return hubError('CONFIG_INVALID', { variable, reason })
}
