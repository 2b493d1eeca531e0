import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner'
import type { GraphQLSchema } from 'graphql'
import { hubError } from '../../../schemas/errors.ts'
import type { AgencyFetcher } from '../../agencies/agency-client.ts'
import type { Requirements } from '../../compile/requirements.ts'
import { AskedPlaces, aliasesIn, readKeys } from './asked-keys.ts'
import { compileFetch } from './compile-fetch.ts'
import { inParallel, objectsAt, type PlanRun, type Step } from './plan-run.ts'
import type { PlanPath, Raw } from './raw-data.ts'

/** What compiling a plan reads. */
export interface PlanParts {
  readonly clients: ReadonlyMap<string, AgencyFetcher>
  /** The schema with what agencies tell each other only. */
  readonly wholeSchema: GraphQLSchema
  readonly requirements: Requirements
  /** Whether other fetches of the plan may write into what a fetch at this path brings. */
  isMerged(path: PlanPath): boolean
  /** What all fetches of the plan ask for, by place. */
  readonly places: AskedPlaces
  /** Whether any fetch of the plan gives this name to another field. */
  isAliased(name: string): boolean
}

/**
 * Compiles a plan into one step from the root. Throws `SUBSCRIPTION_REFUSED`, and `PLAN_UNUSABLE` for
 * what no plan of a query or mutation of ours may hold.
 */
export function compilePlan(
  { node }: QueryPlan,
  parts: Omit<PlanParts, 'isMerged' | 'places' | 'isAliased'>,
): Step | undefined {
  if (!node) return undefined
  if (node.kind === 'Subscription') throw hubError('SUBSCRIPTION_REFUSED')
  const fetches = fetchesWithin(node, [])
  const places = new AskedPlaces()
  for (const { fetch, path } of fetches) places.add(readKeys(fetch), path)
  const isMerged = (path: PlanPath): boolean => {
    const related = fetches.filter((each) => isPrefix(each.path, path) || isPrefix(path, each.path))
    // Itself and the fetch at the root that found its objects.
    return related.length > 2
  }
  const aliases = new Set(fetches.flatMap(({ fetch }) => aliasesIn(fetch)))
  const isAliased = (name: string): boolean => aliases.has(name)
  return compileNode(node, [], { ...parts, isMerged, places, isAliased })
}

function compileNode(node: PlanNode, path: PlanPath, parts: PlanParts): Step {
  switch (node.kind) {
    case 'Sequence':
      return inSequence(node.nodes.map((each) => compileNode(each, path, parts)))
    case 'Parallel':
      return inParallel(node.nodes.map((each) => compileNode(each, path, parts)))
    case 'Flatten': {
      const below = node.path.map(String)
      const inner = compileNode(node.node, [...path, ...below], parts)
      return (run, objects) => {
        const found = objectsAt(objects, below)
        return found.length > 0 ? inner(run, found) : undefined
      }
    }
    case 'Condition': {
      const [taken, otherwise] = [node.ifClause, node.elseClause].map(
        (clause) => clause && compileNode(clause, path, parts),
      )
      const variable = node.condition
      return (run, objects) =>
        run.variables[variable] === true ? taken?.(run, objects) : otherwise?.(run, objects)
    }
    case 'Fetch':
      return compileFetch(node, path, parts)
    default:
      throw hubError('PLAN_UNUSABLE', { reason: '@defer is not served' })
  }
}

function inSequence(steps: readonly Step[]): Step {
  const runFrom = (
    first: number,
    run: PlanRun,
    objects: readonly Raw[],
  ): Promise<unknown> | undefined => {
    for (let index = first; index < steps.length; index++) {
      const pending = steps[index]!(run, objects)
      if (pending) return pending.then(() => runFrom(index + 1, run, objects))
    }
    return undefined
  }
  return (run, objects) => runFrom(0, run, objects)
}

interface PlacedFetch {
  readonly fetch: FetchNode
  readonly path: PlanPath
}

function fetchesWithin(node: PlanNode, path: PlanPath): readonly PlacedFetch[] {
  switch (node.kind) {
    case 'Flatten':
      return fetchesWithin(node.node, [...path, ...node.path.map(String)])
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap((each) => fetchesWithin(each, path))
    case 'Condition':
      return [node.ifClause, node.elseClause].flatMap((each) =>
        each ? fetchesWithin(each, path) : [],
      )
    case 'Fetch':
      return [{ fetch: node, path }]
    default:
      return []
  }
}

function isPrefix(path: PlanPath, of: PlanPath): boolean {
  return path.every((part, index) => part === of[index])
}
