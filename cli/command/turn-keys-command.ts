import type { Command } from 'commander'
import { readAuthConfig } from '../../auth/config.ts'
import { listTurnableKeys } from '../../auth/keys/turnable-keys.ts'
import type { TurnableKey } from '../../auth/keys/turn-key.ts'
import { hubError } from '../../schemas/errors.ts'
import { listAgencies } from '../agencies.ts'
import { rotateKeys } from '../rotate-keys.ts'

const DAY_MS = 86_400_000

/** `hub keys list|rotate|retire`: the keys of HUB_DATA_DIR, their ages, and their turn while the hub runs. */
export function addTurnCommands(command: Command): void {
  command
    .command('list')
    .summary('every key that turns: id, what it is for now, age in days')
    .action(() => {
      for (const key of findKeys([])) tell(key)
    })
  command
    .command('rotate')
    .summary('turn keys while the hub runs, with no failed request')
    .description(
      `Puts a new key beside each, waits 3 s until every running part accepts it, then uses it; the one before
is accepted on: hop keys for 60 s, the issuer’s for 15 min, the sealed-person key until hub keys retire.
Parts need no restart. Ended midway, the keys work, and the next run goes on. Nothing is done to a key
that the environment gives (HUB_HOP_KEY_…, HUB_SEALED_KEY), nor to the disclosure log’s.`,
    )
    .argument('[names...]', 'keys as hub keys list has them; all when absent')
    .option('--dry-run', 'say what would turn, and turn nothing')
    .action(async (names: readonly string[], { dryRun }: { readonly dryRun?: true }) => {
      const keys = findKeys(names)
      if (!dryRun) await rotateKeys(keys)
      for (const key of keys) tell(key)
    })
  command
    .command('retire')
    .summary('take out ended keys at once, overlap or not')
    .description(
      `What was made under them is refused from then on. Without the older sealed-person keys, person keys that
clients kept do not open, and nobody finds in the disclosure log who looked at a person before the turn.`,
    )
    .argument('<names...>', 'keys as hub keys list has them')
    .action((names: readonly string[]) => {
      for (const key of findKeys(names)) {
        key.retire(new Date())
        tell(key)
      }
    })
}

/** The keys of these names, or all; without those that the environment gives. Throws CONFIG_INVALID. */
function findKeys(names: readonly string[]): readonly TurnableKey[] {
  const { dataDir, hopKeys, isProduction } = readAuthConfig()
  const all = listTurnableKeys(dataDir, listAgencies()).filter(
    ({ name }) =>
      !Object.hasOwn(hopKeys, name.replace(/^hop-/, '')) && !(isProduction && name === 'issuer'),
  )
  const unknown = names.find((name) => !all.some((key) => key.name === name))
  if (unknown !== undefined) {
    const reason = `no key of HUB_DATA_DIR has this name; there are ${all.map(({ name }) => name).join(', ')}`
    throw hubError('CONFIG_INVALID', { variable: unknown, reason })
  }
  return names.length === 0 ? all : all.filter(({ name }) => names.includes(name))
}

function tell(key: TurnableKey): void {
  for (const [index, { id, madeAt, endedAt }] of key.list().entries()) {
    const use = index === 0 ? 'used' : endedAt === null ? 'announced' : `ended ${endedAt}`
    const age = madeAt === null ? '?' : Math.floor((Date.now() - Date.parse(madeAt)) / DAY_MS)
    process.stdout.write(`${key.name}  ${id}  ${use}  ${age} days\n`)
  }
}
