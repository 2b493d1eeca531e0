import { Kind, astFromValue, visit, type DocumentNode, type GraphQLSchema } from 'graphql'

/**
 * A document whose directives say what they leave to a default: agencies may define a directive with other
 * defaults than the supergraph, or with none.
 */
export function withToldDirectives(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  return visit(document, {
    [Kind.DIRECTIVE]: (node) => {
      const { arguments: given = [], name } = node
      const left = (schema.getDirective(name.value)?.args ?? []).flatMap((argument) => {
        if (given.some((each) => each.name.value === argument.name)) return []
        const value = astFromValue(argument.defaultValue, argument.type)
        const of = { kind: Kind.NAME, value: argument.name } as const
        return value ? [{ kind: Kind.ARGUMENT, name: of, value } as const] : []
      })
      return left.length > 0 ? { ...node, arguments: [...given, ...left] } : undefined
    },
  })
}
