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

const NONE: readonly never[] = []

/** Makes a representation of each object, equal ones once. */
export function gather(objects: readonly Raw[], telling: Telling): Wave {
  // most often there is one
  if (objects.length === 1) {
    const told = tell(objects[0]!, telling)
    return told
      ? { representations: [told], objects: [objects], skipped: NONE }
      : { representations: NONE, objects: NONE, skipped: objects }
  }
  const representations: Raw[] = []
  const owners: Raw[][] = []
  const skipped: Raw[] = []
  const known = new Map<string, number>()
  for (const object of objects) {
    const told = tell(object, telling)
    if (!told) {
      skipped.push(object)
      continue
    }
    const key = JSON.stringify(told)
    const index = known.get(key)
    if (index === undefined) {
      known.set(key, representations.length)
      representations.push(told)
      owners.push([object])
    } else if (!owners[index]!.includes(object)) {
      owners[index]!.push(object)
    }
  }
  return { representations, objects: owners, skipped }
}

/** What the agency is told of an object; nothing where it lacks something. */
function tell(object: Raw, { represent, input, lesser, completeKey }: Telling): Raw | undefined {
  const representation = represent(object)
  if (!representation || typenameOf(representation) === undefined) return undefined
  if (lesser?.isWhole(representation) === false) return undefined
  input?.apply(representation)
  return completeKey?.(representation, object) === false ? undefined : representation
}
