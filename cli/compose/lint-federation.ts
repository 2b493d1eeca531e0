import {
  Kind,
  type ConstDirectiveNode,
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

/** The planner lets arguments inside `@requires` override the client's own, so none may stand there. */
export function lintRequires(type: TypeNode, field: FieldDefinitionNode): readonly string[] {
  return (field.directives ?? [])
    .filter(({ name }) => name.value === 'requires')
    .filter((directive) => textOf(directive, 'fields').includes('('))
    .map(() => `${type.name.value}.${field.name.value} has arguments inside @requires`)
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
