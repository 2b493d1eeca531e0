import {
  GraphQLScalarType,
  Kind,
  getVariableValues,
  isLeafType,
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
  const plain = readPlain(schema, definitions, given)
  if (plain) return plain
  const { coerced, errors } = getVariableValues(schema, definitions, { ...given }, { maxErrors: 1 })
  if (!errors) return coerced
  const node = errors[0]?.nodes?.[0] as VariableDefinitionNode | undefined
  const name = node?.variable?.name.value ?? 'variables'
  if (findHubError(errors[0])?.code === 'NATIONAL_ID_INVALID') {
    throw hubError('NATIONAL_ID_INVALID', { name })
  }
  throw hubError('VARIABLE_INVALID', { name, type: node ? print(node.type) : 'object' })
}

/** A variable that is one scalar or enum value and has no default. */
interface Plain {
  readonly name: string
  readonly isNeeded: boolean
  readonly parse: (value: unknown) => unknown
}

const plains = new WeakMap<readonly VariableDefinitionNode[], readonly Plain[] | null>()

/** The same, where each variable is plain and fits; most are, and graphql-js looks up all it knows of each. */
function readPlain(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  given: Variables,
): Variables | undefined {
  let known = plains.get(definitions)
  if (known === undefined) {
    known = plainOf(schema, definitions)
    plains.set(definitions, known)
  }
  if (known === null) return undefined
  const read: Record<string, unknown> = {}
  for (const { name, isNeeded, parse } of known) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined
    if (value === undefined && !isNeeded) continue
    if (value === undefined || value === null) return undefined
    try {
      const parsed = parse(value)
      if (parsed === undefined) return undefined
      read[name] = parsed
    } catch {
      // read once more, with words
      return undefined
    }
  }
  return read
}

function plainOf(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
): readonly Plain[] | null {
  const all: Plain[] = []
  for (const { variable, type, defaultValue } of definitions) {
    const isNeeded = type.kind === Kind.NON_NULL_TYPE
    const named = isNeeded ? type.type : type
    const leaf = named.kind === Kind.NAMED_TYPE ? schema.getType(named.name.value) : undefined
    if (!isLeafType(leaf) || defaultValue) return null
    all.push({ name: variable.name.value, isNeeded, parse: (value) => leaf.parseValue(value) })
  }
  return all
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
