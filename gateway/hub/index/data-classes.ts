import type { AccessRule } from '../../../auth/access-rules.ts'
import { SCOPES } from '../../../schemas/scopes.ts'

/** The classes of personal data 個人資料類別 behind coordinates, in order. */
export type DataClassesOf = (coordinates: readonly string[]) => readonly string[]

const CLASSES_OF_SCOPE = new Map(SCOPES.map(({ id, dataClasses }) => [id, dataClasses]))

/** Reads the classes off the scopes that a coordinate, and its type, ask for. */
export function createDataClasses(
  rules: ReadonlyMap<string, readonly AccessRule[]>,
): DataClassesOf {
  const known = new Map<string, readonly string[]>()
  const classesOf = (coordinate: string): readonly string[] => {
    const [type = ''] = coordinate.split('.')
    const scopes = [type, coordinate].flatMap((name) => rules.get(name) ?? []).flat(2)
    return scopes.flatMap((scope) => CLASSES_OF_SCOPE.get(scope) ?? [])
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
