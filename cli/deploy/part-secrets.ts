import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseEnv } from 'node:util'
import { readOrCreateKeyFile } from '../../auth/keys/key-file.ts'
import { HOP_KEY_BYTES } from '../../auth/keys/key-store.ts'
import { SEALED_PERSON_KEY_BYTES } from '../../auth/keys/sealed-person-key.ts'
import { variableName } from '../../subgraphs/_kit/config.ts'
import { scramVerifierOf } from './scram-verifier.ts'

/** Whose secrets are made, and where the agencies find their databases. */
export interface PartSecretsOptions {
  /** gets one folder per part: `gateway/`, one per agency, `postgres/`, `log-index/` */
  readonly folder: string
  readonly agencies: readonly string[]
  /** `host:port` of the PostgreSQL server as the agencies reach it */
  readonly databaseHost: string
  /** The same of the server of the index over the log, as the gateway reaches it */
  readonly indexHost: string
}

/** The file in a part's folder that HUB_ENV_FILE names. */
export const ENV_FILE = 'hub.env'

const PASSWORD_BYTES = 24
const SERVER_PART = 'postgres'
const INDEX_SERVER_PART = 'log-index'
const INDEX_ROLE = 'hub'

/**
 * Writes the secrets of a deployment in containers, each part's in a folder of its own so that it can
 * be given no other: an agency gets its hop key, its database with its role, and the sealed-person
 * key; the gateway the hop keys and the index over its log; each PostgreSQL its roles with verifiers in
 * place of passwords. What is there stays, so a second run changes no key, and a new agency joins the old ones.
 */
export function writePartSecrets({
  folder,
  agencies,
  databaseHost,
  indexHost,
}: PartSecretsOptions): void {
  const sealedKey = knownSealedKey(folder, agencies) ?? secret(SEALED_PERSON_KEY_BYTES)
  const environments = agencies.map((agency) => {
    const create = (): string => textOf(newEnvironment(agency, databaseHost, sealedKey))
    const text = readOrCreateKeyFile(join(folder, agency, ENV_FILE), create)
    return [agency, parseEnv(text)] as const
  })
  const hopKeys = environments.map(([agency, env]) => {
    const variable = hopVariable(agency)
    return [variable, env[variable] ?? ''] as const
  })
  const gatewayFile = join(folder, 'gateway', ENV_FILE)
  const indexUrl = knownIndexUrl(gatewayFile) ?? databaseUrl(INDEX_ROLE, indexHost)
  const gateway = { ...Object.fromEntries(hopKeys), [databaseVariable(INDEX_ROLE)]: indexUrl }
  write(gatewayFile, textOf(gateway), 0o600)
  const roles = environments.map(([agency, env]) =>
    roleSql(agency, new URL(env[databaseVariable(agency)] ?? '').password),
  )
  writeServer(join(folder, SERVER_PART), roles)
  const indexRole = roleSql(INDEX_ROLE, new URL(indexUrl).password)
  writeServer(join(folder, INDEX_SERVER_PART), [indexRole])
}

function writeServer(folder: string, roles: readonly string[]): void {
  readOrCreateKeyFile(join(folder, 'superuser-password'), () => secret(PASSWORD_BYTES))
  const closed = 'revoke all on database postgres, template1 from public;\n'
  // no secret: the server's own user reads it, who is another than ours
  write(join(folder, 'roles.sql'), [...roles, closed].join('\n'), 0o644)
}

function knownIndexUrl(gatewayFile: string): string | undefined {
  if (!existsSync(gatewayFile)) return undefined
  return parseEnv(readFileSync(gatewayFile, 'utf8'))[databaseVariable(INDEX_ROLE)]
}

function knownSealedKey(folder: string, agencies: readonly string[]): string | undefined {
  return agencies
    .map((agency) => join(folder, agency, ENV_FILE))
    .filter((file) => existsSync(file))
    .map((file) => parseEnv(readFileSync(file, 'utf8'))['HUB_SEALED_KEY'])
    .find((key) => key !== undefined)
}

function newEnvironment(
  agency: string,
  databaseHost: string,
  sealedKey: string,
): Readonly<Record<string, string>> {
  return {
    [hopVariable(agency)]: secret(HOP_KEY_BYTES),
    HUB_SEALED_KEY: sealedKey,
    [databaseVariable(agency)]: databaseUrl(agency, databaseHost),
  }
}

/** The role's own database, under a new password. */
function databaseUrl(role: string, host: string): string {
  return `postgres://${role}:${secret(PASSWORD_BYTES)}@${host}/${role}`
}

/** One database and one role per agency; nobody else may enter it. */
function roleSql(agency: string, password: string): string {
  return `create role "${agency}" login password '${scramVerifierOf(password)}';
create database "${agency}" owner "${agency}";
revoke all on database "${agency}" from public;
`
}

function hopVariable(agency: string): string {
  return `HUB_HOP_KEY_${variableName(agency)}`
}

function databaseVariable(agency: string): string {
  return `HUB_DATABASE_URL_${variableName(agency)}`
}

function secret(bytes: number): string {
  return randomBytes(bytes).toString('base64url')
}

function textOf(environment: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(environment)
    .map(([variable, value]) => `${variable}=${value}\n`)
    .join('')
}

function write(file: string, text: string, mode: number): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o755 })
  writeFileSync(file, text, { mode })
}
