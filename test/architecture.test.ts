import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { listAgencyFolders, readSources, ROOT, type SourceFile } from './support/source-tree.ts'

const FLOORS = ['schemas', 'auth', 'subgraphs', 'gateway', 'cli', 'desk']
const MOST_LINES = 300

const ENTRIES = [
  'README.md',
  'agency.ts',
  'generated.ts',
  'index.ts',
  'loaders.ts',
  'migrations',
  'queries.ts',
  'resolvers.ts',
  'schema.graphql',
  'seed.ts',
]

const sources = readSources(FLOORS)
const everything = readSources([...FLOORS, 'test', 'bench', 'docs'])

describe('floors', () => {
  it('are found: every floor but the desk has files', () => {
    for (const floor of FLOORS.slice(0, -1)) {
      expect(sources.some(({ path }) => path.startsWith(`${floor}/`))).toBe(true)
    }
  })

  it('import only the floors above them', () => {
    expect(sources.flatMap(breaches)).toEqual([])
  })

  it('a breach is seen: an import down, sideways into an agency, or into the tests', () => {
    const tax = { path: 'subgraphs/tax/queries.ts', text: '' }
    const bad = ['subgraphs/vehicle/queries.ts', 'gateway/config.ts', 'test/support/client.ts']
    expect(breaches({ ...tax, imports: bad })).toHaveLength(3)
    const good = ['subgraphs/_kit/serve.ts', 'subgraphs/tax/seed.ts', 'schemas/errors.ts']
    expect(breaches({ ...tax, imports: good })).toEqual([])
  })

  it('the gateway never reaches what opens sealed person keys, on any path', () => {
    const reached = reachableFrom('gateway/')
    expect(reached.has('auth/hop-token.ts')).toBe(true)
    expect([...reached].filter((path) => /\/sealed-(person-)?key/.test(path))).toEqual([])
  })
})

describe('agencies', () => {
  it.each(listAgencyFolders())('%s has the same entries as every agency', (agency) => {
    const found = readdirSync(join(ROOT, 'subgraphs', agency), { withFileTypes: true })
    const files = found.filter((entry) => entry.isFile()).map(({ name }) => name)
    const expected = ENTRIES.filter((name) => name !== 'migrations')
    expect(files.toSorted()).toEqual(expected)
    expect(found.some((entry) => entry.isDirectory() && entry.name === 'migrations')).toBe(true)
  })

  it('business rules read the business day, never the wall clock', () => {
    const clock = /\bnew Date\(\)|\bDate\.now\(/
    const agencies = sources.filter(({ path }) => /^subgraphs\/[^_]/.test(path))
    expect(pathsOf(agencies.filter(({ text }) => clock.test(text)))).toEqual([])
  })
})

describe('files', () => {
  it('the environment is read in config files alone', () => {
    const readers = everything.filter(({ text }) => /\bprocess\.env\b/.test(withoutStrings(text)))
    expect(pathsOf(readers).filter((path) => !/(^|[/-])config\.ts$/.test(path))).toEqual([])
  })

  it('have no default export', () => {
    expect(pathsOf(sources.filter(({ text }) => /^export default\b/m.test(text)))).toEqual([])
  })

  it(`have at most ${MOST_LINES} lines, unless generated`, () => {
    const long = everything.filter(({ text }) => text.split('\n').length - 1 > MOST_LINES)
    expect(pathsOf(long).filter((path) => !path.endsWith('/generated.ts'))).toEqual([])
  })

  it('are named in kebab-case after what they hold, and no folder is a drawer for anything', () => {
    const drawers = /(^|[/-])(utils?|helpers?|common|managers?|misc)([/.-]|$)/
    expect(pathsOf(everything).filter((path) => drawers.test(path))).toEqual([])
    const names = /^([a-z0-9.-]+|_kit)$/
    const odd = pathsOf(everything).filter((path) => !path.split('/').every((p) => names.test(p)))
    expect(odd).toEqual([])
  })

  it('do not write to the console', () => {
    expect(pathsOf(sources.filter(({ text }) => /\bconsole\.\w/.test(text)))).toEqual([])
  })
})

/** Imports of a file that its floor does not allow, as `file → target`. */
function breaches({ path, imports }: SourceFile): readonly string[] {
  const allowed = allowedFrom(path)
  return imports
    .filter((target) => !allowed.some((prefix) => target.startsWith(prefix)))
    .map((target) => `${path} → ${target}`)
}

function allowedFrom(path: string): readonly string[] {
  const [floor, part] = path.split('/')
  switch (floor) {
    case 'schemas':
      return ['schemas/']
    case 'auth':
      return ['schemas/', 'auth/']
    case 'subgraphs':
      return ['schemas/', 'auth/', 'subgraphs/_kit/', `subgraphs/${part}/`]
    case 'gateway':
      return ['schemas/', 'auth/', 'gateway/']
    case 'cli':
      return ['schemas/', 'auth/', 'subgraphs/', 'gateway/', 'cli/']
    default:
      return ['desk/']
  }
}

function reachableFrom(prefix: string): ReadonlySet<string> {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const reached = new Set<string>()
  const visit = (path: string): void => {
    if (reached.has(path)) return
    reached.add(path)
    byPath.get(path)?.imports.forEach(visit)
  }
  pathsOf(sources)
    .filter((path) => path.startsWith(prefix))
    .forEach(visit)
  return reached
}

function pathsOf(files: readonly SourceFile[]): readonly string[] {
  return files.map(({ path }) => path)
}

/** Text in quotes and backticks speaks about code; it is none. */
function withoutStrings(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*|`[^`]*`|'[^'\n]*'/g, '')
}
