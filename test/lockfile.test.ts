import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

interface LockEntry {
  readonly name?: string
  readonly version?: string
  readonly resolved?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

interface Bill {
  readonly bomFormat: string
  readonly components: readonly {
    readonly scope: string
    readonly hashes?: readonly { readonly alg: string }[]
  }[]
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

  it('S18 is told as a bill of materials, with every package and its hash', () => {
    const told = execFileSync('npm', ['run', '--silent', 'sbom'], {
      encoding: 'utf8',
      maxBuffer: 16_000_000,
    })
    const { bomFormat, components } = JSON.parse(told) as Bill
    expect(bomFormat).toBe('CycloneDX')
    const locked = Object.entries(packages)
      .filter(([path]) => path !== '')
      .map(
        ([path, { name, version }]) => `${name ?? path.split('node_modules/').at(-1)}@${version}`,
      )
    // the bill calls an aliased package by its alias: how many there are is what must agree
    expect(components).toHaveLength(new Set(locked).size)
    // npm has a hash for what it has once fetched: binaries of other platforms may lack one
    const unhashed = components.filter(({ hashes }) => hashes?.[0]?.alg !== 'SHA-512')
    for (const { scope } of unhashed) expect(scope).toBe('optional')
  })

  it('holds graphql once', () => {
    const copies = Object.keys(packages).filter((key) => /(^|\/)node_modules\/graphql$/.test(key))
    expect(copies).toEqual(['node_modules/graphql'])
  })
})
