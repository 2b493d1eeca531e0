import { readFileSync } from 'node:fs'
import { InvalidArgumentError, type Command } from 'commander'
import { findRecords } from '../../gateway/audit/logged-record.ts'
import { drawMonthlySample } from '../../gateway/audit/monthly-sample.ts'
import { writeReceipt, type Receipt } from '../../gateway/audit/receipt.ts'
import { verifyLog } from '../../gateway/audit/verify-log.ts'
import { verifyReceipt } from '../../gateway/audit/verify-receipt.ts'
import { findToldReceipt, verifyToldReceipt } from '../../gateway/audit/verify-told-receipt.ts'
import { hubError } from '../../schemas/errors.ts'
import {
  auditedFolder,
  openAuditedLog,
  readAuditKey,
  readAuditVerifier,
  readAuditedTurns,
  withSubjectKeys,
} from '../audit/open-audit.ts'
import { readRemembered, remember, rememberedFile } from '../audit/remembered-checkpoints.ts'
import { EXIT } from '../exit-codes.ts'
import { addIndexCommands } from './audit-index-command.ts'
import { readJsonOption } from '../hub-client.ts'
import { terminalJson } from '../print-json.ts'

interface LogOptions {
  readonly log?: string
  readonly key?: string
}

const LOG = ['--log <folder>', 'folder of the log (that of HUB_DATA_DIR when absent)'] as const
const KEY = ['--key <key>', 'verifier key or its file (that of this hub when absent)'] as const

/** `hub audit …`: looks into the disclosure log and proves it. */
export function addAuditCommand(program: Command): void {
  const audit = program.command('audit').summary('look into the disclosure log and prove it')
  addVerify(audit)
  addShow(audit)
  addReceipt(audit)
  addVerifyReceipt(audit)
  addSample(audit)
  addIndexCommands(audit)
  audit
    .command('key')
    .summary('print the public key of this hub’s log')
    .action(async () => void process.stdout.write(`${await readAuditKey()}\n`))
}

function addVerify(audit: Command): void {
  audit
    .command('verify')
    .summary('check the whole log and name its first bad record')
    .description(
      `Reads every record, tile and signed checkpoint: needs the files and the public key alone. A log that
was cut back or replaced by another of the same key is found by the checkpoints that earlier looks
remembered. Prints one JSON line; ends with 1 when anything is wrong.`,
    )
    .option(...LOG)
    .option(...KEY)
    .option('--remembered <file>', 'checkpoints of earlier looks (in HUB_DATA_DIR when absent)')
    .action(async (options: LogOptions & { readonly remembered?: string }) => {
      const file = rememberedFile(options.remembered)
      const folder = auditedFolder(options.log)
      const report = verifyLog(folder, await readAuditKey(options.key), readRemembered(file))
      print(report)
      if (report.fault) process.exitCode = EXIT.failed
      else remember(file, report.checkpoint)
    })
}

function addShow(audit: Command): void {
  audit
    .command('show')
    .summary('print the records of one request')
    .requiredOption('--request <id>', 'request id')
    .option(...LOG)
    .option(...KEY)
    .action(async ({ request, log, key }: LogOptions & { readonly request: string }) => {
      const found = await findRecords(await openAuditedLog(log, key), request)
      if (found.length === 0) throw unknownRequest()
      for (const { index, record } of found) print({ leafIndex: index, ...record })
    })
}

function addReceipt(audit: Command): void {
  audit
    .command('receipt')
    .summary('print the receipt of one request')
    .description(
      `Prints records, inclusion proofs, checkpoint and salts of a request as one JSON line. The salts go to
the actor of that case alone; a citizen gets a receipt with --subject, which has no other salt.`,
    )
    .requiredOption('--request <id>', 'request id')
    .option('--subject <person key>', 'the person whose salt alone goes in, by sealed key')
    .action(
      async ({ request, subject }: { readonly request: string; readonly subject?: string }) => {
        const log = await openAuditedLog()
        const receipt = await withSubjectKeys((keys) =>
          writeReceipt(log, keys, request, undefined, subject && keys.of(subject).pseudonym),
        )
        if (!receipt) throw unknownRequest()
        print(receipt)
      },
    )
}

function addVerifyReceipt(audit: Command): void {
  audit
    .command('verify-receipt')
    .summary('check a receipt without the log')
    .argument(
      '<file>',
      'receipt, as hub audit receipt, the receipt address or DisclosureReceipt gave it',
    )
    .option(...KEY)
    .option(
      '--log <folder>',
      'log whose turned keys lead to older receipts (that of HUB_DATA_DIR when absent)',
    )
    .option('--data <json>', 'the answer’s data, or what it shows of one person, or @file')
    .action(async (file: string, options: LogOptions & { readonly data?: string }) => {
      const { key, data, log } = options
      const receipt = readJsonOption('<file>', `@${file}`)
      const shown = data && readData(data)
      const verifier = await readAuditVerifier(key)
      const turns = await readAuditedTurns(log)
      const told = findToldReceipt(receipt)
      const report = told
        ? verifyToldReceipt(told, verifier, shown, turns)
        : verifyReceipt(receipt as unknown as Receipt, verifier, shown, turns)
      print(report)
      if (report.fault) process.exitCode = EXIT.failed
    })
}

function addSample(audit: Command): void {
  audit
    .command('sample')
    .summary('draw the requests of a month that the auditor looks into: 1 %, at least one')
    .requiredOption('--month <YYYY-MM>', 'month in Taipei time', monthOption)
    .option(...LOG)
    .option(...KEY)
    .action(async ({ month, log, key }: LogOptions & { readonly month: string }) => {
      const { requests, sample } = await drawMonthlySample(await openAuditedLog(log, key), month)
      for (const { index, record } of sample) print({ leafIndex: index, ...record })
      print({ month, requests, drawn: sample.length })
    })
}

/** The data of an answer, or a whole answer as `hub query` prints it. */
function readData(text: string): unknown {
  const json = text.startsWith('@') ? readFileSync(text.slice(1), 'utf8') : text
  const value: unknown = JSON.parse(json)
  return Object(value) === value && Object.hasOwn(value as object, 'data')
    ? (value as { readonly data: unknown }).data
    : value
}

function monthOption(text: string): string {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text
  throw new InvalidArgumentError('It must be a month such as 2018-05.')
}

function unknownRequest(): Error {
  return hubError('CONFIG_INVALID', {
    variable: '--request',
    reason: 'the log has no such request',
  })
}

function print(value: object): void {
  process.stdout.write(`${terminalJson(value)}\n`)
}
