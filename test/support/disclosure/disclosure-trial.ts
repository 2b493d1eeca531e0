import { readFileSync } from 'node:fs'
import { OperationTypeNode, parse, validate } from 'graphql'
import { loadAgencies } from '../../../cli/agencies.ts'
import { readSubgraphSource } from '../../../cli/compose/compose-supergraph.ts'
import { HUB_SOURCE } from '../../../cli/compose/hub-source.ts'
import { loadSupergraph } from '../../../gateway/compile/load-supergraph.ts'
import { SCOPES } from '../../../schemas/scopes.ts'
import { drawDocument, type Draw } from '../fuzz/random-document.ts'
import { readAccessOracle } from './access-oracle.ts'
import { createGuardedGateway, type GuardedAnswer } from './guarded-gateway.ts'
import { coordinateIn, createMarkedAgency } from './marked-agency.ts'
import { readResponse, type ReadValue } from './read-response.ts'

/** A trial that went wrong, with all that is needed to see it again. */
export interface DisclosureFault {
  readonly fault: string
  readonly query: string
  readonly scopes: readonly string[] | null
}

/** Trials of one kind: how many, what they gave, and what was wrong. */
export interface TrialCounts {
  cases: number
  /** Answers that carried personal data. */
  answered: number
  /** Answers with refused coordinates. */
  partly: number
  /** Requests refused as a whole. */
  refused: number
}

/** Tries random documents of the hub’s whole supergraph under random scopes. */
export interface DisclosureTrial {
  readonly counts: TrialCounts
  /** One document under several sets of scopes; the first fault, or nothing. */
  run(draw: Draw): Promise<DisclosureFault | undefined>
}

const SUPERGRAPH = new URL('../../../schemas/supergraph.graphql', import.meta.url)
const SETS_PER_DOCUMENT = 6
const FAULTS_ONE_IN = 12
const DENIED = 'UNAUTHORIZED_FIELD_OR_TYPE'

