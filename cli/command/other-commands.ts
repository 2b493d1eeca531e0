import type { Command } from 'commander'
import { addAgreementsCommand } from './agreements-command.ts'
import { addAuditCommand } from './audit-command.ts'
import { addDiffCommand } from './diff-command.ts'
import { addExportCommand } from './export-command.ts'
import { addImportCommand } from './import-command.ts'
import { addKeysCommand } from './keys-command.ts'
import { addQueryCommand } from './query-command.ts'
import { addSeedCommand } from './seed-command.ts'
import { addTokenCommand } from './token-command.ts'

/** Every command but `hub start`. */
export function addOtherCommands(program: Command): void {
  addQueryCommand(program)
  addTokenCommand(program)
  addImportCommand(program)
  addDiffCommand(program)
  addExportCommand(program)
  addSeedCommand(program)
  addKeysCommand(program)
  addAgreementsCommand(program)
  addAuditCommand(program)
}
