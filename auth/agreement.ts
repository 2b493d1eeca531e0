import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

import { hubError } from '../schemas/errors.ts'
import { isIsoDate, taiwanDay } from '../schemas/scalars/dates.ts'
import { agencyOfScope, isKnownScope } from '../schemas/scopes.ts'
import { type Agreement, checkAgreementForm } from './agreement-schema.ts'
import { findLogReadingFault, findUserAmongAuditors } from './auditors.ts'
import { findSignatureFault, type ProviderKeys } from './agreement-signature.ts'

export type { Agreement } from './agreement-schema.ts'

/** How agreements are read. */
export interface AgreementOptions {
  /** production refuses an agreement that a provider has not signed */
  readonly isProduction?: boolean
  /** public keys that check the providers' signatures */
  readonly providerKeys?: ProviderKeys
  /** the real instant that decides whether one is in force; the present when absent */
  readonly now?: Date
}

/**
 * Every agreement of a folder (`*.yaml`), in the order of file names.
 *
 * @throws HubError CONFIG_INVALID when the folder cannot be read or holds none; AGREEMENT_INVALID,
 *   naming the file, for a wrong form, an unknown scope, a term over 5 years or not in force, a
 *   missing provider, a missing or wrong signature, a second agreement of one client for one purpose
 *   but for the staff of another agency, or an auditor that is a user as well
 */
export function loadAgreements(
  folder: string,
  options: AgreementOptions = {},
): readonly Agreement[] {
  const takenBy = new Map<string, readonly TakenPurpose[]>()
  const read = listAgreementFiles(folder).map((file) => {
    const agreement = readAgreement(folder, file)
    const fault = findFault(agreement, options) ?? findDuplicate(agreement, file, takenBy)
    if (fault !== undefined) throw hubError('AGREEMENT_INVALID', { file, reason: fault })
    return { file, agreement }
  })
  const agreements = Object.freeze(read.map(({ agreement }) => agreement))
  for (const { file, agreement } of read) {
    const fault = findUserAmongAuditors(agreement, agreements)
    if (fault !== undefined) throw hubError('AGREEMENT_INVALID', { file, reason: fault })
  }
  return agreements
}

/** Who asks what for. */
export interface AskedPurpose {
  readonly client: string
  readonly purpose: string
  /** code of the agency whose staff asks; null where that is not said */
  readonly agency: string | null
}

/**
 * The agreement that lets an agency ask through a client for a purpose and is in force at `now`. Nothing
 * where agencies share the client for that purpose and it is not said which of them asks.
 */
export function findAgreement(
  agreements: readonly Agreement[],
  { client, purpose, agency }: AskedPurpose,
  now = new Date(),
): Agreement | undefined {
  const found = agreements.filter(
    (agreement) =>
      agreement.purpose.id === purpose &&
      agreement.clients.includes(client) &&
      (agency === null || agreement.agency.code === agency) &&
      isInForce(agreement, now),
  )
  return found.length === 1 ? found[0] : undefined
}

/** Whether the agreement's term includes the day of `now` in Taiwan, first and last day included. */
export function isInForce({ validFrom, validTo }: Agreement, now = new Date()): boolean {
  const today = taiwanDay(now)
  return validFrom <= today && today <= validTo
}

function listAgreementFiles(folder: string): readonly string[] {
  const variable = 'HUB_AGREEMENTS_DIR'
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch (error) {
    throw hubError(
      'CONFIG_INVALID',
      { variable, reason: 'names a folder that cannot be read' },
      error,
    )
  }
  const files = names.filter((name) => name.endsWith('.yaml')).toSorted()
  if (files.length > 0) return files
  throw hubError('CONFIG_INVALID', { variable, reason: 'names a folder without *.yaml agreements' })
}

function readAgreement(folder: string, file: string): Agreement {
  const result = checkAgreementForm(parseYaml(file, readFileSync(join(folder, file), 'utf8')))
  if ('agreement' in result) return deepFreeze(result.agreement)
  throw hubError('AGREEMENT_INVALID', { file, reason: result.reason })
}

function parseYaml(file: string, text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 0, prettyErrors: false })
  } catch (error) {
    throw hubError('AGREEMENT_INVALID', { file, reason: 'is not valid YAML' }, error)
  }
}

function findFault(
  agreement: Agreement,
  { isProduction, now, providerKeys = {} }: AgreementOptions,
): string | undefined {
  const unknown = agreement.scopes.find((scope) => !isKnownScope(scope))
  if (unknown !== undefined) return `names the unknown scope ${unknown}`
  const unsigned = agreement.providers.find(({ signature }) => signature === null)
  if (isProduction && unsigned) {
    return `is not signed by ${unsigned.agency}, which production refuses`
  }
  return (
    findMissingProvider(agreement) ??
    findLogReadingFault(agreement) ??
    findSignatureFault(agreement, providerKeys) ??
    findTermFault(agreement, now)
  )
}

function findMissingProvider({ scopes, providers }: Agreement): string | undefined {
  const agencies = new Set(['hub', ...providers.map(({ agency }) => agency)])
  const scope = scopes.find((id) => !agencies.has(agencyOfScope(id)))
  return scope && `opens ${scope} without ${agencyOfScope(scope)} among its providers`
}

// approvals are given for 5 years at most (連結作業 rules, domain.md §8)
function findTermFault(agreement: Agreement, now: Date | undefined): string | undefined {
  const { validFrom, validTo } = agreement
  if (!isIsoDate(validFrom) || !isIsoDate(validTo)) return 'has a date that is not in the calendar'
  if (validTo < validFrom) return 'ends before it begins'
  if (validTo >= fiveYearsAfter(validFrom)) return 'runs for more than 5 years'
  if (!isInForce(agreement, now)) return `is not in force (${validFrom} to ${validTo})`
  return undefined
}

interface TakenPurpose {
  readonly file: string
  readonly kind: Agreement['kind']
  readonly agency: string
}

/** Offices may share one client, whose token says whose staff asks; a system has one agency. */
function findDuplicate(
  { clients, purpose, kind, agency }: Agreement,
  file: string,
  takenBy: Map<string, readonly TakenPurpose[]>,
): string | undefined {
  const taken: TakenPurpose = { file, kind, agency: agency.code }
  for (const client of clients) {
    const key = `${client} ${purpose.id}`
    const others = takenBy.get(key) ?? []
    const isShared = (other: TakenPurpose): boolean =>
      kind === 'staff' && other.kind === 'staff' && other.agency !== agency.code
    const other = others.find((each) => !isShared(each))
    if (other) return `gives ${client} the purpose ${purpose.id} again (see ${other.file})`
    takenBy.set(key, [...others, taken])
  }
  return undefined
}

function fiveYearsAfter(date: string): string {
  return `${Number(date.slice(0, 4)) + 5}${date.slice(4)}`
}

function deepFreeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) {
    if (typeof part === 'object' && part !== null) deepFreeze(part)
  }
  return Object.freeze(value)
}
