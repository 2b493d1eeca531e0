import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { AgencyStatus, HubStatus } from '../generated.ts'
import type { FetchWindow } from './fetch-window.ts'

/** An agency as its state is asked for. */
export interface WatchedAgency {
  readonly name: string
  isHealthy(): Promise<boolean>
}

/** What the state of the hub is told from. */
export interface StatusParts {
  readonly supergraphSdl: string
  readonly agencies: readonly WatchedAgency[]
  /** The agencies' Chinese names. */
  readonly titles: ReadonlyMap<string, string>
  readonly window: FetchWindow
}

const PACKAGE = new URL('../../../package.json', import.meta.url)

/** Tells how the hub and each agency do: whether it answers is asked now, its figures are the window's. */
export function createStatus({
  supergraphSdl,
  agencies,
  titles,
  window,
}: StatusParts): () => Promise<HubStatus> {
  const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { readonly version: string }
  const supergraphHash = createHash('sha256').update(supergraphSdl).digest('hex')
  const statusOf = async (agency: WatchedAgency): Promise<AgencyStatus> => {
    const isHealthy = await agency.isHealthy()
    if (isHealthy) window.noteAnswer(agency.name)
    const { lastOkAt, ...figures } = window.figuresOf(agency.name)
    return {
      code: agency.name,
      name: titles.get(agency.name) ?? agency.name,
      state: stateOf(isHealthy, figures.errorRate),
      ...figures,
      lastOkAt: lastOkAt === null ? null : new Date(lastOkAt).toISOString(),
    }
  }
  return async () => ({
    release: version,
    supergraphHash,
    agencies: await Promise.all(agencies.map(statusOf)),
  })
}

function stateOf(isHealthy: boolean, errorRate: number | null): AgencyStatus['state'] {
  if (!isHealthy) return 'DOWN'
  return errorRate ? 'DEGRADED' : 'OK'
}
