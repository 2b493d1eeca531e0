import {
  Kind,
  type ConstDirectiveNode,
  type DocumentNode,
  type SchemaDefinitionNode,
} from 'graphql'

const EXECUTABLE = new Set([
  'QUERY',
  'MUTATION',
  'SUBSCRIPTION',
  'FIELD',
  'FRAGMENT_DEFINITION',
  'FRAGMENT_SPREAD',
  'INLINE_FRAGMENT',
  'VARIABLE_DEFINITION',
])

/**
 * A supergraph without the links of specifications that bring directives for documents: what is linked is
 * taken for the composition's own and is in no API schema, so clients could not write these directives, nor
 * would agencies get them.
 */
export function unlinkExecutable(sdl: DocumentNode): DocumentNode {
  const names = new Set(
    sdl.definitions.flatMap((node) => {
      if (node.kind !== Kind.DIRECTIVE_DEFINITION) return []
      return node.locations.some(({ value }) => EXECUTABLE.has(value))
        ? [`@${node.name.value}`]
        : []
    }),
  )
  if (names.size === 0) return sdl
  const definitions = sdl.definitions.map((node) =>
    node.kind === Kind.SCHEMA_DEFINITION ? withoutLinks(node, names) : node,
  )
  return { ...sdl, definitions }
}

function withoutLinks(
  schema: SchemaDefinitionNode,
  names: ReadonlySet<string>,
): SchemaDefinitionNode {
  const directives = schema.directives?.filter(
    (directive) =>
      directive.name.value !== 'link' || !importsOf(directive).some((name) => names.has(name)),
  )
  return { ...schema, ...(directives && { directives }) }
}

/** The names under which a link imports: `"@a"`, `{ name: "@a", as: "@b" }`. */
function importsOf(link: ConstDirectiveNode): readonly string[] {
  const value = link.arguments?.find(({ name }) => name.value === 'import')?.value
  if (value?.kind !== Kind.LIST) return []
  return value.values.flatMap((item) => {
    if (item.kind === Kind.STRING) return [item.value]
    if (item.kind !== Kind.OBJECT) return []
    const fields = new Map(item.fields.map((field) => [field.name.value, field.value]))
    const name = fields.get('as') ?? fields.get('name')
    return name?.kind === Kind.STRING ? [name.value] : []
  })
}
