import { readText } from './support/source-tree.ts'

interface LockedPackage {
  readonly version: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const { packages } = JSON.parse(readText('package-lock.json')) as {
  packages: Readonly<Record<string, LockedPackage>>
}

describe('the lockfile', () => {
  // npm leaves out what it could not fetch for another system, and npm ci then refuses the lockfile
  it('names the optional packages of every system, or npm ci refuses it', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !candidatesOf(path, name).some((key) => Object.hasOwn(packages, key)))
        .map((name) => `${path || 'package.json'} → ${name}`),
    )
    expect(missing).toEqual([])
  })

  it('pins one graphql, as two refuse each other’s schemas', () => {
    const copies = Object.keys(packages).filter((path) => path.endsWith('node_modules/graphql'))
    expect(copies).toEqual(['node_modules/graphql'])
  })
})

/** Where node looks for a package from a folder: its own `node_modules`, then those above it. */
function candidatesOf(path: string, name: string): readonly string[] {
  const parts = path === '' ? [] : path.split(/\/?node_modules\//).slice(1)
  return [...parts.keys(), parts.length].map((depth) =>
    [...parts.slice(0, depth), name].map((part) => `node_modules/${part}`).join('/'),
  )
}
