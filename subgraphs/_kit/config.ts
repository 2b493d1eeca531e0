import { join, resolve } from 'node:path'
import { hubError } from '../../schemas/errors.ts'
import { isIsoDate } from '../../schemas/scalars/dates.ts'

/** What every part of the hub is told by its environment; read once, frozen. */
export interface KitConfig {
  /** Folder of everything the hub keeps between starts: keys, embedded database, logs. */
  readonly dataDir: string
  /** Where agencies publish open data; the gateway lets anyone download it. */
  readonly openDataDir: string
  /** The business day: what "today" means for deadlines, ages and surcharges. */
  readonly today: string
  readonly host: string
  /** `HUB_PORT` where it was given: the gateway's port in an all-in-one start, else this part's. */
  readonly port: number | undefined
  readonly logLevel: string
  readonly poolSize: number
  readonly isDurable: boolean
  /** Where an agency answers, where given. */
  urlOf(agency: string): URL | undefined
  /** The agency's own PostgreSQL, where given; otherwise the embedded one. */
  databaseUrlOf(agency: string): string | undefined
}

/** The first joint-service day: the day the sample's registers were last right. */
export const SAMPLE_DAY = '2018-05-10'

/** Reads the kit's part of the environment. Throws `CONFIG_INVALID` naming the variable. */
export function readKitConfig(env: NodeJS.ProcessEnv = process.env): KitConfig {
  const dataDir = resolve(env['HUB_DATA_DIR'] ?? '.hub')
  const config: KitConfig = {
    dataDir,
    openDataDir: resolve(env['HUB_OPEN_DATA_DIR'] || join(dataDir, 'open-data')),
    today: readDate(env, 'HUB_TODAY', SAMPLE_DAY),
    host: env['HUB_HOST'] ?? '127.0.0.1',
    port: env['HUB_PORT'] === undefined ? undefined : readInteger(env, 'HUB_PORT', 0, 65_535, 0),
    logLevel: env['HUB_LOG_LEVEL'] ?? 'info',
    poolSize: readInteger(env, 'HUB_DATABASE_POOL', 1, 200, 10),
    isDurable: env['HUB_DATABASE_DURABLE'] !== 'false',
    urlOf: (agency) => readUrl(env, `HUB_URL_${variableName(agency)}`),
    databaseUrlOf: (agency) => env[`HUB_DATABASE_URL_${variableName(agency)}`] || undefined,
  }
  return Object.freeze(config)
}

/** An agency's name inside an environment variable: `local-tax` → `LOCAL_TAX`. */
export function variableName(agency: string): string {
  return agency.toUpperCase().replaceAll('-', '_')
}

function readInteger(
  env: NodeJS.ProcessEnv,
  variable: string,
  least: number,
  most: number,
  fallback: number,
): number {
  const text = env[variable]
  if (text === undefined || text === '') return fallback
  const value = Number(text)
  if (!Number.isInteger(value) || value < least || value > most) {
    throw hubError('CONFIG_INVALID', {
      variable,
      reason: `must be a whole number from ${least} to ${most}`,
    })
  }
  return value
}

function readDate(env: NodeJS.ProcessEnv, variable: string, fallback: string): string {
  const text = env[variable] || fallback
  if (!isIsoDate(text)) {
    throw hubError('CONFIG_INVALID', { variable, reason: 'must be a date such as 2018-05-10' })
  }
  return text
}

function readUrl(env: NodeJS.ProcessEnv, variable: string): URL | undefined {
  const text = env[variable]
  if (!text) return undefined
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw hubError('CONFIG_INVALID', { variable, reason: 'must be an http or https address' })
  }
  return new URL(text)
}
