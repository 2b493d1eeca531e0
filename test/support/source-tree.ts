import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout, as a path. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** One TypeScript file and the files of this checkout that it imports. */
export interface SourceFile {
  /** from the root of the checkout, with `/` */
  readonly path: string
  readonly text: string
  /** paths from the root; packages and node's own modules are left out */
  readonly imports: readonly string[]
}

/** Every TypeScript file below these folders. A folder that is not there yet has none. */
export function readSources(folders: readonly string[]): readonly SourceFile[] {
  return folders.flatMap(listFiles).map((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8')
    return { path, text, imports: importsOf(path, text) }
  })
}

/** Folders of all agencies, found by listing. */
export function listAgencyFolders(): readonly string[] {
  return readdirSync(join(ROOT, 'subgraphs'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
    .map(({ name }) => name)
    .toSorted()
}

/** A file of the checkout as text. */
export function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

function listFiles(folder: string): readonly string[] {
  if (!existsSync(join(ROOT, folder))) return []
  return (
    readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
      // the benchmark installs its peers in a folder of its own
      .filter((path) => !path.includes('node_modules/'))
      .toSorted()
  )
}

// `from '…'`, `import '…'` and `import('…')`; an address made at run time cannot be read here
const IMPORT = /\b(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g

function importsOf(path: string, text: string): readonly string[] {
  return [...text.matchAll(IMPORT)].map(([, target]) =>
    relative(ROOT, resolve(ROOT, dirname(path), target!)),
  )
}
