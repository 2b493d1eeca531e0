import { InvalidArgumentError, type Command } from 'commander'
import { readFileSync } from 'node:fs'
import { parse } from 'graphql'
import { readAccessRules } from '../../auth/access-rules.ts'
import type { SubjectKeys } from '../../gateway/audit/subject-keys.ts'
import { readGatewayConfig } from '../../gateway/config.ts'
import { createDataClasses } from '../../gateway/hub/index/data-classes.ts'
import { takeIn, type ReadSource } from '../../gateway/hub/index/take-in.ts'
import { hubError } from '../../schemas/errors.ts'
import { isIsoDate, taiwanDay } from '../../schemas/scalars/dates.ts'
import { readKitConfig } from '../../subgraphs/_kit/config.ts'
import { openAuditedLog, withSubjectKeys } from '../audit/open-audit.ts'
import { openLogIndex, type OwnedLogIndex } from '../log-index/open-log-index.ts'
import { terminalJson } from '../print-json.ts'
import { createProgress } from '../progress.ts'

const SUPERGRAPH = new URL('../../schemas/supergraph.graphql', import.meta.url)

/** `hub audit reindex|prune|erase`: what is done to the index over the log, never to the log. */
export function addIndexCommands(audit: Command): void {
  audit
    .command('reindex')
    .summary('make the index over this hub’s log anew')
    .description(
      `Forgets what the index has of this hub’s log and takes all records in again, also beside a running
hub. Killed, it goes on where it stood when the hub runs or the command is given again with --resume.`,
    )
    .option('--resume', 'forget nothing, take in what is missing')
    .action(async ({ resume = false }: { readonly resume?: boolean }) => {
      print(await withSubjectKeys((keys) => withIndex((index) => reindex(index, keys, resume))))
    })
  audit
    .command('prune')
    .summary('remove looks from the index that are older than the law has them kept')
    .description(
      `Removes looks before a day from the index, for good. Refuses a day within the years of the rule in
force (retention_rule, 5 years). The log’s own files stay: nothing of the hub removes them.`,
    )
    .requiredOption('--before <YYYY-MM-DD>', 'first day that is kept, in Taiwan', dayOption)
    .action(async ({ before }: { readonly before: string }) => {
      print({ before, removed: await withIndex((index) => prune(index, before)) })
    })
  audit
    .command('erase')
    .summary('make the records of one person nobody’s; cannot be undone')
    .description(
      `Destroys the key that pseudonym and salts of a person come from, also beside a running hub, and takes
the person out of the index. The records stay and verify; nobody can tell any more whose they are. Copies of
the keys’ file must go too. Given again, it does what an index that was away left undone.`,
    )
    .requiredOption('--subject <person key>', 'the person, by sealed key')
    .action(async ({ subject }: { readonly subject: string }) => {
      print(await withSubjectKeys((keys) => erase(keys, subject)))
    })
}

async function reindex(
  index: OwnedLogIndex,
  keys: SubjectKeys,
  isResumed: boolean,
): Promise<object> {
  const { logOrigin: origin } = readGatewayConfig()
  const source: ReadSource = {
    origin,
    read: () => openAuditedLog(),
    handleOf: (person) => keys.handleOf(person),
    handlesFrom: (row) => keys.handlesFrom(row),
  }
  if (!isResumed) await index.clear(origin)
  const rules = readAccessRules(parse(readFileSync(SUPERGRAPH, 'utf8')))
  const progress = createProgress()
  progress.start((await source.read())?.size ?? 0, 'records')
  const asOf = new Date().toISOString()
  const records = await takeIn(source, index, createDataClasses(rules), {
    onProgress: (done) => progress.update(done),
  })
  await index.noteCurrent(origin, asOf)
  progress.stop()
  return { origin, records, asOf }
}

/** @throws HubError RETENTION_RUNNING */
async function prune(index: OwnedLogIndex, before: string): Promise<number> {
  const retention = await index.retention(taiwanDay(new Date()))
  if (!retention || before > retention.keptFrom) {
    const { years = 0, source = '', keptFrom: day = before } = retention ?? {}
    throw hubError('RETENTION_RUNNING', { years, source, day })
  }
  return index.prune(before)
}

/** The key goes first: an index that is away only holds a pseudonym that leads to nobody. */
async function erase(keys: SubjectKeys, subject: string): Promise<object> {
  const isErased = await keys.erase(subject)
  const handle = keys.handleOf(subject)
  return { isErased, inIndex: await withIndex((index) => index.forget(handle)) }
}

async function withIndex<T>(work: (index: OwnedLogIndex) => Promise<T>): Promise<T> {
  const index = await openLogIndex(readKitConfig())
  try {
    return await work(index)
  } finally {
    await index.close()
  }
}

function dayOption(text: string): string {
  if (isIsoDate(text)) return text
  throw new InvalidArgumentError('It must be a day such as 2018-05-10.')
}

function print(value: object): void {
  process.stdout.write(`${terminalJson(value)}\n`)
}
