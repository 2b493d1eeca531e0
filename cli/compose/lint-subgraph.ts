import {
  Kind,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
} from 'graphql'
import { accessDirectiveNames } from '../../auth/access-directives.ts'
import { PUBLIC_FIELDS, PUBLIC_TYPES } from '../../schemas/public.ts'
import { lintKeys, lintRequires } from './lint-federation.ts'

type TypeNode = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode

const ROOTS = new Set(['Query', 'Mutation', 'Subscription'])
const HAN = /\p{Script=Han}/u

/** What is wrong with one agency's SDL by the hub's own rules, one sentence a fault. */
export function lintSubgraph(name: string, sdl: DocumentNode): readonly string[] {
  const access = [...accessDirectiveNames(sdl).keys()]
  return sdl.definitions
    .filter(
      (node): node is TypeNode =>
        node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION,
    )
    .flatMap((type) => [
      ...lintKeys(type),
      ...(type.fields ?? []).flatMap((field) => [
        ...lintAccess(type, field, access),
        ...lintRequires(type, field),
        ...lintDescription(type, field),
      ]),
    ])
    .map((fault) => `${name}: ${fault}`)
}

function lintAccess(
  type: TypeNode,
  field: FieldDefinitionNode,
  access: readonly string[],
): readonly string[] {
  const coordinate = `${type.name.value}.${field.name.value}`
  const isPublic = PUBLIC_TYPES.has(type.name.value) || PUBLIC_FIELDS.has(coordinate)
  const own = has(field, access)
  if (isPublic) return own ? [`${coordinate} is public and must carry no access directive`] : []
  if (!own && (ROOTS.has(type.name.value) || !has(type, access))) {
    return [`${coordinate} has no access directive and is not in schemas/public.ts`]
  }
  if (own && field.type.kind === Kind.NON_NULL_TYPE) {
    return [`${coordinate} carries an access directive, so it must be nullable`]
  }
  return []
}

function lintDescription(type: TypeNode, field: FieldDefinitionNode): readonly string[] {
  const isReference = has(field, ['external']) || isKeyOfStub(type, field)
  if (isReference || HAN.test(field.description?.value ?? '')) return []
  return [`${type.name.value}.${field.name.value} needs a description with its Chinese term`]
}

/** The key of an entity another agency owns: only the owner describes it. */
function isKeyOfStub(type: TypeNode, field: FieldDefinitionNode): boolean {
  return has(type, ['key']) && field.name.value === 'id'
}

function has(
  node: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  names: readonly string[],
): boolean {
  return (node.directives ?? []).some(({ name }) => names.includes(name.value))
}
