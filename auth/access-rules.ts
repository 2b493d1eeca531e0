import {
  Kind,
  TypeInfo,
  getNamedType,
  isInterfaceType,
  parse,
  visit,
  visitWithTypeInfo,
  type ConstDirectiveNode,
  type DocumentNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  type InputValueDefinitionNode,
} from 'graphql'
import { accessDirectiveNames, type AccessDirective } from './access-directives.ts'

/** Scopes a coordinate asks for: any one of the outer lists, all of it. `[]` means signed in is enough. */
export type AccessRule = readonly (readonly string[])[]

/**
 * The access rules an SDL declares, by coordinate: `Person`, `Person.tax`, `Query.persons(orderBy:)`,
 * `PersonFilter.income`, `PersonOrder.INCOME`. A coordinate without a rule of its own is absent.
 * `@policy` names stand beside scopes as `policy:<name>`.
 */
export function readAccessRules(sdl: DocumentNode): ReadonlyMap<string, readonly AccessRule[]> {
  const names = accessDirectiveNames(sdl)
  const rules = new Map<string, readonly AccessRule[]>()
  const note = (
    coordinate: string,
    directives: readonly ConstDirectiveNode[] | undefined,
  ): void => {
    const found = (directives ?? []).flatMap((directive) => {
      const kind = names.get(directive.name.value)
      return kind ? [ruleOf(directive, kind)] : []
    })
    if (found.length > 0) rules.set(coordinate, [...(rules.get(coordinate) ?? []), ...found])
  }
  for (const definition of sdl.definitions) {
    if (!('name' in definition) || !definition.name) continue
    if (!('directives' in definition)) continue
    const type = definition.name.value
    note(type, definition.directives as readonly ConstDirectiveNode[])
    for (const member of membersOf(definition)) {
      const coordinate = `${type}.${member.name.value}`
      note(coordinate, member.directives)
      for (const argument of 'arguments' in member ? (member.arguments ?? []) : []) {
        note(`${coordinate}(${argument.name.value}:)`, argument.directives)
      }
    }
  }
  return rules
}

/** Fields, input fields and enum values. */
function membersOf(
  definition: DocumentNode['definitions'][number],
): readonly (FieldDefinitionNode | InputValueDefinitionNode | EnumValueDefinitionNode)[] {
  if ('fields' in definition) return definition.fields ?? []
  return 'values' in definition ? (definition.values ?? []) : []
}

/** Every rule that reading this document touches, with the coordinate that asks for it. */
export function rulesOfDocument(
  source: string,
  schema: GraphQLSchema,
  rules: ReadonlyMap<string, readonly AccessRule[]>,
): readonly { readonly coordinate: string; readonly rule: AccessRule }[] {
  const touched = new Map<string, readonly AccessRule[]>()
  const note = (coordinate: string): void => {
    const rule = rules.get(coordinate)
    if (rule) touched.set(coordinate, rule)
  }
  const info = new TypeInfo(schema)
  const noteInputType = (): void => {
    const type = getNamedType(info.getInputType())
    if (type) note(type.name)
  }
  const noteType = (): void => {
    const type = getNamedType(info.getType())
    if (type) note(type.name)
  }
  visit(
    parse(source),
    visitWithTypeInfo(info, {
      [Kind.FIELD]: (node) => {
        const parent = info.getParentType()
        const type = getNamedType(info.getType())
        if (parent) {
          note(`${parent.name}.${node.name.value}`)
          if (isInterfaceType(parent)) {
            for (const { name } of schema.getPossibleTypes(parent)) {
              note(name)
              note(`${name}.${node.name.value}`)
            }
          }
        }
        if (type && type.name !== '_Entity') note(type.name)
      },
      [Kind.ARGUMENT]: ({ name }) => {
        const parent = info.getParentType()
        const field = info.getFieldDef()
        if (parent && field) note(`${parent.name}.${field.name}(${name.value}:)`)
        noteInputType()
      },
      [Kind.OBJECT_FIELD]: ({ name }) => {
        const parent = getNamedType(info.getParentInputType())
        if (parent) note(`${parent.name}.${name.value}`)
        noteInputType()
      },
      [Kind.ENUM]: ({ value }) => {
        const type = getNamedType(info.getInputType())
        if (type) note(`${type.name}.${value}`)
      },
      [Kind.INLINE_FRAGMENT]: noteType,
      [Kind.FRAGMENT_DEFINITION]: noteType,
    }),
  )
  return [...touched].flatMap(([coordinate, list]) => list.map((rule) => ({ coordinate, rule })))
}

/** Whether scopes satisfy a rule: all of at least one of its lists, or an empty rule. */
export function satisfies(rule: AccessRule, scopes: ReadonlySet<string>): boolean {
  return rule.length === 0 || rule.some((all) => all.every((scope) => scopes.has(scope)))
}

function ruleOf(directive: ConstDirectiveNode, kind: AccessDirective): AccessRule {
  if (kind === 'authenticated') return []
  const prefix = kind === 'policy' ? 'policy:' : ''
  const outer = directive.arguments?.[0]?.value
  if (outer?.kind !== Kind.LIST) return []
  return outer.values.map((inner) =>
    (inner.kind === Kind.LIST ? inner.values : [inner]).map((value) =>
      value.kind === Kind.STRING ? `${prefix}${value.value}` : '',
    ),
  )
}
