import type { Command } from 'commander'
import { readRegisteredOperations } from '../../gateway/compile/registered-operations.ts'
import { hubError } from '../../schemas/errors.ts'
import { EXIT } from '../exit-codes.ts'
import { authorise, onlyPurposeOf, readJsonOption, readUrlOption } from '../hub-client.ts'
import { terminalJson } from '../print-json.ts'

interface QueryOptions {
  readonly as?: string
  readonly purpose?: string
  readonly case?: string
  readonly operation: string
  readonly variables: string
  readonly url?: string
}

/** `hub query`: runs a registered operation against a running hub and prints its JSON answer. */
export function addQueryCommand(program: Command): void {
  program
    .command('query')
    .summary('ask a running hub one registered operation')
    .description(
      `Asks a running hub one of its registered operations and prints the JSON answer on one line (indented
on a terminal). Ends with 0 only when the answer has no errors. Public operations need no --as.`,
    )
    .requiredOption('--operation <name>', 'an operation of schemas/operations')
    .option('--as <client>', 'demo client to ask as, e.g. desk-jiaxian')
    .option('--purpose <purpose>', 'purpose of its agreement (its only one when absent)')
    .option('--case <number>', 'case number, needed for personal data')
    .option('--variables <json>', 'variables as a JSON object, or @file', '{}')
    .option('--url <url>', 'GraphQL address of the hub (this environment’s when absent)')
    .addHelpText('after', `\nOperations: ${[...readRegisteredOperations().keys()].join(', ')}`)
    .action(async (options: QueryOptions) => {
      const answer = await ask(options)
      const indent = process.stdout.isTTY ? 2 : 0
      process.stdout.write(`${terminalJson(answer, indent)}\n`)
      if (!('data' in answer) || 'errors' in answer) process.exitCode = EXIT.failed
    })
}

async function ask(options: QueryOptions): Promise<object> {
  const operation = findOperation(options.operation)
  const variables = readJsonOption('--variables', options.variables)
  const url = readUrlOption(options.url)
  const headers = options.as
    ? await authorise(
        { clientId: options.as, purpose: options.purpose ?? onlyPurposeOf(options.as) },
        url,
      )
    : {}
  const response = await send(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...headers,
      ...(options.case && { 'hub-case': options.case }),
    },
    body: JSON.stringify({ query: operation.text, operationName: operation.name, variables }),
  })
  return readAnswer(response)
}

/** Throws `HUB_UNREACHABLE` where something else answers at the hub's address. */
async function readAnswer(response: Response): Promise<object> {
  try {
    return Object(await response.json()) as object
  } catch (error) {
    throw hubError('HUB_UNREACHABLE', { url: new URL(response.url).origin }, error)
  }
}

function findOperation(name: string): { readonly name: string; readonly text: string } {
  const operations = readRegisteredOperations()
  const operation = operations.get(name)
  if (operation) return operation
  const reason = `no operation of that name; there are ${[...operations.keys()].join(', ')}`
  throw hubError('CONFIG_INVALID', { variable: '--operation', reason })
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (error) {
    throw hubError('HUB_UNREACHABLE', { url: new URL(url).origin }, error)
  }
}
