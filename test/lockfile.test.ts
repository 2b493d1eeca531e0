import { readFileSync } from 'node:fs'

interface LockEntry {
  readonly version?: string
  readonly resolved?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const text = readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')
const { packages } = JSON.parse(text) as { packages: Readonly<Record<string, LockEntry>> }

describe('the lockfile', () => {
  it('names the binaries of every platform (npm run lockfile adds them)', () => {
    const missing = Object.entries(packages).flatMap(([key, { optionalDependencies = {} }]) =>
      Object.entries(optionalDependencies)
        .filter(([, version]) => /^\d/.test(version))
        .map(([name]) => name)
        .filter((name) => !packages[`node_modules/${name}`])
        .filter((name) => !packages[`${key}/node_modules/${name}`]),
    )
    expect(missing).toEqual([])
  })

  it('names no host that packages come from', () => {
    expect(text).not.toContain('"resolved"')
  })

  it('holds graphql once', () => {
    const copies = Object.keys(packages).filter((key) => /(^|\/)node_modules\/graphql$/.test(key))
    expect(copies).toEqual(['node_modules/graphql'])
  })
})
