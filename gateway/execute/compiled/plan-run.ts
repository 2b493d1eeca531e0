import type { GraphQLFormattedError } from 'graphql'
import type { Variables } from '../../compile/read-variables.ts'
import type { RequestContext } from '../request-context.ts'
import { isRaw, readOwn, type PlanPath, type Raw, type ResponsePath } from './raw-data.ts'
import type { Unanswered } from './unanswered.ts'

/** One run of a compiled plan. */
export interface PlanRun {
  /** What the fetches brought so far. */
  readonly root: Raw
  readonly variables: Variables
  readonly context: RequestContext
  /** Errors that agencies reported, at their places in the response. */
  readonly errors: GraphQLFormattedError[]
  readonly unanswered: Unanswered
}

/** One node of a plan, at the objects its path leads to; nothing to wait for where it asks nobody. */
export type Step = (run: PlanRun, objects: readonly Raw[]) => Promise<unknown> | undefined

/** Steps side by side. */
export function inParallel(steps: readonly Step[]): Step {
  return (run, objects) => {
    const pending: Promise<unknown>[] = []
    for (const step of steps) {
      const own = step(run, objects)
      if (own) pending.push(own)
    }
    return pending.length > 1 ? Promise.all(pending) : pending[0]
  }
}

/** Objects at a path below some objects, in order, nulls left out. */
export function objectsAt(objects: readonly Raw[], path: PlanPath): readonly Raw[] {
  const found: Raw[] = []
  for (const object of objects) collect(object, path, 0, found)
  return found
}

/** Where in the response each object at a path stands. */
export function placesAt(root: Raw, path: PlanPath): ReadonlyMap<Raw, readonly ResponsePath[]> {
  const places = new Map<Raw, ResponsePath[]>()
  locate(root, path, 0, [], places)
  return places
}

function collect(value: unknown, path: PlanPath, depth: number, found: Raw[]): void {
  const part = path[depth]
  if (part === '@') {
    if (!Array.isArray(value)) return
    for (const item of value) collect(item, path, depth + 1, found)
  } else if (isRaw(value)) {
    if (part === undefined) found.push(value)
    else collect(readOwn(value, part), path, depth + 1, found)
  }
}

function locate(
  value: unknown,
  path: PlanPath,
  depth: number,
  at: ResponsePath,
  places: Map<Raw, ResponsePath[]>,
): void {
  const part = path[depth]
  if (part === '@') {
    if (!Array.isArray(value)) return
    for (const [index, item] of value.entries()) {
      locate(item, path, depth + 1, [...at, index], places)
    }
  } else if (isRaw(value)) {
    if (part === undefined) places.set(value, [...(places.get(value) ?? []), at])
    else locate(readOwn(value, part), path, depth + 1, [...at, part], places)
  }
}
