import { Kind, parse, type ConstDirectiveNode, type TypeNode } from 'graphql'

/** Which coordinates a caller may read, worked out from the SDL alone and not by the gateway's code. */
export interface AccessOracle {
  /** Fields (`Person.tax`) of the supergraph. */
  readonly fields: readonly string[]
  /** `scopes` null is a caller without a token. */
  mayRead(coordinate: string, scopes: ReadonlySet<string> | null): boolean
}

interface Rule {
  readonly anyOf: readonly (readonly string[])[]
}

/** Reads a supergraph that has neither interfaces nor unions, its directives under their usual names. */
export function readAccessOracle(sdl: string): AccessOracle {
  const types = new Map<string, readonly Rule[]>()
  const fields = new Map<string, { readonly rules: readonly Rule[]; readonly leadsTo: string }>()
  for (const node of parse(sdl, { noLocation: true }).definitions) {
    if (!('name' in node) || !node.name || node.kind === Kind.DIRECTIVE_DEFINITION) continue
    if (node.kind === Kind.INTERFACE_TYPE_DEFINITION || node.kind === Kind.UNION_TYPE_DEFINITION) {
      throw new Error('the oracle knows objects alone')
    }
    types.set(node.name.value, rulesIn(node.directives as readonly ConstDirectiveNode[]))
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) continue
    for (const field of node.fields ?? []) {
      const rules = rulesIn(field.directives)
      const coordinate = `${node.name.value}.${field.name.value}`
      fields.set(coordinate, { rules, leadsTo: nameOf(field.type) })
    }
  }
  return {
    fields: [...fields.keys()],
    mayRead(coordinate, scopes) {
      const field = fields.get(coordinate)
      if (!field) return false
      const parent = coordinate.slice(0, coordinate.indexOf('.'))
      const all = [
        ...(types.get(parent) ?? []),
        ...field.rules,
        ...(types.get(field.leadsTo) ?? []),
      ]
      return all.every(({ anyOf }) => {
        if (scopes === null) return false
        return anyOf.length === 0 || anyOf.some((list) => list.every((scope) => scopes.has(scope)))
      })
    },
  }
}

function rulesIn(directives: readonly ConstDirectiveNode[] = []): readonly Rule[] {
  return directives.flatMap((directive) => {
    if (directive.name.value === 'authenticated') return [{ anyOf: [] }]
    const prefix = { requiresScopes: '', policy: 'policy:' }[directive.name.value]
    const value = directive.arguments?.[0]?.value
    if (prefix === undefined || value?.kind !== Kind.LIST) return []
    const anyOf = value.values.map((list) =>
      list.kind === Kind.LIST
        ? list.values.map((each) => (each.kind === Kind.STRING ? `${prefix}${each.value}` : '?'))
        : ['?'],
    )
    return [{ anyOf }]
  })
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type)
}
