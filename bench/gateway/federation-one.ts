import {
  Kind,
  parse,
  print,
  visit,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
} from 'graphql'

/** An agency and its SDL of federation 2. */
export interface AgencySdl {
  readonly name: string
  readonly sdl: string
}

const KEPT_DIRECTIVES = new Set(['key', 'external', 'requires', 'provides', 'deprecated'])

/**
 * SDLs as federation 1 knows them, for a gateway that is older than ours: no links, no rules, an entity's
 * owner is who has most fields of it, everyone else extends it.
 */
export function toFederationOne(agencies: readonly AgencySdl[]): readonly AgencySdl[] {
  const documents = agencies.map(({ name, sdl }) => ({ name, document: plain(parse(sdl)) }))
  const owners = new Map<string, { readonly name: string; readonly fields: number }>()
  for (const { name, document } of documents) {
    for (const node of document.definitions) {
      if (!isEntity(node)) continue
      const fields = (node.fields ?? []).filter(({ directives }) => !has(directives, 'external'))
      const known = owners.get(node.name.value)
      if (!known || known.fields < fields.length) {
        owners.set(node.name.value, { name, fields: fields.length })
      }
    }
  }
  return documents.map(({ name, document }) => ({
    name,
    sdl: print({
      ...document,
      definitions: document.definitions.map((node) =>
        isObject(node) && (isRoot(node) || isForeign(node, name)) ? extension(node) : node,
      ),
    }),
  }))

  function isForeign(node: ObjectNode, agency: string): boolean {
    return isEntity(node) && owners.get(node.name.value)?.name !== agency
  }
}

function plain(document: DocumentNode): DocumentNode {
  const bare = visit(document, {
    Directive: ({ name }) => (KEPT_DIRECTIVES.has(name.value) ? undefined : null),
    DirectiveDefinition: () => null,
    StringValue: (node, key) => (key === 'description' ? null : node),
  })
  return {
    ...bare,
    definitions: bare.definitions
      .filter((node) => node.kind !== Kind.SCHEMA_EXTENSION && node.kind !== Kind.SCHEMA_DEFINITION)
      .map(withoutResolvable),
  }
}

/** `@key(fields: "id", resolvable: false)` is of federation 2. */
function withoutResolvable(node: DefinitionNode): DefinitionNode {
  if (!isEntity(node)) return node
  const directives = node.directives?.map((directive) => ({
    ...directive,
    arguments: directive.arguments?.filter(({ name }) => name.value === 'fields') ?? [],
  }))
  return { ...node, directives: directives as readonly ConstDirectiveNode[] }
}

type ObjectNode = Extract<DefinitionNode, { kind: Kind.OBJECT_TYPE_DEFINITION }>

function isObject(node: DefinitionNode): node is ObjectNode {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION
}

function isEntity(node: DefinitionNode): node is ObjectNode {
  return isObject(node) && has(node.directives, 'key')
}

function isRoot(node: ObjectNode): boolean {
  return ['Query', 'Mutation'].includes(node.name.value)
}

function extension(node: ObjectNode): DefinitionNode {
  const { description: _description, ...rest } = node
  const keys = keyFieldsOf(node)
  return {
    ...rest,
    kind: Kind.OBJECT_TYPE_EXTENSION,
    fields: (node.fields ?? []).map((field) =>
      keys.has(field.name.value) && !has(field.directives, 'external')
        ? { ...field, directives: [EXTERNAL] }
        : field,
    ),
  }
}

function keyFieldsOf({ directives = [] }: ObjectNode): ReadonlySet<string> {
  return new Set(
    directives
      .filter(({ name }) => name.value === 'key')
      .flatMap(({ arguments: given = [] }) => given)
      .flatMap(({ value }) => (value.kind === Kind.STRING ? value.value.split(' ') : [])),
  )
}

const EXTERNAL: ConstDirectiveNode = {
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: 'external' },
}

function has(
  directives: readonly { name: { value: string } }[] | undefined,
  name: string,
): boolean {
  return directives?.some((directive) => directive.name.value === name) ?? false
}
