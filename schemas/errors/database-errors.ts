import { kind, type ErrorKind } from './error-kind.ts'

/** What goes wrong with an agency’s database. */
export const DATABASE_ERRORS = {
  DATABASE_UNAVAILABLE: kind(
    503,
    'The database of {agency} does not answer; try again later.',
    'operator',
  ),
  DATABASE_TIMEOUT: kind(
    504,
    'The database of {agency} took too long over a statement.',
    'operator',
  ),
  DATABASE_TOO_OLD: kind(
    500,
    'The database of {agency} is PostgreSQL {version}; 15 or later is needed.',
    'operator',
  ),
  DATABASE_NOT_STARTED: kind(500, 'The embedded PostgreSQL did not start: {reason}', 'operator'),
  MIGRATION_FAILED: kind(
    500,
    'The migration {migration} of {agency} failed, its schema is as it was: {reason}',
    'operator',
  ),
  MIGRATION_UNKNOWN: kind(
    500,
    'The database of {agency} was made by another version of the hub ({reason}); start that version, or use another HUB_DATA_DIR or database.',
    'operator',
  ),
  DATASET_DIFFERENT: kind(
    500,
    'The database of {agency} already holds {present}; add --replace to load {asked} in its place.',
    'operator',
  ),
  DATASET_SERVED: kind(
    500,
    'The database of {agency} is being served, and half a register would be; stop the hub, then load it anew.',
    'operator',
  ),
  DATASET_UNFINISHED: kind(
    500,
    'The database of {agency} holds {present} only in part; let hub seed finish, with the same options as before.',
    'operator',
  ),
  COPY_TEXT_INVALID: kind(
    400,
    'The column {column} of {table} has a character that no text may hold: NUL, or half of a pair.',
  ),
} as const satisfies Record<string, ErrorKind>
