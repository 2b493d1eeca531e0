import { buildSubgraphSchema } from '@apollo/subgraph'
import {
  TypeInfo,
  execute,
  getNamedType,
  getNullableType,
  isEnumType,
  isLeafType,
  isListType,
  isObjectType,
  parse,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql'
import type { AgencyAnswer } from '../../../gateway/agencies/agency-answer.ts'
import type { AgencyFetcher } from '../../../gateway/agencies/agency-client.ts'

/** An agency whose every value tells its coordinate, and that remembers what it was asked for. */
export interface MarkedAgency extends AgencyFetcher {
  /** Coordinates selected or sent since the last call. */
  takeAsked(): ReadonlySet<string>
  /** Coordinates that a fetch of a plan selects. */
  coordinatesOf(source: string): readonly string[]
}

/** Fails for one in so many places; 0 for none. */
export interface MarkedFaults {
  oneIn: number
  draw: (bound: number) => number
}

const MARK = '⟦'

/** The coordinate a value was made for; nothing for one that tells none. */
export function coordinateIn(value: unknown): string | undefined {
  if (typeof value !== 'string' || !value.startsWith(MARK)) return undefined
  return value.slice(MARK.length, value.indexOf('⟧'))
}

/** Builds one over its SDL. */
export function createMarkedAgency(sdl: string, faults: MarkedFaults): MarkedAgency {
  const schema = buildSubgraphSchema(parse(sdl))
  const read = new Map<string, readonly string[]>()
  let asked = new Set<string>()
  const coordinatesOf = (source: string): readonly string[] => {
    const known = read.get(source) ?? readCoordinates(parse(source), schema)
    read.set(source, known)
    return known
  }
  return {
    coordinatesOf,
    takeAsked() {
      const taken = asked
      asked = new Set()
      return taken
    },
    async fetch({ query, variables }, { ledger }) {
      for (const coordinate of coordinatesOf(query)) asked.add(coordinate)
      const sent = JSON.parse(JSON.stringify(variables)) as Record<string, unknown>
      noteSent(sent['representations'], undefined, schema, asked)
      const outcome = { agency: 'marked', ms: 0, asOf: null, subjects: [] } as const
      ledger.note({ ...outcome, status: 'OK' })
      const fieldResolver = markedResolver(faults)
      const result = await execute({
        schema,
        document: parse(query),
        variableValues: sent,
        fieldResolver,
      })
      const { data, errors } = JSON.parse(JSON.stringify(result)) as AgencyAnswer
      const told = { data: data ?? null, asOf: null, subjects: [], status: 'OK' } as const
      return { ...told, ...(errors && { errors }) }
    },
  }
}

function markedResolver({ oneIn, draw }: MarkedFaults): GraphQLFieldResolver<unknown, unknown> {
  return (source, _args, _context, { fieldName, parentType, returnType }) => {
    const coordinate = `${parentType.name}.${fieldName}`
    const known = source as { readonly id?: string } | undefined
    if (fieldName === 'id' && known?.id !== undefined) return known.id
    if (oneIn > 0 && draw(oneIn) === 0) {
      if (draw(2) === 0) return null
      throw new Error('no such fact')
    }
    return valueOf(returnType, coordinate, draw)
  }
}

function valueOf(type: GraphQLOutputType, coordinate: string, draw: MarkedFaults['draw']): unknown {
  const inner = getNullableType(type)
  if (isListType(inner)) {
    return Array.from({ length: draw(3) }, () => valueOf(inner.ofType, coordinate, draw))
  }
  if (isEnumType(inner)) return inner.getValues()[0]!.name
  if (!isLeafType(inner)) return { __typename: inner.name, id: `${inner.name}~${draw(3)}` }
  if (inner.name === 'Boolean') return true
  return inner.name === 'Int' || inner.name === 'Float' ? 7 : `${MARK}${coordinate}⟧`
}

function readCoordinates(document: DocumentNode, schema: GraphQLSchema): readonly string[] {
  const found = new Set<string>()
  const info = new TypeInfo(schema)
  const enter = (node: { readonly name: { readonly value: string } }): void => {
    const parent = info.getParentType()
    if (parent && !node.name.value.startsWith('_')) found.add(`${parent.name}.${node.name.value}`)
  }
  visit(document, visitWithTypeInfo(info, { Field: { enter } }))
  return [...found]
}

/** What representations carry from other agencies, at any depth. */
function noteSent(
  value: unknown,
  type: string | undefined,
  schema: GraphQLSchema,
  found: Set<string>,
): void {
  if (Array.isArray(value)) for (const item of value) noteSent(item, type, schema, found)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return
  const name = (value as { readonly __typename?: string }).__typename ?? type
  const known = name === undefined ? undefined : schema.getType(name)
  if (!isObjectType(known)) throw new Error('a representation of no type')
  for (const [key, inner] of Object.entries(value)) {
    if (key === '__typename') continue
    found.add(`${known.name}.${key}`)
    const field = known.getFields()[key]
    noteSent(inner, field && getNamedType(field.type).name, schema, found)
  }
}
