import type { AccessRule } from '../../../auth/access-rules.ts'
import { SCOPES } from '../../../schemas/scopes.ts'

/** The classes of personal data 個人資料類別 behind coordinates, in order. */
export type DataClassesOf = (coordinates: readonly string[]) => readonly string[]

const CLASSES_OF_SCOPE = new Map(SCOPES.map(({ id, dataClasses }) => [id, dataClasses]))

/**
 * Reads the classes off the scopes that a coordinate, and its type, ask for. Where one of several scopes
 * is enough (`Person.tax`), what all of them open counts: which one it was, the fields below say.
 */
export function createDataClasses(
  rules: ReadonlyMap<string, readonly AccessRule[]>,
): DataClassesOf {
  const known = new Map<string, readonly string[]>()
  const classesOf = (coordinate: string): readonly string[] => {
    const [type = ''] = coordinate.split('.')
    return [type, coordinate].flatMap((name) => (rules.get(name) ?? []).flatMap(classesOfRule))
  }
  return (coordinates) => {
    const found = new Set<string>()
    for (const coordinate of coordinates) {
      const classes = known.get(coordinate) ?? classesOf(coordinate)
      known.set(coordinate, classes)
      for (const each of classes) found.add(each)
    }
    return [...found].toSorted()
  }
}

function classesOfRule(rule: AccessRule): readonly string[] {
  const [first = [], ...others] = rule.map((scopes) =>
    scopes.flatMap((scope) => CLASSES_OF_SCOPE.get(scope) ?? []),
  )
  return first.filter((each) => others.every((classes) => classes.includes(each)))
}
