import { maskNationalIdsIn } from './scalars/national-id.ts'

const MAX_LENGTH = 500
/** Messages we write ourselves state rules; anyone else's may quote a name, an address or a row. */
const OWN_MESSAGE = /^(Invariant: |PostgreSQL refused a statement )/

/**
 * What a log may say of an unexpected error: its kind, its code and the place it came from, without
 * the values that a message may quote.
 */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return `a ${typeof error} was thrown`
  const origin = (error as { originalError?: unknown }).originalError
  const cause = origin instanceof Error ? origin : error
  const { code } = cause as NodeJS.ErrnoException
  const message = OWN_MESSAGE.test(cause.message) ? cause.message : undefined
  const parts = [cause.name, typeof code === 'string' ? code : undefined, message, placeOf(cause)]
  return maskNationalIdsIn(parts.filter(Boolean).join(' ')).slice(0, MAX_LENGTH)
}

/** The two innermost calls, by file name and line alone. */
function placeOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 2)
    .map((line) => line.replace(/\(?(?:file:\/\/)?[^\s()]*\/([^/\s()]+:\d+:\d+)\)?$/, '($1)'))
    .join(' < ')
}
