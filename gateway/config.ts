import { join, resolve } from 'node:path'
import { hubError } from '../schemas/errors.ts'
import { isLogOrigin } from './audit/log-origin.ts'
import { readLimitsConfig, type LimitsConfig } from './http/limits-config.ts'

/** What the gateway is told by its environment. */
export interface GatewayConfig {
  readonly host: string
  readonly port: number
  /** The origin that clients reach the hub at, without a path. */
  readonly publicUrl: string
  /** Where other gateways reach this one, without a path, where there are others. */
  readonly peerUrl: string | undefined
  readonly dataDir: string
  /** What lies in this folder, anyone may download. */
  readonly openDataDir: string
  readonly logLevel: string
  /** The disclosure log's name in its checkpoints: one for each replica of the gateway. */
  readonly logOrigin: string
  /** Milliseconds an agency may take, and the whole request. */
  readonly agencyDeadlineMs: number
  readonly requestDeadlineMs: number
  /** Requests a second that one address may send without a token; 0 for any number. */
  readonly publicRate: number
  readonly limits: LimitsConfig
  /** Where each agency answers, where the environment says so. */
  urlOf(agency: string): URL | undefined
}

type Environment = Readonly<Record<string, string | undefined>>

export const DEFAULT_PORT = 4000

const DEFAULT_LOG_ORIGIN = 'hub.local/gateway'

/**
 * Reads HUB_HOST, HUB_PORT, HUB_PUBLIC_URL, HUB_PEER_URL, HUB_DATA_DIR, HUB_OPEN_DATA_DIR, HUB_LOG_LEVEL, HUB_LOG_ORIGIN,
 * HUB_AGENCY_DEADLINE_MS, HUB_REQUEST_DEADLINE_MS, HUB_PUBLIC_RATE and HUB_URL_<AGENCY>. Throws
 * `CONFIG_INVALID` naming the variable.
 */
export function readGatewayConfig(env: Environment = process.env): GatewayConfig {
  const host = env['HUB_HOST'] || '127.0.0.1'
  const port = readInteger(env, 'HUB_PORT', DEFAULT_PORT, 65_535)
  const dataDir = resolve(env['HUB_DATA_DIR'] || '.hub')
  return Object.freeze({
    host,
    port,
    publicUrl: readUrl(env, 'HUB_PUBLIC_URL')?.origin ?? `http://127.0.0.1:${port}`,
    peerUrl: readUrl(env, 'HUB_PEER_URL')?.origin,
    dataDir,
    openDataDir: resolve(env['HUB_OPEN_DATA_DIR'] || join(dataDir, 'open-data')),
    logLevel: env['HUB_LOG_LEVEL'] || 'info',
    logOrigin: readLogOrigin(env),
    agencyDeadlineMs: readInteger(env, 'HUB_AGENCY_DEADLINE_MS', 3_000, 60_000),
    requestDeadlineMs: readInteger(env, 'HUB_REQUEST_DEADLINE_MS', 10_000, 120_000),
    publicRate: readInteger(env, 'HUB_PUBLIC_RATE', 100, 100_000),
    limits: readLimitsConfig(env),
    urlOf: (agency: string) => readUrl(env, `HUB_URL_${agency.toUpperCase().replaceAll('-', '_')}`),
  })
}

function readLogOrigin(env: Environment): string {
  const origin = env['HUB_LOG_ORIGIN'] || DEFAULT_LOG_ORIGIN
  if (isLogOrigin(origin)) return origin
  const reason = 'must be up to 100 letters, digits and . : / - _, such as hub.example/gateway-1'
  throw hubError('CONFIG_INVALID', { variable: 'HUB_LOG_ORIGIN', reason })
}

function readInteger(env: Environment, variable: string, fallback: number, most: number): number {
  const text = env[variable]
  if (!text) return fallback
  const value = Number(text)
  if (Number.isInteger(value) && value >= 0 && value <= most) return value
  throw hubError('CONFIG_INVALID', { variable, reason: `must be a whole number up to ${most}` })
}

function readUrl(env: Environment, variable: string): URL | undefined {
  const text = env[variable]
  if (!text) return undefined
  const url = URL.parse(text)
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url
  throw hubError('CONFIG_INVALID', { variable, reason: 'must be an http or https address' })
}
