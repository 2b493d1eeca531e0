import { Kind, type ConstDirectiveNode, type ConstValueNode, type DocumentNode } from 'graphql'

export type AccessDirective = 'authenticated' | 'requiresScopes' | 'policy' | 'inputScopes'

/** What the hub adds: the standard directives may not stand on arguments, input fields or enum values. */
export const INPUT_ACCESS_SPEC = 'https://specs.hub.local/inputAccess'

const STANDARD: readonly AccessDirective[] = ['authenticated', 'requiresScopes', 'policy']
const KNOWN: readonly AccessDirective[] = [...STANDARD, 'inputScopes']

/**
 * The access directives of an SDL by the name they go under in it. They may be renamed through
 * `@link(as:)` or `import: [{ name, as }]`, or carry the prefix of a link that does not import them;
 * a rule read by its usual name alone would be missed.
 */
export function accessDirectiveNames(sdl: DocumentNode): ReadonlyMap<string, AccessDirective> {
  const names = new Map<string, AccessDirective>()
  for (const link of linksOf(sdl)) {
    const spec = STANDARD.find((name) => link.url.includes(`/${name}/v`))
    if (spec) names.set(link.as ?? spec, spec)
    for (const name of prefixedBy(link)) names.set(`${prefixOf(link)}__${name}`, name)
    for (const { name, as } of link.imports) {
      const directive = KNOWN.find((known) => name === `@${known}`)
      if (directive) names.set(as.slice(1), directive)
    }
  }
  return names
}

/** Directives named like an access directive that no `@link` gives a meaning: a rule nobody enforces. */
export function unlinkedAccessDirectives(sdl: DocumentNode): readonly string[] {
  const linked = accessDirectiveNames(sdl)
  return sdl.definitions.flatMap((node) =>
    node.kind === Kind.DIRECTIVE_DEFINITION &&
    KNOWN.includes(node.name.value as AccessDirective) &&
    !linked.has(node.name.value)
      ? [node.name.value]
      : [],
  )
}

/** Directives that a link gives names to without importing them. */
function prefixedBy({ url }: Link): readonly AccessDirective[] {
  if (url.includes('/federation/v')) return STANDARD
  return isInputAccess(url) ? ['inputScopes'] : []
}

function prefixOf({ url, as }: Link): string {
  return as ?? (isInputAccess(url) ? 'inputAccess' : 'federation')
}

/** Whether a link brings access rules, and so must not reach a planner that does not know them. */
export function isAccessSpec(url: string): boolean {
  return isInputAccess(url) || STANDARD.some((name) => url.includes(`/${name}/v`))
}

function isInputAccess(url: string): boolean {
  return url.startsWith(`${INPUT_ACCESS_SPEC}/v`)
}

interface Link {
  readonly url: string
  readonly as: string | undefined
  readonly imports: readonly { readonly name: string; readonly as: string }[]
}

function linksOf(sdl: DocumentNode): readonly Link[] {
  return sdl.definitions
    .filter((node) => node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION)
    .flatMap((node) => node.directives ?? [])
    .filter(({ name }) => name.value === 'link')
    .map((directive) => ({
      url: text(argument(directive, 'url')) ?? '',
      as: text(argument(directive, 'as')),
      imports: readImports(argument(directive, 'import')),
    }))
}

function readImports(value: ConstValueNode | undefined): Link['imports'] {
  if (value?.kind !== Kind.LIST) return []
  return value.values.map((item) => {
    if (item.kind === Kind.STRING) return { name: item.value, as: item.value }
    if (item.kind !== Kind.OBJECT) return { name: '', as: '' }
    const field = (name: string): string | undefined =>
      text(item.fields.find((each) => each.name.value === name)?.value)
    return { name: field('name') ?? '', as: field('as') ?? field('name') ?? '' }
  })
}

function argument(directive: ConstDirectiveNode, name: string): ConstValueNode | undefined {
  return directive.arguments?.find((each) => each.name.value === name)?.value
}

function text(value: ConstValueNode | undefined): string | undefined {
  return value?.kind === Kind.STRING ? value.value : undefined
}
