import { Kind, parse, type DocumentNode, type SelectionSetNode } from 'graphql'
import { argumentOf, directivesOf, readGraphNames } from './join-directives.ts'

/** Top-level names of a field set. */
export type FieldNames = ReadonlySet<string>

/** What agencies must be told of an entity, and for which of its fields. */
export interface Requirements {
  /** What `@requires` names for a field of an agency; nothing for a field that needs keys alone. */
  of(agency: string, typeName: string, fieldName: string): FieldNames | undefined
  /** Each key under which an agency finds an entity. */
  keysOf(agency: string, typeName: string): readonly FieldNames[]
}

const NONE: readonly FieldNames[] = []

/** Reads `@key` and `@requires` as the join directives of a supergraph tell them. */
export function readRequirements(sdl: DocumentNode): Requirements {
  const names = readGraphNames(sdl)
  const required = new Map<string, FieldNames>()
  const keys = new Map<string, FieldNames[]>()
  for (const node of sdl.definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) {
      continue
    }
    for (const directive of directivesOf(node.directives, 'join__type')) {
      const key = argumentOf(directive, 'key')
      const place = `${names.get(argumentOf(directive, 'graph') ?? '')} ${node.name.value}`
      if (key !== undefined) keys.set(place, [...(keys.get(place) ?? []), namesOf(key)])
    }
    for (const field of node.fields ?? []) {
      for (const directive of directivesOf(field.directives, 'join__field')) {
        const set = argumentOf(directive, 'requires')
        const agency = names.get(argumentOf(directive, 'graph') ?? '')
        if (set === undefined) continue
        required.set(`${agency} ${node.name.value}.${field.name.value}`, namesOf(set))
      }
    }
  }
  return {
    of: (agency, type, field) => required.get(`${agency} ${type}.${field}`),
    keysOf: (agency, type) => keys.get(`${agency} ${type}`) ?? NONE,
  }
}

function namesOf(fieldSet: string): FieldNames {
  const [operation] = parse(`{ ${fieldSet} }`, { noLocation: true }).definitions
  const names = new Set<string>()
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value)
      if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet)
    }
  }
  if (operation?.kind === Kind.OPERATION_DEFINITION) collect(operation.selectionSet)
  return names
}
