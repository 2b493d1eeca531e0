import type { FetchDataRewrite } from '@apollo/query-planner'
import type { GraphQLSchema } from 'graphql'
import { isRaw, readOwn, setOwn, typenameOf, type Raw, type ResponsePath } from './raw-data.ts'
import { namesWithin } from './type-names.ts'

/** The planner's changes to what is sent or received, and what they do to paths of errors. */
export interface Rewrites {
  apply(value: Raw): void
  /** A path under the agency's own aliases, as the client knows it. */
  renamePath(path: ResponsePath): ResponsePath
}

type Part = { readonly key: string } | { readonly within: ReadonlySet<string> }

const FRAGMENT = '... on '

/** Compiles the rewrites of a fetch, or null where it has none. */
export function compileRewrites(
  rewrites: readonly FetchDataRewrite[] | undefined,
  schema: GraphQLSchema,
): Rewrites | null {
  if (!rewrites?.length) return null
  const compiled = rewrites.map((rewrite) => ({
    rewrite,
    parts: rewrite.path.slice(0, -1).map((part) => readPart(part, schema)),
    last: rewrite.path.at(-1) ?? '',
  }))
  const renamers = rewrites.filter((rewrite) => rewrite.kind === 'KeyRenamer')
  return {
    apply(value) {
      for (const { rewrite, parts, last } of compiled) {
        walk(value, parts, 0, (object) => change(object, last, rewrite))
      }
    },
    renamePath: (path) => renamers.reduce(renamed, path),
  }
}

function readPart(part: string, schema: GraphQLSchema): Part {
  if (!part.startsWith(FRAGMENT)) return { key: part }
  return { within: namesWithin(schema, part.slice(FRAGMENT.length)) }
}

function walk(
  value: unknown,
  parts: readonly Part[],
  depth: number,
  visit: (object: Raw) => void,
): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, parts, depth, visit)
    return
  }
  if (!isRaw(value)) return
  const part = parts[depth]
  if (!part) visit(value)
  else if ('key' in part) walk(readOwn(value, part.key), parts, depth + 1, visit)
  else if (isWithin(value, part.within)) walk(value, parts, depth + 1, visit)
}

/** An object that does not say its type is taken for the one its fragment names. */
function isWithin(object: Raw, names: ReadonlySet<string>): boolean {
  const name = typenameOf(object)
  return name === undefined || names.has(name)
}

function change(object: Raw, key: string, rewrite: FetchDataRewrite): void {
  if (rewrite.kind === 'ValueSetter') {
    setOwn(object, key, rewrite.setValueTo)
    return
  }
  const value = readOwn(object, key)
  if (value === undefined) return
  // Falsy values move too: a zero or an empty text is an answer.
  setOwn(object, rewrite.renameKeyTo, value)
  delete object[key]
}

function renamed(
  path: ResponsePath,
  rewrite: Extract<FetchDataRewrite, { kind: 'KeyRenamer' }>,
): ResponsePath {
  const keys = rewrite.path.filter((part) => !part.startsWith(FRAGMENT))
  let at = 0
  for (const [index, part] of path.entries()) {
    if (typeof part === 'number') continue
    if (part !== keys[at]) return path
    at += 1
    if (at === keys.length) return path.with(index, rewrite.renameKeyTo)
  }
  return path
}
