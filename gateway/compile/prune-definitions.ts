import {
  Kind,
  getNamedType,
  isRequiredArgument,
  isRequiredInputField,
  specifiedScalarTypes,
  type DefinitionNode,
  type FieldDefinitionNode,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql'
import { satisfies } from '../../auth/access-rules.ts'
import { coordinatesOfArgument, coordinatesOfField, namesOf, rulesOf } from './asked-rules.ts'
import type { LoadedSupergraph } from './load-supergraph.ts'

/** What decides what goes: the whole schema and its rules. */
export type PruneSource = Pick<LoadedSupergraph, 'apiSchema' | 'rules'>

/**
 * The definitions of a schema without what the rights (null: no token) do not reach: by the same rules as the filter's,
 * and without what nobody could ask for then, such as a field with a required argument that is closed.
 */
export function pruneDefinitions(
  source: PruneSource,
  held: ReadonlySet<string> | null,
  definitions: readonly DefinitionNode[],
): readonly DefinitionNode[] {
  return new Pruner(source, held).prune(definitions)
}

class Pruner {
  readonly #source: PruneSource
  readonly #held: ReadonlySet<string> | null
  #names: ReadonlySet<string> = new Set()

  constructor(source: PruneSource, held: ReadonlySet<string> | null) {
    this.#source = source
    this.#held = held
  }

  /** Again and again until nothing goes any more: what leads to a type that is empty goes with it. */
  prune(definitions: readonly DefinitionNode[]): readonly DefinitionNode[] {
    let left = definitions
    for (let before = Infinity; before > sizeOf(left);) {
      before = sizeOf(left)
      const own = left.flatMap((node) => ('name' in node && node.name ? [node.name.value] : []))
      this.#names = new Set([...own, ...specifiedScalarTypes.map(({ name }) => name)])
      left = left.flatMap((node) => this.#pruned(node) ?? [])
    }
    return left.map((node) => withKeptPromises(node, left))
  }

  #pruned(node: DefinitionNode): DefinitionNode | undefined {
    if (node.kind === Kind.DIRECTIVE_DEFINITION) return node
    const type = 'name' in node && node.name && this.#source.apiSchema.getType(node.name.value)
    if (!type) return node
    if (!this.#isOpen(namesOf(this.#source.apiSchema, type))) return undefined
    switch (node.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION: {
        const parent = type as GraphQLObjectType | GraphQLInterfaceType
        const fields = (node.fields ?? []).flatMap((field) => this.#field(parent, field) ?? [])
        return fields.length > 0 ? { ...node, fields } : undefined
      }
      case Kind.INPUT_OBJECT_TYPE_DEFINITION: {
        const all = Object.values((type as GraphQLInputObjectType).getFields())
        const isSeen = ({ name, type: inner }: (typeof all)[number]): boolean =>
          this.#isOpen([`${type.name}.${name}`]) && this.#isThere(getNamedType(inner))
        const seen = new Set(all.filter(isSeen).map(({ name }) => name))
        const lacks = all.some((field) => isRequiredInputField(field) && !seen.has(field.name))
        const fields = (node.fields ?? []).filter(({ name }) => seen.has(name.value))
        return fields.length > 0 && !lacks ? { ...node, fields } : undefined
      }
      case Kind.ENUM_TYPE_DEFINITION: {
        const isSeen = (value: string): boolean => this.#isOpen([`${type.name}.${value}`])
        const values = (node.values ?? []).filter(({ name }) => isSeen(name.value))
        return values.length > 0 ? { ...node, values } : undefined
      }
      case Kind.UNION_TYPE_DEFINITION: {
        const types = (node.types ?? []).filter(({ name }) => this.#names.has(name.value))
        return types.length > 0 ? { ...node, types } : undefined
      }
      default:
        return node
    }
  }

  #field(
    parent: GraphQLObjectType | GraphQLInterfaceType,
    node: FieldDefinitionNode,
  ): FieldDefinitionNode | undefined {
    const field = parent.getFields()[node.name.value]!
    const { apiSchema } = this.#source
    const type = getNamedType(field.type)
    if (!this.#isThere(type)) return undefined
    if (!this.#isOpen(coordinatesOfField(apiSchema, parent, field.name, type))) return undefined
    const seen = this.#argumentsOf(parent, field)
    if (field.args.some((each) => isRequiredArgument(each) && !seen.has(each.name)))
      return undefined
    return { ...node, arguments: (node.arguments ?? []).filter(({ name }) => seen.has(name.value)) }
  }

  #argumentsOf(
    parent: GraphQLObjectType | GraphQLInterfaceType,
    { name, args }: GraphQLField<unknown, unknown>,
  ): ReadonlySet<string> {
    const { apiSchema } = this.#source
    const seen = args.filter(
      (each) =>
        this.#isThere(getNamedType(each.type)) &&
        this.#isOpen(coordinatesOfArgument(apiSchema, parent, name, each)),
    )
    return new Set(seen.map((each) => each.name))
  }

  #isThere({ name }: GraphQLNamedType): boolean {
    return this.#names.has(name)
  }

  #isOpen(coordinates: readonly string[]): boolean {
    const held = this.#held
    const rules = rulesOf(this.#source.rules, coordinates)
    return rules.every((rule) => held !== null && satisfies(rule, held))
  }
}

/** Definitions and all that stands in them, counted. */
function sizeOf(definitions: readonly DefinitionNode[]): number {
  const sizes = definitions.map((node) => {
    if ('values' in node) return 1 + (node.values?.length ?? 0)
    if ('types' in node) return 1 + (node.types?.length ?? 0)
    if (!('fields' in node)) return 1
    const fields = (node.fields ?? []) as readonly Partial<FieldDefinitionNode>[]
    return fields.reduce((sum, field) => sum + 1 + (field.arguments?.length ?? 0), 1)
  })
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** A type says that it is of an interface only where all fields of that are left on it. */
function withKeptPromises(node: DefinitionNode, all: readonly DefinitionNode[]): DefinitionNode {
  if (!('interfaces' in node) || !('fields' in node)) return node
  const own = new Set((node.fields ?? []).map(({ name }) => name.value))
  const interfaces = (node.interfaces ?? []).filter(({ name }) => {
    const found = all.find(
      (each) => each.kind === Kind.INTERFACE_TYPE_DEFINITION && each.name.value === name.value,
    )
    const fields = found && 'fields' in found ? (found.fields ?? []) : undefined
    return fields?.every((field) => own.has(field.name.value)) ?? false
  })
  return { ...node, interfaces }
}
