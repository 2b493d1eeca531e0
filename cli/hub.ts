import { Command, CommanderError } from 'commander'
import { HubError } from '../schemas/errors.ts'
import { addStartCommand } from './command/start-command.ts'
import { loadEnvFile } from './env-file-config.ts'
import { EXIT } from './exit-codes.ts'

const program = new Command('hub')
  .description('The joint-service hub: one query over the registers of several agencies.')
  .showHelpAfterError('(hub --help, or hub <command> --help, says more)')
  .exitOverride()
  // descriptions are broken to the source's width; help breaks them to the terminal's
  .configureHelp({
    commandDescription: (command) => command.description().replaceAll(/(?<!\n)\n(?!\n)/g, ' '),
  })
  .addHelpText(
    'after',
    `
Exit codes: 0 done · 1 the answer or the work has errors · 2 wrong use or configuration · 3 the hub or a database is away

Examples:
  npm start                                       everything, with the sample, on http://127.0.0.1:4000
  npm run hub -- query --as desk-jiaxian --purpose joint-service --case 1070510-0147 \\
    --operation OneStopPerson --variables '{"nationalId":"S223456786"}'
  npm run hub -- import doorplates plates.csv.gz
  npm run hub -- seed --scale rural9 --replace`,
  )

addStartCommand(program)
// a server loads nothing of the other commands: importers and their tables would stay with it
if (process.argv[2] !== 'start') {
  const { addOtherCommands } = await import('./command/other-commands.ts')
  addOtherCommands(program)
}

try {
  loadEnvFile()
  await program.parseAsync()
} catch (error) {
  process.exitCode = tell(error)
}

/** One line for what went wrong, and the exit code it has. */
function tell(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage
  if (error instanceof HubError) {
    process.stderr.write(`${error.code}: ${error.message}\n`)
    return error.status === 503
      ? EXIT.away
      : error.code.endsWith('UNAVAILABLE')
        ? EXIT.away
        : EXIT.usage
  }
  process.stderr.write(
    `INTERNAL: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  return EXIT.failed
}
