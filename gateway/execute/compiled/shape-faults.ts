import type { GraphQLFormattedError } from 'graphql'
import { hubError } from '../../../schemas/errors.ts'
import type { Owners } from '../../compile/owners.ts'
import type { PlanRun } from './plan-run.ts'
import type { ResponsePath } from './raw-data.ts'
import type { Unanswered } from './unanswered.ts'

/** The field whose value was not as its type says. */
export interface Coordinate {
  readonly type: string
  readonly field: string
}

/** A value that is not there or does not fit its type, or a null that may not be one. */
export interface ShapeFault extends Coordinate {
  readonly path: ResponsePath
}

/** Where the shaping of one response stands. */
export interface Shaping {
  /** Of the value in hand; grows and shrinks as shaping goes. */
  readonly path: (string | number)[]
  readonly faults: ShapeFault[]
  /** What is not there for a reason that is known. */
  readonly unanswered: Unanswered
}

// An answer that fits nowhere must not make the gateway write more than it read.
const MOST_FAULTS = 1_000

/** Notes that the value in hand does not fit; answers the null that tells so. */
export function fault(shaping: Shaping, { type, field }: Coordinate): undefined {
  if (shaping.faults.length >= MOST_FAULTS) return
  shaping.faults.push({ type, field, path: [...shaping.path] })
}

/**
 * `AGENCY_INVALID_ANSWER` for every fault that no error of an agency explains: a null that some
 * resolver's error left behind must not be told twice (GraphQL specification §6.4.4).
 */
export function faultErrors(
  faults: readonly ShapeFault[],
  run: PlanRun,
  owners: Owners,
): readonly GraphQLFormattedError[] {
  if (faults.length === 0) return []
  const told = run.errors.flatMap(({ path }) => (path ? [path] : []))
  const missing = run.context.ledger.failures.flatMap(({ paths }) => paths)
  return faults.filter(({ path }) => !isExplained(path)).map(toError)

  function isExplained(path: ResponsePath): boolean {
    const listless = path.filter((part) => typeof part === 'string')
    return (
      told.some((each) => isRelated(each, path)) ||
      missing.some((each) => isRelated(each, listless))
    )
  }

  function toError({ type, field, path }: ShapeFault): GraphQLFormattedError {
    const agency = owners.of(type, field).join(', ') || 'of this field'
    const { code, message } = hubError('AGENCY_INVALID_ANSWER', { agency })
    return { message, path, extensions: { code, serviceName: agency } }
  }
}

function isRelated(one: ResponsePath, other: ResponsePath): boolean {
  const length = Math.min(one.length, other.length)
  for (let index = 0; index < length; index++) if (one[index] !== other[index]) return false
  return true
}
