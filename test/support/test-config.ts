/** A PostgreSQL outside of the embedded one for the tests: a user there that may create databases. */
export const outsideDatabaseUrl: string | undefined =
  process.env['HUB_TEST_DATABASE_URL'] || undefined
