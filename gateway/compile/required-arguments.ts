import {
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql'
import { argumentOf, directivesOf, readGraphNames } from './join-directives.ts'
import { RequiredNames, type RequiredField } from './required-names.ts'

type FieldsNode = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode

/** The fields that `@requires` asks for with arguments, under names of their own. */
export interface RequiredArguments {
  /** By these names: what they stand for. */
  readonly fields: ReadonlyMap<string, RequiredField>
  /** Where an agency is told of them for a field, of whatever type: `parts.hub__1_price`. */
  neededFor(agency: string, fieldName: string): ReadonlySet<string>
}

/** Where in a requirement, and what is found there. */
interface Place {
  readonly needed: Set<string>
  readonly path: string
}

const NONE: ReadonlySet<string> = new Set()

/**
 * A supergraph in which `price(currency: "USD")` of a `@requires` is a field of its own, without arguments.
 * The planner keeps one value by each name, so that the arguments of a requirement would override the
 * client's, and those of another requirement. `restore-arguments.ts` makes plans over it plans for agencies.
 */
export function nameRequiredArguments(sdl: DocumentNode): {
  readonly sdl: DocumentNode
  readonly required: RequiredArguments
} {
  const naming = new Naming(sdl)
  const named = sdl.definitions.map((node) => (hasFields(node) ? naming.rename(node) : node))
  if (naming.fields.size === 0) return { sdl, required: naming }
  const definitions = named.map((node) => (hasFields(node) ? naming.complete(node) : node))
  return { sdl: { ...sdl, definitions }, required: naming }
}

class Naming implements RequiredArguments {
  readonly #names = new RequiredNames()
  readonly fields = this.#names.fields
  readonly #types: ReadonlyMap<string, FieldsNode>
  readonly #graphs: ReadonlyMap<string, string>
  readonly #needed = new Map<string, Set<string>>()

  constructor(sdl: DocumentNode) {
    const types = sdl.definitions.filter(hasFields)
    this.#types = new Map(types.map((type) => [type.name.value, type]))
    this.#graphs = readGraphNames(sdl)
  }

  neededFor(agency: string, fieldName: string): ReadonlySet<string> {
    return this.#needed.get(`${agency} ${fieldName}`) ?? NONE
  }

  /** The type with requirements by name. */
  rename(type: FieldsNode): FieldsNode {
    const fields = type.fields?.map((field) => {
      if (directivesOf(field.directives, 'join__field').length === 0) return field
      const directives = field.directives?.map((each) => this.#renamed(each, type, field))
      return { ...field, ...(directives && { directives }) }
    })
    return { ...type, ...(fields && { fields }) }
  }

  /** The type with a field for each name that stands for one of its own, as interfaces must agree. */
  complete(type: FieldsNode): FieldsNode {
    const fields = type.fields?.flatMap((field) => {
      const directives = directivesOf(field.directives, 'join__field')
      const copies = this.#names.namesOf(field.name.value).map((value) => ({
        ...field,
        name: { kind: Kind.NAME, value } as const,
        arguments: [],
        directives,
      }))
      return [field, ...copies]
    })
    return { ...type, ...(fields && { fields }) }
  }

  #renamed(
    directive: ConstDirectiveNode,
    type: FieldsNode,
    field: FieldDefinitionNode,
  ): ConstDirectiveNode {
    const text = argumentOf(directive, 'requires')
    if (directive.name.value !== 'join__field' || !text?.includes('(')) return directive
    const agency = this.#graphs.get(argumentOf(directive, 'graph') ?? '')
    const user = `${agency} ${field.name.value}`
    const needed = this.#needed.get(user) ?? new Set()
    const set = this.#inSet(setOf(text), type.name.value, { needed, path: '' })
    this.#needed.set(user, needed)
    const value = stripIgnoredCharacters(print(set)).slice(1, -1)
    const given = directive.arguments?.map((each) =>
      each.name.value === 'requires'
        ? { ...each, value: { kind: Kind.STRING, value } as const }
        : each,
    )
    return { ...directive, ...(given && { arguments: given }) }
  }

  #inSet(set: SelectionSetNode, typeName: string, place: Place): SelectionSetNode {
    const selections = set.selections.map((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return selection
      if (selection.kind === Kind.FIELD) return this.#inField(selection, typeName, place)
      const type = selection.typeCondition?.name.value ?? typeName
      return { ...selection, selectionSet: this.#inSet(selection.selectionSet, type, place) }
    })
    return { ...set, selections }
  }

  #inField(node: FieldNode, typeName: string, { needed, path }: Place): FieldNode {
    const { name, arguments: given = [], selectionSet } = node
    const field = this.#types.get(typeName)?.fields?.find((each) => each.name.value === name.value)
    const isPlain = given.length === 0
    const value = isPlain ? name.value : this.#names.nameFor({ name: name.value, arguments: given })
    if (!isPlain) needed.add(`${path}${value}`)
    const inside = { needed, path: `${path}${value}.` }
    const below = selectionSet && field && this.#inSet(selectionSet, namedType(field.type), inside)
    return {
      ...node,
      name: { ...name, value },
      arguments: [],
      ...(below && { selectionSet: below }),
    }
  }
}

function setOf(fieldSet: string): SelectionSetNode {
  const [operation] = parse(`{ ${fieldSet} }`, { noLocation: true }).definitions
  if (operation?.kind === Kind.OPERATION_DEFINITION) return operation.selectionSet
  return { kind: Kind.SELECTION_SET, selections: [] }
}

function hasFields(node: DefinitionNode): node is FieldsNode {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type)
}
