import type { FetchNode } from '@apollo/query-planner'
import { isAbstractType } from 'graphql'
import { hubError } from '../../../schemas/errors.ts'
import type { AgencyAnswer } from '../../agencies/agency-answer.ts'
import { topFieldPaths, type FetchRequest } from '../../agencies/fetch-request.ts'
import { readKeys } from './asked-keys.ts'
import { noteAgencyErrors } from './agency-errors.ts'
import type { PlanParts } from './compile-plan.ts'
import { compileKeys } from './entity-keys.ts'
import { gather, type Wave } from './gather-wave.ts'
import { compileLesserFetches } from './lesser-fetch.ts'
import { inParallel, placesAt, type PlanRun, type Step } from './plan-run.ts'
import {
  copyOf,
  isRaw,
  mergeKeys,
  readOwn,
  typenameOf,
  type PlanPath,
  type Raw,
  type ResponsePath,
} from './raw-data.ts'
import { compileRequires, isExcused } from './representations.ts'
import { compileWanted } from './wanted-fields.ts'
import { compileRewrites, type Rewrites } from './rewrites.ts'

/** What a fetch's steps share. */
interface Fetch {
  readonly agency: string
  readonly path: PlanPath
  ask(run: PlanRun, representations?: readonly Raw[]): Promise<AgencyAnswer>
  readonly output: Rewrites | null
  /** Keys it may write. */
  readonly keys: readonly string[]
  /** Keys that nobody else may have written before. */
  readonly soleKeys: readonly string[]
  /** Whether what it brings is copied for every place but the first. */
  readonly isCopied: boolean
  /** Whether a type of this name is an interface or union. */
  isAbstract(name: string | undefined): boolean
  /** Notes that the answer is none: every field it should have filled is null for that reason. */
  refuse(run: PlanRun): void
  /** Paths of the fields it fills, without list indices. */
  fieldPaths(): readonly ResponsePath[]
}

/**
 * Compiles one fetch at a path of the response. Objects that lack what computed fields need are asked for
 * the others, unless `isLesser` says that it is such a fetch. Throws `PLAN_UNUSABLE` for an unknown agency.
 */
export function compileFetch(
  node: FetchNode,
  path: PlanPath,
  parts: PlanParts,
  isLesser = false,
): Step {
  const fetch = prepare(node, path, parts)
  const isWanted = compileWanted(node, parts.wholeSchema)
  if (!node.requires) {
    return (run, objects) =>
      isWanted(run.variables)
        ? fetch.ask(run).then((answer) => fillFields(fetch, run, objects, answer))
        : undefined
  }
  const { requires } = node
  const lesser = isLesser
    ? undefined
    : compileLesserFetches(node, {
        ...parts,
        compile: (less) => compileFetch(less, path, parts, true),
      })
  const telling = {
    represent: compileRequires(requires, parts.wholeSchema),
    input: compileRewrites(node.inputRewrites, parts.wholeSchema),
    lesser,
    completeKey: compileKeys(node, parts.requirements, parts.isAliased),
  }
  return (run, objects) => {
    if (!isWanted(run.variables)) return undefined
    clear(objects, fetch.soleKeys)
    const wave = gather(objects, telling)
    const whole =
      wave.representations.length > 0
        ? fetch
            .ask(run, wave.representations)
            .then((answer) => fillEntities(fetch, run, wave, answer))
        : undefined
    if (wave.skipped.length === 0) return whole
    for (const object of wave.skipped) {
      if (isExcused(object, requires, run.unanswered)) run.unanswered.note([object], fetch.keys)
    }
    return lesser ? inParallel([() => whole, lesser.step])(run, wave.skipped) : whole
  }
}

