import type { Command } from 'commander'
import { authorise, onlyPurposeOf, readUrlOption } from '../hub-client.ts'

interface TokenOptions {
  readonly as: string
  readonly purpose?: string
  readonly url?: string
  readonly json?: true
}

/** `hub token`: the headers of one call as a demo client, for curl and other tools. */
export function addTokenCommand(program: Command): void {
  program
    .command('token')
    .summary('print the headers of one call as a demo client')
    .description(
      `Asks the issuer for a token (300 s) as a demo client and prints the two headers of one POST to the
hub: the token is bound to a key, and the proof of it holds for one call only.`,
    )
    .requiredOption('--as <client>', 'demo client, e.g. desk-jiaxian')
    .option('--purpose <purpose>', 'purpose of its agreement (its only one when absent)')
    .option('--url <url>', 'GraphQL address the call goes to (this environment’s when absent)')
    .option('--json', 'print a JSON object instead of header lines')
    .addHelpText(
      'after',
      `\nExample: curl -H @<(npm run --silent hub -- token --as desk-jiaxian) -H 'hub-case: 1070510-0147' …`,
    )
    .action(async (options: TokenOptions) => {
      const purpose = options.purpose ?? onlyPurposeOf(options.as)
      const url = readUrlOption(options.url)
      const headers = await authorise({ clientId: options.as, purpose }, url)
      process.stdout.write(
        options.json
          ? `${JSON.stringify(headers)}\n`
          : `authorization: ${headers.authorization}\ndpop: ${headers.dpop}\n`,
      )
    })
}
