import { HIDDEN_TYPENAME, type Refusal } from '../compile/filter-operation.ts'
import type { Variables } from '../compile/read-variables.ts'
import { areTaken } from './conditions.ts'

type Data = Record<string, unknown>

/**
 * Puts the null of every refused selection where the client expects it, in place, and takes the
 * gateway's own hidden selections out. A selection that its own `@skip` or `@include` leaves out
 * stays out.
 */
export function placeNulls(
  data: Data | null,
  refusals: readonly Refusal[],
  variables: Variables,
): void {
  for (const refusal of refusals) {
    if (areTaken(refusal.conditions, variables)) place(data, refusal, 0)
  }
  for (const refusal of refusals) clean(data, refusal.path, 0)
}

function place(data: unknown, refusal: Refusal, depth: number): void {
  for (const object of objectsIn(data)) {
    const key = refusal.path[depth]!
    if (depth < refusal.path.length - 1) place(object[key], refusal, depth + 1)
    else if (appliesTo(object, refusal) && !Object.hasOwn(object, key)) object[key] = null
  }
}

function clean(data: unknown, path: readonly string[], depth: number): void {
  for (const object of objectsIn(data)) {
    delete object[HIDDEN_TYPENAME]
    if (depth < path.length - 1) clean(object[path[depth]!], path, depth + 1)
  }
}

function appliesTo(object: Data, { onTypes }: Refusal): boolean {
  return onTypes === undefined || onTypes.includes(String(object[HIDDEN_TYPENAME]))
}

function objectsIn(value: unknown): readonly Data[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn)
  return typeof value === 'object' && value !== null ? [value as Data] : []
}
