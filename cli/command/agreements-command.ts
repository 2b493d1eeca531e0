import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { parse } from 'graphql'
import { type Agreement, loadAgreements } from '../../auth/agreement.ts'
import { readAuthConfig } from '../../auth/config.ts'
import { openStore } from '../../auth/open-store.ts'
import { readRevoked, revokeAgreement, shareRevocation } from '../../auth/revocations.ts'
import { hubError } from '../../schemas/errors.ts'
import { diffAgreements } from '../diff-agreements.ts'
import { explainAccess } from '../explain-access.ts'
import { provideDataDir } from '../runtime/data-dir.ts'

const SUPERGRAPH = new URL('../../schemas/supergraph.graphql', import.meta.url)

/** `hub agreements list|explain|diff|revoke`: which agreements stand, what they open, the end of one. */
export function addAgreementsCommand(program: Command): void {
  const command = program.command('agreements').summary('list the agreements, or end one at once')
  command
    .command('list')
    .summary('every agreement with its clients, purpose and last day')
    .action(() => {
      const { agreementsDir, dataDir, ...options } = readAuthConfig()
      const revoked = readRevoked(dataDir)
      for (const { id, clients, purpose, validTo } of loadAgreements(agreementsDir, options)) {
        const state = revoked.has(id) ? 'revoked' : `until ${validTo}`
        process.stdout.write(`${id}  ${clients.join(',')}  ${purpose.id}  ${state}\n`)
      }
    })
  command
    .command('explain')
    .summary('who may read a coordinate, and why')
    .argument('<coordinate>', 'a field of the supergraph, such as Person.tax')
    .action((coordinate: string) => {
      const { agreementsDir, dataDir, ...options } = readAuthConfig()
      const agreements = loadAgreements(agreementsDir, options)
      const revoked = readRevoked(dataDir)
      const sdl = parse(readFileSync(SUPERGRAPH, 'utf8'), { noLocation: true })
      for (const { agreement, isOpen, because } of explainAccess(sdl, coordinate, agreements)) {
        const { id, purpose } = agreement
        const verdict = revoked.has(id) ? 'no, revoked' : isOpen ? 'yes' : 'no'
        const rule = because.join('; ') || 'public'
        process.stdout.write(`${verdict}  ${id}  ${rule}  (${purpose.id}, ${purpose.legalBasis})\n`)
      }
    })
  command
    .command('diff')
    .summary('what a second folder of agreements has otherwise than a first')
    .argument('<before>', 'folder of agreements')
    .argument('<after>', 'folder of agreements')
    .action((before: string, after: string) => {
      const old = new Map(loadAgreements(before).map((agreement) => [agreement.id, agreement]))
      const next = new Map(loadAgreements(after).map((agreement) => [agreement.id, agreement]))
      for (const id of new Set([...old.keys(), ...next.keys()])) {
        for (const line of linesOf(old.get(id), next.get(id))) {
          process.stdout.write(`${id}  ${line}\n`)
        }
      }
    })
  command
    .command('revoke')
    .summary('end an agreement at once, in running gateways too')
    .description(
      `Running gateways with this HUB_DATA_DIR, and all that share its HUB_STORE_URL, refuse its clients with
PURPOSE_NOT_ALLOWED within a second or two; a request under way is not answered any more. It is meant to
last: what is agreed again gets a new id. A gateway without HUB_STORE_URL forgets it when its line is
taken out of the file revoked-agreements.`,
    )
    .argument('<id>', 'id of the agreement, as hub agreements list has it')
    .action(async (id: string) => {
      const { agreementsDir, dataDir, storeUrl, ...options } = readAuthConfig()
      const ids = loadAgreements(agreementsDir, options).map((agreement) => agreement.id)
      if (!ids.includes(id)) {
        const reason = `no agreement has this id; there are ${ids.join(', ')}`
        throw hubError('CONFIG_INVALID', { variable: id, reason })
      }
      provideDataDir(dataDir)
      revokeAgreement(dataDir, id)
      if (storeUrl !== undefined) await shareWithAll(storeUrl, id)
      process.stdout.write(`${id} is revoked\n`)
    })
}

async function shareWithAll(storeUrl: string, id: string): Promise<void> {
  const store = await openStore(storeUrl)
  try {
    await shareRevocation(store, id)
  } finally {
    await store.close()
  }
}

function linesOf(before: Agreement | undefined, after: Agreement | undefined): readonly string[] {
  if (before && after) return diffAgreements(before, after)
  return [before ? '- the whole agreement' : '+ the whole agreement']
}
