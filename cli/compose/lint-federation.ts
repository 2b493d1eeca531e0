import {
  Kind,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
} from 'graphql'

type TypeNode = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode

/**
 * Keys the planner is known to walk wrongly: it enters an agency through a key marked
 * `resolvable: false` when a resolvable key of the same type overlaps it, and answers null for a
 * non-resolvable interface object.
 */
export function lintKeys(type: TypeNode): readonly string[] {
  const keys = (type.directives ?? []).filter(({ name }) => name.value === 'key').map(readKey)
  const closed = keys.filter(({ isResolvable }) => !isResolvable)
  const open = keys.filter(({ isResolvable }) => isResolvable)
  const faults = closed.flatMap((key) =>
    open.some(({ fields }) => fields.some((field) => key.fields.includes(field)))
      ? [`${type.name.value} has a resolvable and a non-resolvable key that overlap`]
      : [],
  )
  const isInterfaceObject = type.directives?.some(({ name }) => name.value === 'interfaceObject')
  return isInterfaceObject && closed.length > 0
    ? [...faults, `${type.name.value} is an @interfaceObject and its key must be resolvable`]
    : faults
}

/** Other routers let arguments inside `@requires` override the client's own, so none may stand there. */
export function lintRequires(type: TypeNode, field: FieldDefinitionNode): readonly string[] {
  return (field.directives ?? [])
    .filter(({ name }) => name.value === 'requires')
    .filter((directive) => textOf(directive, 'fields').includes('('))
    .map(() => `${type.name.value}.${field.name.value} has arguments inside @requires`)
}

/**
 * Interfaces that several agencies know as one object each. The planner runs for seconds, and then fails, on
 * documents that go from one of these agencies to another that computes a field of the interface:
 * `boss { serves { ... on Ferry { fare name } fare } }`, where one answers `serves` and another `fare`.
 */
export function lintInterfaceObjects(sdls: readonly DocumentNode[]): readonly string[] {
  const names = sdls.flatMap(({ definitions }) =>
    definitions.filter(isObjectOfInterface).map(({ name }) => name.value),
  )
  const repeated = names.filter((name, index) => names.indexOf(name) !== index)
  return [...new Set(repeated)].map(
    (name) => `${name} is an @interfaceObject of more than one agency`,
  )
}

function isObjectOfInterface(node: DefinitionNode): node is ObjectTypeDefinitionNode {
  if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) return false
  return node.directives?.some(({ name }) => name.value === 'interfaceObject') ?? false
}

function readKey(directive: ConstDirectiveNode): {
  readonly fields: readonly string[]
  readonly isResolvable: boolean
} {
  const resolvable = directive.arguments?.find(({ name }) => name.value === 'resolvable')?.value
  return {
    fields: textOf(directive, 'fields')
      .split(/[\s{}]+/)
      .filter(Boolean),
    isResolvable: !(resolvable?.kind === Kind.BOOLEAN && !resolvable.value),
  }
}

function textOf(directive: ConstDirectiveNode, argument: string): string {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value
  return value?.kind === Kind.STRING ? value.value : ''
}
