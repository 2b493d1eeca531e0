import type { Command } from 'commander'
import { readAuthConfig } from '../../auth/config.ts'
import { readGivenKeys } from '../../auth/given-keys-config.ts'
import { LOG_KEY } from '../../auth/keys/log-keys.ts'
import { listTurnableKeys } from '../../auth/keys/turnable-keys.ts'
import { SEALED_PERSON_KEY } from '../../auth/keys/sealed-person-key.ts'
import type { TurnableKey } from '../../auth/keys/turn-key.ts'
import { hubError } from '../../schemas/errors.ts'
import { listAgencies } from '../agencies.ts'
import { readLogSigner } from '../audit/open-audit.ts'
import { rotateKeys } from '../rotate-keys.ts'

const DAY_MS = 86_400_000

/** `hub keys list|rotate|retire`: the keys of HUB_DATA_DIR, their ages, and their turn while the hub runs. */
export function addTurnCommands(command: Command): void {
  command
    .command('list')
    .summary('every key that turns: id, what it is for now, age in days')
    .action(() => {
      for (const key of findKeys([])) tell(key)
      for (const [name, variable] of givenKeys()) {
        process.stdout.write(`${name}  given by ${variable}\n`)
      }
    })
  command
    .command('rotate')
    .summary('turn keys while the hub runs, with no failed request')
    .description(
      `Puts a new key beside each, waits 3 s until every running part accepts it, then uses it; the one before
is accepted on: hop keys for 60 s, the issuer’s for 15 min, the sealed-person key until hub keys retire.
The disclosure log goes over to its new key within a second, by a note that both sign: who holds the old
verifier key needs no other. Parts need no restart. Ended midway, the keys work, and the next run goes on.
A key that the environment gives (HUB_HOP_KEY_…, HUB_SEALED_KEY) is refused by name and left alone else.`,
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
clients kept do not open, and nobody finds in the disclosure log who looked at a person before the turn.
The disclosure log’s old key is refused while the log has not gone over to the new one.`,
    )
    .argument('<names...>', 'keys as hub keys list has them')
    .action(async (names: readonly string[]) => {
      const keys = findKeys(names)
      if (names.includes(LOG_KEY)) await requireLogTurned()
      for (const key of keys) {
        key.retire(new Date())
        tell(key)
      }
    })
}

/** The keys of these names, or all; without those that the environment gives. Throws CONFIG_INVALID. */
function findKeys(names: readonly string[]): readonly TurnableKey[] {
  const { dataDir, isProduction } = readAuthConfig()
  const given = givenKeys()
  const all = listTurnableKeys(dataDir, listAgencies()).filter(
    ({ name }) => !given.has(name) && !(isProduction && name === 'issuer'),
  )
  for (const name of names) {
    const variable = given.get(name)
    if (variable !== undefined) throw hubError('CONFIG_INVALID', { variable, reason: turnOf(name) })
  }
  const unknown = names.find((name) => !all.some((key) => key.name === name))
  if (unknown !== undefined) {
    const reason = `no key of HUB_DATA_DIR has this name; there are ${all.map(({ name }) => name).join(', ')}`
    throw hubError('CONFIG_INVALID', { variable: unknown, reason })
  }
  return names.length === 0 ? all : all.filter(({ name }) => names.includes(name))
}

function givenKeys(): ReadonlyMap<string, string> {
  return readGivenKeys(listAgencies())
}

/** How a key turns that no file has: by parts that are started again one after the other. */
function turnOf(name: string): string {
  const [both, first] =
    name === SEALED_PERSON_KEY
      ? ['every agency', 'every agency']
      : ['the agency', 'the gateway and the agency']
  return `gives ${name}, so it turns there: put the new key behind the used one after a comma and start ${both} \
again, then put it first and start ${first} again, then take the old one out`
}

/** The old key signs the note that leads to the new one: before that it must not go. */
async function requireLogTurned(): Promise<void> {
  const { used, next } = await readLogSigner()
  if (used.verifierKey === next.verifierKey) return
  const reason =
    'the log has not gone over to its new key; start the gateway, then retire the old one'
  throw hubError('CONFIG_INVALID', { variable: LOG_KEY, reason })
}

function tell(key: TurnableKey): void {
  for (const [index, { id, madeAt, endedAt }] of key.list().entries()) {
    const use = index === 0 ? 'used' : endedAt === null ? 'announced' : `ended ${endedAt}`
    const age = madeAt === null ? '?' : Math.floor((Date.now() - Date.parse(madeAt)) / DAY_MS)
    process.stdout.write(`${key.name}  ${id}  ${use}  ${age} days\n`)
  }
}
