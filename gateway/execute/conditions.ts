import { Kind, type DirectiveNode } from 'graphql'
import type { Variables } from '../compile/read-variables.ts'

/** Whether `@skip` and `@include` let a selection stand; other directives say nothing. */
export function areTaken(
  directives: readonly DirectiveNode[] | undefined,
  variables: Variables,
): boolean {
  return (directives ?? []).every((directive) => isTaken(directive, variables))
}

function isTaken(directive: DirectiveNode, variables: Variables): boolean {
  const name = directive.name.value
  if (name !== 'skip' && name !== 'include') return true
  const value = directive.arguments?.find((argument) => argument.name.value === 'if')?.value
  const condition =
    value?.kind === Kind.VARIABLE
      ? variables[value.name.value] === true
      : value?.kind === Kind.BOOLEAN && value.value
  return name === 'include' ? condition : !condition
}
