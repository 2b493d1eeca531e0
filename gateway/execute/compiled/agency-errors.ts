import type { GraphQLFormattedError } from 'graphql'
import { nameTold } from '../../compile/own-names.ts'
import type { PlanRun } from './plan-run.ts'
import type { ResponsePath } from './raw-data.ts'

/** Where in the response an error with an agency's own path belongs; one entry for each place. */
export type PlaceError = (path: ResponsePath) => readonly ResponsePath[]

// An answer of errors alone must not make the gateway write more than it read.
const MOST_ERRORS = 1_000

/** Notes an agency's errors at their places, with nothing but what the error table may let through. */
export function noteAgencyErrors(
  errors: readonly GraphQLFormattedError[],
  agency: string,
  run: PlanRun,
  placesOf: PlaceError,
): void {
  for (const error of errors) {
    const { message, extensions } = error
    const { code, reference } = extensions ?? {}
    const told = {
      message: typeof message === 'string' ? message : '',
      extensions: {
        ...(typeof code === 'string' && { code }),
        ...(typeof reference === 'string' && { reference }),
        serviceName: agency,
      },
    }
    const path = readPath(error.path)
    const places = path === undefined ? [undefined] : placesOf(path)
    for (const place of places) {
      if (run.errors.length >= MOST_ERRORS) return
      run.errors.push(place === undefined ? told : { ...told, path: place })
    }
  }
}

function readPath(path: unknown): ResponsePath | undefined {
  if (!Array.isArray(path)) return undefined
  return path.every((part) => typeof part === 'string' || Number.isSafeInteger(part))
    ? path.map((part: string | number) => (typeof part === 'string' ? nameTold(part) : part))
    : undefined
}
