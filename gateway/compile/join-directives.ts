import {
  Kind,
  type ConstDirectiveNode,
  type DocumentNode,
  type EnumValueDefinitionNode,
} from 'graphql'

/** `enum join__Graph { TAX @join__graph(name: "tax") }` → TAX is `tax`. */
export function readGraphNames(sdl: DocumentNode): ReadonlyMap<string, string> {
  return new Map(
    graphValues(sdl).map((value) => [
      value.name.value,
      argumentOf(value.directives?.[0], 'name') ?? value.name.value,
    ]),
  )
}

/** The values of that enum, one an agency. */
export function graphValues(sdl: DocumentNode): readonly EnumValueDefinitionNode[] {
  const graphs = sdl.definitions.find(
    (node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph',
  )
  return graphs?.kind === Kind.ENUM_TYPE_DEFINITION ? (graphs.values ?? []) : []
}

/** The directives of one name, such as `join__field`, among some. */
export function directivesOf(
  directives: readonly ConstDirectiveNode[] | undefined,
  name: string,
): readonly ConstDirectiveNode[] {
  return (directives ?? []).filter((directive) => directive.name.value === name)
}

/** A text or enum value that a directive is given. */
export function argumentOf(
  directive: ConstDirectiveNode | undefined,
  argument: string,
): string | undefined {
  const value = directive?.arguments?.find(({ name }) => name.value === argument)?.value
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined
}
