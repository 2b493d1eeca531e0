import { Kind, type DocumentNode, type TypeNode } from 'graphql'
import { readAccessRules, satisfies, type AccessRule } from '../auth/access-rules.ts'
import type { Agreement } from '../auth/agreement.ts'
import { hubError } from '../schemas/errors.ts'

/** Whether an agreement opens a coordinate, and why. */
export interface Explanation {
  readonly agreement: Agreement
  readonly isOpen: boolean
  /** The rules that decide, as `Person.tax needs tax:bills or tax:residence`; those that fail where not open. */
  readonly because: readonly string[]
}

/**
 * Who may read a coordinate such as `Person.tax`, agreement by agreement: the rules of its type, of
 * itself and of the type it leads to must all hold. Throws `CONFIG_INVALID` for an unknown coordinate.
 */
export function explainAccess(
  sdl: DocumentNode,
  coordinate: string,
  agreements: readonly Agreement[],
): readonly Explanation[] {
  const rules = readAccessRules(sdl)
  const asked = coordinatesOn(sdl, coordinate).flatMap((name) =>
    (rules.get(name) ?? []).map((rule) => ({ name, rule })),
  )
  return agreements.map((agreement) => {
    const held = new Set([
      ...agreement.scopes,
      ...agreement.policies.map((name) => `policy:${name}`),
    ])
    const failing = asked.filter(({ rule }) => !satisfies(rule, held))
    const told = failing.length > 0 ? failing : asked
    const because = [...new Set(told.map(({ name, rule }) => `${name} needs ${describe(rule)}`))]
    return { agreement, isOpen: failing.length === 0, because }
  })
}

/** The type, the field and the type it leads to. A root type has no rule of its own. */
function coordinatesOn(sdl: DocumentNode, coordinate: string): readonly string[] {
  const [typeName, fieldName] = coordinate.split('.')
  const type = sdl.definitions.find(
    (node) =>
      (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION) &&
      node.name.value === typeName,
  )
  const fields = type && 'fields' in type ? (type.fields ?? []) : []
  const field = fields.find(({ name }) => name.value === fieldName)
  if (field?.kind !== Kind.FIELD_DEFINITION) {
    const reason = 'no such coordinate; write it as Type.field, such as Person.tax'
    throw hubError('CONFIG_INVALID', { variable: coordinate, reason })
  }
  return [String(typeName), coordinate, nameOf(field.type)]
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type)
}

function describe(rule: AccessRule): string {
  return rule.length === 0 ? 'a token' : rule.map((all) => all.join(' and ')).join(' or ')
}
