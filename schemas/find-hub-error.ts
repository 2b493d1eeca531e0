import { HubError } from './errors.ts'

const MAX_WRAPPINGS = 5

/** The coded error behind an error that GraphQL, Apollo Server, a driver or a loader may have wrapped. */
export function findHubError(error: unknown): HubError | undefined {
  for (let depth = 0, current = error; depth < MAX_WRAPPINGS && current instanceof Error; depth++) {
    if (current instanceof HubError) return current
    current = (current as { readonly originalError?: unknown }).originalError ?? current.cause
  }
  return undefined
}
