import type { CompleteKey } from './entity-keys.ts'
import type { LesserFetches } from './lesser-fetch.ts'
import { typenameOf, type Raw } from './raw-data.ts'
import type { Represent } from './representations.ts'
import type { Rewrites } from './rewrites.ts'

/** Entities to ask an agency for, each once, and the objects each answer goes to. */
export interface Wave {
  readonly representations: readonly Raw[]
  readonly objects: readonly (readonly Raw[])[]
  /** Those that lack something. */
  readonly skipped: readonly Raw[]
}

/** How what an agency is told of entities is made. */
export interface Telling {
  readonly represent: Represent
  readonly input: Rewrites | null
  readonly lesser: LesserFetches | undefined
  readonly completeKey: CompleteKey | undefined
}

/** Makes a representation of each object, equal ones once. */
export function gather(
  objects: readonly Raw[],
  { represent, input, lesser, completeKey }: Telling,
): Wave {
  const representations: Raw[] = []
  const owners: Raw[][] = []
  const skipped: Raw[] = []
  const known = objects.length > 1 ? new Map<string, number>() : undefined
  for (const object of objects) {
    const representation = represent(object)
    const isTold =
      representation !== null &&
      typenameOf(representation) !== undefined &&
      (lesser === undefined || lesser.isWhole(representation))
    if (isTold) input?.apply(representation)
    if (!isTold || completeKey?.(representation, object) === false) {
      skipped.push(object)
      continue
    }
    const key = known ? JSON.stringify(representation) : ''
    const index = known?.get(key)
    if (index === undefined) {
      known?.set(key, representations.length)
      representations.push(representation)
      owners.push([object])
    } else if (!owners[index]!.includes(object)) {
      owners[index]!.push(object)
    }
  }
  return { representations, objects: owners, skipped }
}
