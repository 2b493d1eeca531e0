import type { Command } from 'commander'
import { loadAgreements } from '../../auth/agreement.ts'
import { readAuthConfig } from '../../auth/config.ts'
import { readRevoked, revokeAgreement } from '../../auth/revocations.ts'
import { hubError } from '../../schemas/errors.ts'
import { provideDataDir } from '../runtime/data-dir.ts'

/** `hub agreements list|revoke`: which agreements stand, and the end of one. */
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
    .command('revoke')
    .summary('end an agreement at once, in running gateways too')
    .description(
      `Running gateways with this HUB_DATA_DIR refuse its clients with PURPOSE_NOT_ALLOWED within a second or
two; a request under way is not answered any more. To lift it, take its line out of the file
revoked-agreements.`,
    )
    .argument('<id>', 'id of the agreement, as hub agreements list has it')
    .action((id: string) => {
      const { agreementsDir, dataDir, ...options } = readAuthConfig()
      const ids = loadAgreements(agreementsDir, options).map((agreement) => agreement.id)
      if (!ids.includes(id)) {
        const reason = `no agreement has this id; there are ${ids.join(', ')}`
        throw hubError('CONFIG_INVALID', { variable: id, reason })
      }
      provideDataDir(dataDir)
      revokeAgreement(dataDir, id)
      process.stdout.write(`${id} is revoked\n`)
    })
}
