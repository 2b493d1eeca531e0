import {
  GraphQLScalarType,
  getVariableValues,
  print,
  type GraphQLSchema,
  type VariableDefinitionNode,
} from 'graphql'
import { hubError } from '../../schemas/errors.ts'
import { findHubError } from '../../schemas/find-hub-error.ts'
import { isIsoDate } from '../../schemas/scalars/dates.ts'
import { isNationalId, normaliseNationalId } from '../../schemas/scalars/national-id.ts'

export type Variables = Readonly<Record<string, unknown>>

/** Lets the client's schema check the hub's own scalars where it reads variables. */
export function checkScalars(schema: GraphQLSchema): void {
  setParser(schema, 'NationalId', (text) => {
    const nationalId = normaliseNationalId(text)
    if (isNationalId(nationalId)) return nationalId
    throw hubError('NATIONAL_ID_INVALID')
  })
  refuseLiterals(schema, 'NationalId')
  setParser(schema, 'Date', (text) => {
    if (isIsoDate(text)) return text
    throw hubError('VARIABLE_INVALID')
  })
}

/**
 * The variables of a request as its operation declares them. graphql-js echoes a wrong value in its
 * errors, so they are written anew: throws `NATIONAL_ID_INVALID` or `VARIABLE_INVALID`, which name the
 * variable and its type alone.
 */
export function readVariables(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  given: Variables,
): Variables {
  const { coerced, errors } = getVariableValues(schema, definitions, { ...given }, { maxErrors: 1 })
  if (!errors) return coerced
  const node = errors[0]?.nodes?.[0] as VariableDefinitionNode | undefined
  const name = node?.variable?.name.value ?? 'variables'
  if (findHubError(errors[0])?.code === 'NATIONAL_ID_INVALID') {
    throw hubError('NATIONAL_ID_INVALID', { name })
  }
  throw hubError('VARIABLE_INVALID', { name, type: node ? print(node.type) : 'object' })
}

function setParser(schema: GraphQLSchema, name: string, parse: (text: string) => string): void {
  const type = schema.getType(name)
  if (!(type instanceof GraphQLScalarType)) return
  type.parseValue = (value) => {
    if (typeof value === 'string') return parse(value)
    throw hubError('VARIABLE_INVALID')
  }
}

/** Whatever stands in a document stands in caches, plans and logs: only a variable may carry the value. */
function refuseLiterals(schema: GraphQLSchema, name: string): void {
  const type = schema.getType(name)
  if (!(type instanceof GraphQLScalarType)) return
  type.parseLiteral = () => {
    throw hubError('NATIONAL_ID_LITERAL')
  }
}
