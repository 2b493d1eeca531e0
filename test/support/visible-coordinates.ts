import {
  Kind,
  buildClientSchema,
  isEnumType,
  isInputObjectType,
  isObjectType,
  parse,
  type ConstDirectiveNode,
  type DefinitionNode,
  type IntrospectionQuery,
  type TypeNode,
} from 'graphql'

interface Member {
  readonly name: { readonly value: string }
  readonly type?: TypeNode
  readonly arguments?: readonly Member[]
  readonly directives?: readonly ConstDirectiveNode[]
}

/**
 * Every coordinate that rights reach from the root types, worked out from a supergraph's SDL alone and
 * not by the gateway's code. For an SDL of neither interfaces nor unions.
 */
export function coordinatesInSdl(sdl: string, held: ReadonlySet<string>): readonly string[] {
  const types = new Map<string, DefinitionNode & Partial<Member>>()
  for (const node of parse(sdl, { noLocation: true }).definitions) {
    if ('name' in node && node.name) types.set(node.name.value, node as never)
  }
  const found = new Set<string>()
  const done = new Set<string>()
  const isOpen = (node: Partial<Member> | undefined): boolean => mayUse(node?.directives, held)
  const isUsable = (member: Member): boolean =>
    isOpen(member) && (!member.type || isOpen(types.get(nameOf(member.type))))

  function walk(type: string): void {
    const node = types.get(type)
    if (!node || done.has(type) || !isOpen(node)) return
    done.add(type)
    const members = ('fields' in node ? node.fields : 'values' in node ? node.values : []) ?? []
    for (const member of (members as readonly Member[]).filter(isUsable)) {
      found.add(`${type}.${member.name.value}`)
      if (member.type) walk(nameOf(member.type))
      for (const argument of (member.arguments ?? []).filter(isUsable)) {
        found.add(`${type}.${member.name.value}(${argument.name.value}:)`)
        walk(nameOf(argument.type!))
      }
    }
  }
  for (const root of ['Query', 'Mutation']) walk(root)
  return [...found].toSorted()
}

/** The same of an answer to the stock introspection query. */
export function coordinatesInAnswer(answer: IntrospectionQuery): readonly string[] {
  const types = Object.values(buildClientSchema(answer).getTypeMap())
  const found = types.flatMap((type) => {
    if (type.name.startsWith('__')) return []
    if (isEnumType(type)) return type.getValues().map(({ name }) => `${type.name}.${name}`)
    if (isInputObjectType(type))
      return Object.keys(type.getFields()).map((f) => `${type.name}.${f}`)
    if (!isObjectType(type)) return []
    return Object.values(type.getFields()).flatMap(({ name, args }) => [
      `${type.name}.${name}`,
      ...args.map((each) => `${type.name}.${name}(${each.name}:)`),
    ])
  })
  return found.toSorted()
}

function mayUse(
  directives: readonly ConstDirectiveNode[] = [],
  held: ReadonlySet<string>,
): boolean {
  return directives.every(({ name, arguments: given }) => {
    if (name.value === 'inaccessible') return false
    if (!['requiresScopes', 'policy', 'inputScopes'].includes(name.value)) return true
    const prefix = name.value === 'policy' ? 'policy:' : ''
    const lists = given?.[0]?.value
    if (lists?.kind !== Kind.LIST) throw new Error('a rule without a list')
    return lists.values.some(
      (list) =>
        list.kind === Kind.LIST &&
        list.values.every((each) => each.kind === Kind.STRING && held.has(prefix + each.value)),
    )
  })
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type)
}