function prepare(node: FetchNode, path: PlanPath, parts: PlanParts): Fetch {
  const { serviceName: agency, operation: query, operationName } = node
  const client = parts.clients.get(agency)
  if (!client) throw hubError('PLAN_UNUSABLE', { reason: `${agency} is not an agency of this hub` })
  const usages = node.variableUsages ?? []
  const listless = path.filter((part) => part !== '@')
  const base = { query, operationName, document: node.operationDocumentNode, path: listless }
  const paths = (): readonly (readonly string[])[] =>
    topFieldPaths({ ...base, variables: {} } satisfies FetchRequest)
  const tree = readKeys(node)
  return {
    agency,
    path,
    keys: [...new Set([...tree.keys(), '__typename'])],
    soleKeys: parts.places.soleKeys(tree, path),
    output: compileRewrites(node.outputRewrites, parts.wholeSchema),
    isCopied: parts.isMerged(path),
    isAbstract: (name) => isAbstractType(parts.wholeSchema.getType(name ?? '')),
    fieldPaths: paths,
    ask(run, representations) {
      const variables: Record<string, unknown> = {}
      for (const name of usages) {
        const value = readOwn(run.variables, name)
        if (value !== undefined) variables[name] = value
      }
      if (representations) variables['representations'] = representations
      return client.fetch({ ...base, variables }, run.context)
    },
    refuse(run) {
      run.context.ledger.noteFailure({ agency, code: 'AGENCY_INVALID_ANSWER', paths: paths() })
    },
  }
}

/** Fields of a root type, asked once whatever the number of places. */
function fillFields(
  fetch: Fetch,
  run: PlanRun,
  objects: readonly Raw[],
  { data, errors }: AgencyAnswer,
): void {
  if (errors) {
    const places = [...placesAt(run.root, fetch.path).values()].flat()
    noteAgencyErrors(errors, fetch.agency, run, (path) => {
      const renamed = fetch.output?.renamePath(path) ?? path
      return places.map((place) => [...place, ...renamed])
    })
  }
  if (data === null) return
  if (!isRaw(data)) {
    fetch.refuse(run)
    return
  }
  fetch.output?.apply(data)
  for (const [index, object] of objects.entries()) {
    mergeKeys(object, index === 0 ? data : copyOf(data), fetch.keys)
  }
}

/** Takes away what an earlier answer said unasked in the name of this agency. */
function clear(objects: readonly Raw[], keys: readonly string[]): void {
  for (const object of objects) {
    for (const key of keys) if (Object.hasOwn(object, key)) delete object[key]
  }
}

function fillEntities(
  fetch: Fetch,
  run: PlanRun,
  { representations, objects }: Omit<Wave, 'skipped'>,
  { data, errors }: AgencyAnswer,
): void {
  if (errors) noteEntityErrors(fetch, run, errors, objects)
  const noteNone = (): void => run.unanswered.note(objects.flat(), fetch.keys)
  if (data === null) return noteNone()
  const entities = isRaw(data) ? readOwn(data, '_entities') : undefined
  // An agency that answers with errors may leave out the whole list.
  if (entities === undefined || entities === null) {
    if (!errors) fetch.refuse(run)
    return noteNone()
  }
  if (!Array.isArray(entities) || entities.length !== representations.length) {
    fetch.refuse(run)
    return noteNone()
  }
  // by index: each pair of entries() is an object of its own
  for (let index = 0; index < entities.length; index++) {
    const entity: unknown = entities[index]
    if (isRaw(entity)) scatter(fetch, entity, objects[index]!)
    else {
      run.unanswered.note(objects[index]!, fetch.keys)
      if (entity !== null) fetch.refuse(run)
    }
  }
}

function scatter(fetch: Fetch, entity: Raw, objects: readonly Raw[]): void {
  const named = typenameOf(objects[0]!)
  // A type once told stands: neither the interface's name nor another agency's word hides it.
  if (typenameOf(entity) === undefined || !fetch.isAbstract(named)) entity['__typename'] = named
  fetch.output?.apply(entity)
  for (let index = 0; index < objects.length; index++) {
    const own = index === 0 || !fetch.isCopied ? entity : copyOf(entity)
    mergeKeys(objects[index]!, own, fetch.keys)
  }
}

/** `["_entities", 3, "bill"]` is the bill of every place that the fourth representation stands for. */
function noteEntityErrors(
  fetch: Fetch,
  run: PlanRun,
  errors: NonNullable<AgencyAnswer['errors']>,
  objects: Wave['objects'],
): void {
  const places = placesAt(run.root, fetch.path)
  noteAgencyErrors(errors, fetch.agency, run, ([first, index, ...rest]) => {
    const owners = first === '_entities' ? objects[Number(index ?? Number.NaN)] : undefined
    if (!owners) return fetch.fieldPaths()
    const below = fetch.output?.renamePath(rest) ?? rest
    return owners.flatMap((owner) => places.get(owner) ?? []).map((at) => [...at, ...below])
  })
}
