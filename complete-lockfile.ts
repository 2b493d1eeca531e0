import { readFileSync, writeFileSync } from 'node:fs'

/**
 * Run after `npm install` (as `npm run lockfile`): npm leaves out the binaries of platforms it could
 * not look up, and `npm ci` then refuses the lockfile on every platform. This names each of them by
 * the version that its parent pins; on other platforms npm skips them by `os` and `cpu`.
 */
interface LockEntry {
  version?: string
  cpu?: string[]
  dev?: boolean
  optional?: boolean
  os?: string[]
  optionalDependencies?: Record<string, string>
}

interface Lockfile {
  packages: Record<string, LockEntry>
}

const FILE = new URL('package-lock.json', import.meta.url)
const SYSTEMS = [
  'darwin',
  'linux',
  'win32',
  'freebsd',
  'openbsd',
  'android',
  'openharmony',
  'sunos',
]
const PROCESSORS = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'wasm32']

const lock = JSON.parse(readFileSync(FILE, 'utf8')) as Lockfile
const missing = findMissing(lock)
for (const [name, entry] of missing) lock.packages[`node_modules/${name}`] = entry
const [root, ...others] = Object.entries(lock.packages)
lock.packages = Object.fromEntries([root!, ...others.toSorted(([a], [b]) => (a < b ? -1 : 1))])
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`)
process.stdout.write(`${missing.length} platform packages were added to the lockfile\n`)

function findMissing({ packages }: Lockfile): readonly (readonly [string, LockEntry])[] {
  return Object.entries(packages).flatMap(([key, { optionalDependencies = {}, dev }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => /^\d/.test(version) && !isLocked(packages, key, name))
      .map(([name, version]) => [name, describe(name, version, dev ?? false)] as const),
  )
}

function isLocked(packages: Lockfile['packages'], key: string, name: string): boolean {
  return `node_modules/${name}` in packages || `${key}/node_modules/${name}` in packages
}

function describe(name: string, version: string, isDev: boolean): LockEntry {
  const short = name.split('/').at(-1)!.replace('win-', 'win32-').replace('aarch64', 'arm64')
  const system = SYSTEMS.find((each) => short.includes(each))
  const processor = PROCESSORS.find((each) => short.includes(each))
  return {
    version,
    ...(processor && { cpu: [processor] }),
    ...(isDev && { dev: true }),
    optional: true,
    ...(system && { os: [system] }),
  }
}
