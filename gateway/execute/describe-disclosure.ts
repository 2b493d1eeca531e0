import type { GraphQLFormattedError } from 'graphql'
import type { DisclosureOutcome } from '../audit/disclosure-log.ts'
import type { CompiledOperation } from '../compile/compile-operation.ts'
import type { RequestContext } from './request-context.ts'
import { countResults, listReturnedCoordinates } from './returned-coordinates.ts'

/** What an answer, as the client will get it, discloses of whom. */
export function describeDisclosure(
  { shape }: CompiledOperation,
  { ledger }: RequestContext,
  data: Readonly<Record<string, unknown>> | null,
  errors: readonly GraphQLFormattedError[],
): Pick<DisclosureOutcome, 'coordinates' | 'results' | 'data' | 'subjects' | 'errorCount'> {
  const failedPaths = new Set(
    errors.flatMap(({ path }) =>
      path ? [path.filter((part) => typeof part === 'string').join('.')] : [],
    ),
  )
  const shown = data ?? {}
  return {
    coordinates: listReturnedCoordinates(shape, shown, failedPaths),
    results: countResults(shape, shown),
    data: shown,
    subjects: ledger.subjects(),
    errorCount: errors.length,
  }
}
