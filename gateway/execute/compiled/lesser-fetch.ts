import type { FetchNode } from '@apollo/query-planner'
import type { GraphQLSchema } from 'graphql'
import type { Requirements } from '../../compile/requirements.ts'
import { nodeWithout, prunedRequires, readNeeds } from './computed-fields.ts'
import { inParallel, type Step } from './plan-run.ts'
import { typenameOf, type Raw } from './raw-data.ts'
import { compileRequires } from './representations.ts'
import { namesWithin } from './type-names.ts'

/**
 * The planner may ask in one fetch for a field that is computed from another agency's (`@requires`) and
 * for others, yet bring what is required under a condition alone, or for one type alone. An object that
 * lacks it is asked for the others.
 */
export interface LesserFetches {
  /** Whether a representation tells all that the fields of its type are computed from. */
  isWhole(representation: Raw): boolean
  /** Asks without the fields whose requirements an object lacks. */
  readonly step: Step
}

/** What lesser fetches of one node are made from. */
export interface LesserParts {
  readonly requirements: Requirements
  readonly wholeSchema: GraphQLSchema
  compile(node: FetchNode): Step
}

/** Compiles them as they are needed; nothing where no field of the fetch is computed. */
export function compileLesserFetches(
  node: FetchNode,
  { requirements, wholeSchema, compile }: LesserParts,
): LesserFetches | undefined {
  const { serviceName: agency, requires = [] } = node
  const computed = { schema: wholeSchema, requirements, agency }
  const needs = readNeeds(node, computed)
  if (needs.size === 0) return undefined
  const byType = new Map<string, readonly string[]>()
  const names = [...new Set([...needs.values()].flatMap((each) => [...each]))]
  const facts = names.map((name) => {
    const represent = compileRequires(
      prunedRequires(requires, (other) => other === name),
      wholeSchema,
    )
    return { name, isIn: (object: Raw) => represent(object)?.[name] !== undefined }
  })
  const steps = new Map<string, Step | null>()

  function needsOf(type: string): readonly string[] {
    let known = byType.get(type)
    if (!known) {
      const held = [...needs].filter(
        ([of]) => of === type || namesWithin(wholeSchema, of).has(type),
      )
      known = [...new Set(held.flatMap(([, each]) => [...each]))]
      byType.set(type, known)
    }
    return known
  }

  function stepWithout(lacking: readonly string[]): Step | null {
    const key = lacking.join(' ')
    let step = steps.get(key)
    if (step === undefined) {
      const lesser = nodeWithout(node, new Set(lacking), computed)
      step = lesser ? compile(lesser) : null
      steps.set(key, step)
    }
    return step
  }

  return {
    isWhole: (representation) =>
      needsOf(typenameOf(representation) ?? '').every((name) => representation[name] !== undefined),
    step(run, objects) {
      const groups = new Map<Step, Raw[]>()
      for (const object of objects) {
        const lacking = facts.filter(({ isIn }) => !isIn(object)).map(({ name }) => name)
        const step = lacking.length > 0 ? stepWithout(lacking) : null
        if (step) groups.set(step, [...(groups.get(step) ?? []), object])
      }
      return inParallel(
        [...groups].map(
          ([step, each]) =>
            () =>
              step(run, each),
        ),
      )(run, objects)
    },
  }
}
