import { Kind, type ConstDirectiveNode, type DocumentNode } from 'graphql'
import { hubError } from '../../schemas/errors.ts'
import { argumentOf, directivesOf, graphValues, readGraphNames } from './join-directives.ts'

/** Which agencies answer which coordinate. */
export interface Owners {
  readonly agencies: readonly string[]
  /** Names of the agencies that resolve `Type.field`; one for all but shared value types. */
  of(typeName: string, fieldName: string): readonly string[]
}

/** Reads the join directives of a supergraph. */
export function readOwners(sdl: DocumentNode): Owners {
  const names = readGraphNames(sdl)
  const byType = new Map<string, readonly string[]>()
  const byField = new Map<string, readonly string[]>()
  for (const node of sdl.definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) {
      continue
    }
    const graphs = graphsIn(node.directives, 'join__type', names)
    byType.set(node.name.value, graphs)
    for (const field of node.fields ?? []) {
      const own = graphsIn(field.directives, 'join__field', names)
      byField.set(`${node.name.value}.${field.name.value}`, own.length > 0 ? own : graphs)
    }
  }
  return {
    agencies: [...names.values()].toSorted(),
    of: (type, field) => byField.get(`${type}.${field}`) ?? [],
  }
}

/** Where each agency answers, as the supergraph itself says. Throws `CONFIG_INVALID` for one that has no address. */
export function readGraphUrls(sdl: DocumentNode): ReadonlyMap<string, URL> {
  return new Map(
    graphValues(sdl).map((value) => {
      const directive = value.directives?.[0]
      const name = argumentOf(directive, 'name') ?? value.name.value
      const url = URL.parse(argumentOf(directive, 'url') ?? '')
      if (url?.protocol === 'http:' || url?.protocol === 'https:') return [name, url] as const
      const reason = `gives ${name} no http address`
      throw hubError('CONFIG_INVALID', { variable: 'supergraph', reason })
    }),
  )
}

function graphsIn(
  directives: readonly ConstDirectiveNode[] | undefined,
  name: string,
  names: ReadonlyMap<string, string>,
): readonly string[] {
  const found = directivesOf(directives, name)
    .filter((directive) => !isTrue(directive, 'external'))
    .map((directive) => names.get(argumentOf(directive, 'graph') ?? ''))
  return [...new Set(found.filter((graph) => graph !== undefined))]
}

function isTrue(directive: ConstDirectiveNode, argument: string): boolean {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value
  return value?.kind === Kind.BOOLEAN && value.value
}
