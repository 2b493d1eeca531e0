import {
  OperationTypeNode,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql'

/** A number below `bound`. */
export type Draw = (bound: number) => number

/** A query and values for the Boolean variables that stand in it. */
export interface RandomDocument {
  readonly query: string
  readonly variables: Readonly<Record<string, boolean>>
}

const VARIABLES = ['a', 'b']
const ALIASES = ['x', 'y', 'constructor', '__proto__']
const MOST_DEPTH = 4

/**
 * A random query or mutation over a schema: aliases, arguments, inline and named fragments, `@skip` and `@include`,
 * `__typename` anywhere. It need not be valid: names may clash.
 */
export function drawDocument(
  schema: GraphQLSchema,
  draw: Draw,
  kind = OperationTypeNode.QUERY,
): RandomDocument {
  const fragments: string[] = []
  const used = new Set<string>()
  let uniques = 0
  const root = selectionSet(schema.getRootType(kind)!, 0)
  const heads = [...used].map((name) => `$${name}: Boolean!`)
  const query = `${kind}${heads.length > 0 ? ` (${heads.join(', ')})` : ''} ${root}`
  const variables = Object.fromEntries([...used].map((name) => [name, draw(2) === 0]))
  return { query: [query, ...fragments].join('\n'), variables }

  function selectionSet(type: GraphQLCompositeType, depth: number): string {
    const count = 1 + draw(3)
    const selections = Array.from({ length: count }, () => selection(type, depth))
    return `{ ${selections.join(' ')} }`
  }

  function selection(type: GraphQLCompositeType, depth: number): string {
    const form = draw(10)
    if (form === 0) return `${alias()}__typename${condition()}`
    const fields = 'getFields' in type ? Object.values(type.getFields()) : []
    if (depth < MOST_DEPTH && (form <= 3 || fields.length === 0)) return fragment(type, depth)
    const open = fields.filter(({ type: of }) => depth < MOST_DEPTH || isLeafType(getNamedType(of)))
    const field = open[draw(Math.max(open.length, 1))]
    return field ? fieldText(field, depth) : '__typename'
  }

  function fieldText(field: GraphQLField<unknown, unknown>, depth: number): string {
    const named = getNamedType(field.type)
    const args = field.args
      .filter((arg) => isRequiredArgument(arg) || draw(2) === 0)
      .map((arg) => `${arg.name}: ${literal(arg.type)}`)
    const below = isCompositeType(named) ? ` ${selectionSet(named, depth + 1)}` : ''
    const given = args.length > 0 ? `(${args.join(', ')})` : ''
    // One name with different arguments would make the document invalid.
    const name = args.length > 0 ? `u${uniques++}: ` : alias()
    return `${name}${field.name}${given}${condition()}${below}`
  }

  function fragment(type: GraphQLCompositeType, depth: number): string {
    const types = isAbstractType(type) ? [type, ...schema.getPossibleTypes(type)] : within(type)
    const target = types[draw(types.length)]!
    const body = selectionSet(target, depth + 1)
    if (draw(3) > 0) {
      const on = target === type && draw(2) === 0 ? '' : ` on ${target.name}`
      return `...${on}${condition()} ${body}`
    }
    const name = `F${fragments.length}`
    fragments.push(`fragment ${name} on ${target.name} ${body}`)
    return `...${name}${condition()}`
  }

  function within(type: GraphQLCompositeType): readonly GraphQLCompositeType[] {
    return 'getInterfaces' in type ? [type, ...type.getInterfaces()] : [type]
  }

  function alias(): string {
    return draw(12) === 0 ? `${ALIASES[draw(ALIASES.length)]}: ` : ''
  }

  function condition(): string {
    if (draw(6) > 0) return ''
    const name = draw(2) === 0 ? 'skip' : 'include'
    if (draw(8) === 0) return ` @${name}(if: ${draw(2) === 0})`
    const variable = VARIABLES[draw(VARIABLES.length)]!
    used.add(variable)
    return ` @${name}(if: $${variable})`
  }

  function literal(type: GraphQLInputType): string {
    if (!isNonNullType(type) && draw(5) === 0) return 'null'
    const inner = getNullableType(type)
    if (isListType(inner)) return `[${literal(inner.ofType)}]`
    if (isEnumType(inner)) return inner.getValues()[draw(inner.getValues().length)]!.name
    if (isInputObjectType(inner)) {
      const fields = Object.values(inner.getFields()).map(
        ({ name, type: of }) => `${name}: ${literal(of)}`,
      )
      return `{ ${fields.join(', ')} }`
    }
    return inner.name === 'Int' || inner.name === 'Float'
      ? String(draw(3))
      : inner.name === 'Boolean'
        ? String(draw(2) === 0)
        : `"t${draw(3)}"`
  }
}
