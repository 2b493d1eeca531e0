import { AGENCY_ERRORS } from './errors/agency-errors.ts'
import { CALLER_ERRORS } from './errors/caller-errors.ts'
import { DATABASE_ERRORS } from './errors/database-errors.ts'
import { FILE_ERRORS } from './errors/file-errors.ts'
import { HUB_ERRORS } from './errors/hub-errors.ts'
import { REQUEST_ERRORS } from './errors/request-errors.ts'
import { START_ERRORS } from './errors/start-errors.ts'

/**
 * The one table of errors. A code is API: it is never renamed. `{name}` in a message is filled from
 * parameters that name rules, fields or limits, and never carry personal data, SQL or a host name.
 */
export const ERRORS = {
  ...REQUEST_ERRORS,
  ...CALLER_ERRORS,
  ...AGENCY_ERRORS,
  ...HUB_ERRORS,
  ...DATABASE_ERRORS,
  ...FILE_ERRORS,
  ...START_ERRORS,
} as const

export type ErrorCode = keyof typeof ERRORS
export type ErrorParameters = Readonly<Record<string, string | number>>

/** An expected failure. `message` states the rule, never the data; `code` is stable. */
export class HubError extends Error {
  readonly code: ErrorCode
  readonly parameters: ErrorParameters

  constructor(code: ErrorCode, parameters: ErrorParameters = {}, options?: ErrorOptions) {
    super(fill(ERRORS[code].message, parameters), options)
    this.name = 'HubError'
    this.code = code
    this.parameters = parameters
  }

  get status(): number {
    return ERRORS[this.code].status
  }
}

/** Makes the error of this code, its message filled from `parameters`. */
export function hubError(code: ErrorCode, parameters?: ErrorParameters, cause?: unknown): HubError {
  return new HubError(code, parameters, cause === undefined ? undefined : { cause })
}

/** Whether a code arriving from elsewhere (a subgraph's answer) stands in the table. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERRORS, code)
}

function fill(template: string, parameters: ErrorParameters): string {
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(parameters, name) ? String(parameters[name]) : whole,
  )
}
