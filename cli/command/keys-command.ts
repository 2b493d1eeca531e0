import { resolve } from 'node:path'
import type { Command } from 'commander'
import { listAgencies } from '../agencies.ts'
import { writePartSecrets } from '../deploy/part-secrets.ts'
import { addTurnCommands } from './turn-keys-command.ts'

interface KeysInitOptions {
  readonly databaseHost: string
  readonly indexHost: string
}

/** `hub keys init|list|rotate|retire`: makes keys, tells their ages, and turns them while the hub runs. */
export function addKeysCommand(program: Command): void {
  const command = program.command('keys').summary('make, list and turn the keys of the hub')
  addInitCommand(command)
  addTurnCommands(command)
}

/** `hub keys init <folder>`: makes the secrets of a deployment where every part is its own container. */
function addInitCommand(command: Command): void {
  command
    .command('init')
    .summary('make the secrets of every part, each in a folder of its own')
    .description(
      `Writes <folder>/<agency>/hub.env (hop key, database with its role, sealed-person key), one
<folder>/gateway/hub.env (hop keys, database of the index over its log), <folder>/postgres and
<folder>/log-index (roles, without readable passwords). A part reads its file when HUB_ENV_FILE names it. Keys that are there stay. npm start needs none of this:
it makes its keys under HUB_DATA_DIR.`,
    )
    .argument('<folder>', 'where the folders of the parts are made')
    .option('--database-host <host:port>', 'PostgreSQL as agencies reach it', 'postgres:5432')
    .option('--index-host <host:port>', 'PostgreSQL as the gateway reaches it', 'log-index:5432')
    .action((folder: string, { databaseHost, indexHost }: KeysInitOptions) => {
      const agencies = listAgencies()
      writePartSecrets({ folder: resolve(folder), agencies, databaseHost, indexHost })
      process.stdout.write(`secrets of gateway, ${agencies.join(', ')} and postgres in ${folder}\n`)
    })
}
