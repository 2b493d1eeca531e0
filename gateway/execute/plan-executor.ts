import type { GraphQLFormattedError } from 'graphql'
import type { CompiledOperation } from '../compile/compile-operation.ts'
import type { Variables } from '../compile/read-variables.ts'
import type { RequestContext } from './request-context.ts'

/** What running a plan gives: data shaped as the filtered operation asks, and errors of agencies. */
export interface PlanResult {
  readonly data: Record<string, unknown> | null
  readonly errors: readonly GraphQLFormattedError[]
}

/** Runs compiled operations against the agencies. Everything before and after it is the same for any. */
export interface PlanExecutor {
  execute(
    filtered: NonNullable<CompiledOperation['filtered']>,
    variables: Variables,
    context: RequestContext,
  ): Promise<PlanResult>
}
