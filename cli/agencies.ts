import { existsSync, readdirSync } from 'node:fs'
import type { AgencyIdentity } from '../subgraphs/_kit/agency-identity.ts'
import type { Subgraph } from '../subgraphs/_kit/define-subgraph.ts'
import { hubError } from '../schemas/errors.ts'

const SUBGRAPHS = new URL('../subgraphs/', import.meta.url)

/** Names of all agencies, in alphabetical order: every folder under `subgraphs/` with an `index.ts`. */
export function listAgencies(): readonly string[] {
  return readdirSync(SUBGRAPHS)
    .filter((name) => !name.startsWith('_') && existsSync(new URL(`${name}/index.ts`, SUBGRAPHS)))
    .toSorted()
}

/** The agency of a folder. Throws `CONFIG_INVALID` naming the agencies there are. */
export async function loadAgency(name: string): Promise<Subgraph> {
  const agencies = listAgencies()
  if (!agencies.includes(name)) {
    const reason = `there is no agency of that name; there are ${agencies.join(', ')}`
    throw hubError('CONFIG_INVALID', { variable: name, reason })
  }
  const module = (await import(new URL(`${name}/index.ts`, SUBGRAPHS).href)) as {
    readonly subgraph: Subgraph
  }
  return module.subgraph
}

/** Every agency, in alphabetical order. */
export async function loadAgencies(): Promise<readonly Subgraph[]> {
  return Promise.all(listAgencies().map(loadAgency))
}

/** Who the agencies are, in alphabetical order; nothing else of them is loaded. */
export async function describeAgencies(): Promise<readonly AgencyIdentity[]> {
  return Promise.all(
    listAgencies().map(async (name) => {
      const file = new URL(`${name}/agency.ts`, SUBGRAPHS)
      const module = (await import(file.href)) as { readonly agency: AgencyIdentity }
      return module.agency
    }),
  )
}
