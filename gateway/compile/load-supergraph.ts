import { Supergraph, type Schema } from '@apollo/federation-internals'
import { QueryPlanner } from '@apollo/query-planner'
import { parse, type DocumentNode, type GraphQLSchema } from 'graphql'
import { readAccessRules, type AccessRule } from '../../auth/access-rules.ts'
import { unlinkedAccessDirectives } from '../../auth/access-directives.ts'
import { hubError } from '../../schemas/errors.ts'
import { dropClosedKeys } from './drop-closed-keys.ts'
import { readOwners, type Owners } from './owners.ts'
import { nameRequiredArguments, type RequiredArguments } from './required-arguments.ts'
import { readRequirements, type Requirements } from './requirements.ts'
import { stripAccess } from './strip-access.ts'
import { unlinkExecutable } from './unlink-executable.ts'

/** The supergraph in the forms its readers need; made once at start. */
export interface LoadedSupergraph {
  /** What a client sees. */
  readonly apiSchema: GraphQLSchema
  /** The same for Apollo's planner and executor. */
  readonly apiSchemaForPlanning: Schema
  /** With what agencies tell each other only (`@inaccessible`). */
  readonly wholeSchema: GraphQLSchema
  readonly planner: QueryPlanner
  /** What its plans ask for under names that agencies do not know. */
  readonly requiredArguments: RequiredArguments
  /** Access rules by coordinate, from the full SDL. */
  readonly rules: ReadonlyMap<string, readonly AccessRule[]>
  readonly owners: Owners
  readonly requirements: Requirements
  /** Names of the agencies in it. */
  readonly agencies: readonly string[]
}

/**
 * Reads a supergraph. Apollo's packages refuse one that uses the access directives, so they get a
 * stripped copy while the rules are read from the whole. Throws `CONFIG_INVALID` when it cannot be
 * planned on, or carries an access directive that nobody would enforce.
 */
export function loadSupergraph(sdl: string): LoadedSupergraph {
  const whole = readSdl(sdl)
  const unlinked = unlinkedAccessDirectives(whole)
  if (unlinked.length > 0) {
    const reason = `the supergraph defines @${unlinked.join(', @')} without a link, so no rule would hold`
    throw hubError('CONFIG_INVALID', { variable: 'supergraph', reason })
  }
  const open = dropClosedKeys(unlinkExecutable(stripAccess(whole)))
  const { sdl: planned, required } = nameRequiredArguments(open)
  const supergraph = buildSupergraph(open)
  // what stands in it is valid but for fields that no requirement names any more
  const planning =
    planned === open ? supergraph : Supergraph.build(planned, { validateSupergraph: false })
  const api = supergraph.apiSchema()
  const owners = readOwners(whole)
  return {
    apiSchema: api.toGraphQLJSSchema(),
    apiSchemaForPlanning: planning.apiSchema(),
    wholeSchema: supergraph.schema.toGraphQLJSSchema(),
    planner: new QueryPlanner(planning),
    requiredArguments: required,
    rules: readAccessRules(whole),
    owners,
    requirements: readRequirements(planned),
    agencies: owners.agencies,
  }
}

function readSdl(sdl: string): DocumentNode {
  try {
    return parse(sdl, { noLocation: true })
  } catch (error) {
    throw hubError(
      'CONFIG_INVALID',
      { variable: 'supergraph', reason: 'is not GraphQL SDL' },
      error,
    )
  }
}

function buildSupergraph(sdl: DocumentNode): Supergraph {
  try {
    return Supergraph.build(sdl, { validateSupergraph: true })
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'cannot be read'
    throw hubError('CONFIG_INVALID', { variable: 'supergraph', reason }, error)
  }
}
