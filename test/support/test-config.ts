import { fileURLToPath } from 'node:url'

/** A PostgreSQL outside of the embedded one for the tests: a user there that may create databases. */
export const outsideDatabaseUrl: string | undefined =
  process.env['HUB_TEST_DATABASE_URL'] || undefined

/** Folders of the machine's programs, for those that some tests start. */
export const programFolders: readonly string[] = (process.env['PATH'] ?? '').split(':')

/** Real open data beside the checkout; tests named `real data: …` are skipped where it is absent. */
export const realDataDir: string = fileURLToPath(
  new URL(
    `${process.env['HUB_TEST_DATA'] || '../shared/data'}/`,
    new URL('../../', import.meta.url),
  ),
)

/** What a command started by a test finds in its environment besides the hub's own variables. */
export const commandEnvironment: Readonly<Record<string, string | undefined>> = process.env

/** Whether the suites run where nobody watches. */
export const isContinuousIntegration: boolean = process.env['CI'] === 'true'
