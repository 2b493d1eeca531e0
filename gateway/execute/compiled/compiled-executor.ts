import { hubError } from '../../../schemas/errors.ts'
import type { AgencyFetcher } from '../../agencies/agency-client.ts'
import type { CompiledOperation } from '../../compile/compile-operation.ts'
import type { LoadedSupergraph } from '../../compile/load-supergraph.ts'
import type { Variables } from '../../compile/read-variables.ts'
import type { PlanExecutor, PlanResult } from '../plan-executor.ts'
import { compilePlan } from './compile-plan.ts'
import { readOperation, type OperationShape } from './operation-shape.ts'
import type { PlanRun, Step } from './plan-run.ts'
import { PlainObject, type Raw } from './raw-data.ts'
import { faultErrors, type Shaping } from './shape-faults.ts'
import { Unanswered } from './unanswered.ts'

type Filtered = NonNullable<CompiledOperation['filtered']>

interface CompiledPlan {
  readonly step: Step | undefined
  readonly shape: OperationShape
}

/**
 * Runs plans that were compiled once per operation and rights, and shapes the response in one pass
 * from the agencies' data. Throws `PLAN_UNUSABLE`, `SUBSCRIPTION_REFUSED`; failures of agencies are
 * answered, not thrown.
 */
export function createCompiledExecutor(
  supergraph: LoadedSupergraph,
  clients: ReadonlyMap<string, AgencyFetcher>,
): PlanExecutor & { prepare(filtered: Filtered): void } {
  const plans = new WeakMap<Filtered, CompiledPlan>()
  const { wholeSchema, requirements } = supergraph
  const parts = { clients, wholeSchema, requirements }

  function compile(filtered: Filtered): CompiledPlan {
    const shape = readOperation(filtered.document, supergraph)
    const step = compilePlan(filtered.plan, parts)
    if (!step && shape.needsData) {
      throw hubError('PLAN_UNUSABLE', { reason: 'no agency can answer it' })
    }
    const compiled = { step, shape }
    plans.set(filtered, compiled)
    return compiled
  }

  return {
    prepare: (filtered) => void compile(filtered),
    async execute(filtered, variables, context) {
      const { step, shape } = plans.get(filtered) ?? compile(filtered)
      const unanswered = new Unanswered()
      const run: PlanRun = { root: new PlainObject(), variables, context, errors: [], unanswered }
      await step?.(run, [run.root])
      return answer(shape, variables, run, supergraph)
    },
  }
}

function answer(
  shape: OperationShape,
  variables: Variables,
  run: PlanRun,
  { owners }: LoadedSupergraph,
): PlanResult {
  const shaping: Shaping = { path: [], faults: [], unanswered: run.unanswered }
  const data = shape.completeFor(variables)(run.root, shaping)
  return {
    data: (data as Raw | null | undefined) ?? null,
    errors: [...run.errors, ...faultErrors(shaping.faults, run, owners)],
  }
}
