import { kind, type ErrorKind } from './error-kind.ts'

/** What stops a start or a command. */
export const START_ERRORS = {
  HUB_UNREACHABLE: kind(
    503,
    'No hub answers at {url}; start it with npm start, or name it with --url.',
  ),
  CONFIG_INVALID: kind(500, '{variable}: {reason}', 'operator'),
  AGREEMENT_INVALID: kind(500, 'agreement {file}: {reason}', 'operator'),
  KEY_FILE_INVALID: kind(500, 'key file {file}: {reason}', 'operator'),
  POPULATION_FILE_INVALID: kind(400, 'population file, line {line}: {reason}'),
  PORT_TAKEN: kind(
    500,
    'Port {port} on {host} is taken; stop what uses it or set {variable}.',
    'operator',
  ),
} as const satisfies Record<string, ErrorKind>