/** Starts the gateway’s way from guard to answer over agencies whose values tell their coordinates. */
export async function createDisclosureTrial(): Promise<DisclosureTrial> {
  const sdl = readFileSync(SUPERGRAPH, 'utf8')
  const supergraph = loadSupergraph(sdl)
  const oracle = readAccessOracle(sdl)
  const faults = { oneIn: 0, draw: (() => 0) as Draw }
  const sources = [...(await loadAgencies()).map(readSubgraphSource), HUB_SOURCE]
  const agencies = new Map(
    sources.map((source) => [source.name, createMarkedAgency(source.sdl, faults)]),
  )
  const ask = createGuardedGateway(supergraph, agencies)
  const counts = { cases: 0, answered: 0, partly: 0, refused: 0 }

  return {
    counts,
    async run(draw) {
      const kind = draw(8) === 0 ? OperationTypeNode.MUTATION : OperationTypeNode.QUERY
      const drawn = drawDocument(supergraph.apiSchema, draw, kind)
      const document = parse(drawn.query)
      if (validate(supergraph.apiSchema, document).length > 0) return undefined
      // a plan made for many rights must not serve few, nor the other way round: any order
      const first = draw(SETS_PER_DOCUMENT)
      for (let index = 0; index < SETS_PER_DOCUMENT; index++) {
        const scopes = drawScopes((first + index) % SETS_PER_DOCUMENT, draw)
        Object.assign(faults, { oneIn: draw(3) === 0 ? FAULTS_ONE_IN : 0, draw })
        const answer = await ask({ ...drawn, scopes })
        const fault = judge(answer, scopes, (data) =>
          readResponse(document, supergraph.apiSchema, data),
        )
        if (fault !== undefined) return { fault, query: drawn.query, scopes }
      }
      return undefined
    },
  }

  function judge(
    { answer, refusal, logged, plan }: GuardedAnswer,
    scopes: readonly string[] | null,
    read: (data: Readonly<Record<string, unknown>>) => readonly ReadValue[],
  ): string | undefined {
    const held = scopes && new Set(scopes)
    const isClosed = (coordinate: string): boolean => !oracle.mayRead(coordinate, held)
    counts.cases += 1
    const asked = [...agencies.values()].flatMap((agency) => [...agency.takeAsked()])
    const sent = asked.find(isClosed)
    if (sent !== undefined) return `an agency was asked for ${sent}`
    const planned = fetchesIn(plan)
      .flatMap(({ agency, source }) => agencies.get(agency)!.coordinatesOf(source))
      .find(isClosed)
    if (planned !== undefined) return `a plan has ${planned}`
    if (!answer) return judgeRefusal(refusal)
    const values = read(answer.data ?? {})
    const shown = values.find(({ coordinate, value }) => value !== null && isClosed(coordinate))
    if (shown) return `the answer shows ${shown.coordinate}`
    const marked = marksIn(answer).find(isClosed)
    if (marked !== undefined) return `the answer carries a value of ${marked}`
    return judgeLog(answer, values, logged, isClosed)
  }

  function judgeRefusal(refusal: GuardedAnswer['refusal']): string | undefined {
    counts.refused += 1
    const isExpected = ['UNAUTHENTICATED', 'OPERATION_LIMIT', 'QUERY_INVALID'].includes(
      refusal?.code ?? '',
    )
    return isExpected ? undefined : `it failed: ${refusal?.message ?? 'no reason'}`
  }

  /** A null says that there is nothing, unless an error says why it is there. */
  function judgeLog(
    { data, errors }: NonNullable<GuardedAnswer['answer']>,
    values: readonly ReadValue[],
    logged: readonly string[] | undefined,
    isClosed: (coordinate: string) => boolean,
  ): string | undefined {
    const failed = new Set(
      errors.map(({ path }) => (path ?? []).filter((key) => typeof key === 'string').join('.')),
    )
    if (values.some(({ coordinate }) => isClosed(coordinate))) counts.partly += 1
    const carried = values.filter(({ value, path }) => value !== null || !failed.has(path))
    const expected = [...new Set(carried.map(({ coordinate }) => coordinate))].toSorted()
    const needless = errors
      .map(({ extensions }) => extensions)
      .find((told) => told?.['code'] === DENIED && !isClosed(String(told['coordinate'])))
    if (needless) return `${String(needless['coordinate'])} was refused without need`
    const unexplained = carried.find(({ coordinate }) => isClosed(coordinate))
    if (unexplained) return `a null of ${unexplained.coordinate} has no error`
    if (logged === undefined) {
      const personal = expected.find((coordinate) => !oracle.mayRead(coordinate, null))
      return personal === undefined ? undefined : `${personal} is not in the log`
    }
    counts.answered += data === null ? 0 : 1
    const told = JSON.stringify(logged)
    return told === JSON.stringify(expected)
      ? undefined
      : `the log has ${told} for ${JSON.stringify(expected)}`
  }
}

/** None, nothing but a token, all, all but one, and some. */
function drawScopes(set: number, draw: Draw): readonly string[] | null {
  const all = SCOPES.map(({ id }) => id)
  if (set === 0) return null
  if (set === 1) return []
  if (set === 2) return all
  if (set === 3) return all.filter((_, index) => index !== draw(all.length))
  return all.filter(() => draw(set === 4 ? 2 : 4) === 0)
}

/** Every fetch anywhere in a plan, whatever the kinds of its nodes. */
function fetchesIn(plan: unknown): readonly { readonly agency: string; readonly source: string }[] {
  if (Array.isArray(plan)) return plan.flatMap(fetchesIn)
  if (typeof plan !== 'object' || plan === null) return []
  const { serviceName, operation } = plan as Record<string, unknown>
  const own =
    typeof serviceName === 'string' && typeof operation === 'string'
      ? [{ agency: serviceName, source: operation }]
      : []
  return [...own, ...Object.values(plan).flatMap(fetchesIn)]
}

/** Coordinates that values anywhere in an answer tell, its errors and extensions included. */
function marksIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(marksIn)
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(marksIn)
  const coordinate = coordinateIn(value)
  return coordinate === undefined ? [] : [coordinate]
}
