import { invariant } from '../../../schemas/invariant.ts'
import { StatementError } from './database-error.ts'
import type { EmbeddedServer } from './embedded-server.ts'

const DUPLICATE = new Set(['42710', '42P04', '23505'])

/** Whether the embedded server has this agency's database and role already. */
export async function hasAgencyDatabase(server: EmbeddedServer, agency: string): Promise<boolean> {
  assertName(agency)
  const found = await server.administer(
    `select 1 from pg_database d join pg_roles r on r.rolname = d.datname
      where d.datname = '${agency}'`,
  )
  return found.length > 0
}

/**
 * One database and one role per agency on the embedded server, made where absent; no other agency's
 * role may enter. The role's password becomes the given one.
 */
export async function provideAgencyDatabase(
  server: EmbeddedServer,
  agency: string,
  password: string,
): Promise<void> {
  assertName(agency)
  invariant(/^[\w-]+$/.test(password), 'a role password is base64url')
  await unlessPresent(server.administer(`create role "${agency}" login`))
  await server.administer(`alter role "${agency}" password '${password}'`)
  await unlessPresent(server.administer(`create database "${agency}" owner "${agency}"`))
  await server.administer(`revoke all on database "${agency}", postgres, template1 from public`)
}

function assertName(agency: string): void {
  invariant(/^[a-z][a-z0-9_-]{0,40}$/.test(agency), 'an agency name is a lower-case word')
}

// two processes may make the same one at once
async function unlessPresent(made: Promise<unknown>): Promise<void> {
  try {
    await made
  } catch (error) {
    if (!(error instanceof StatementError && DUPLICATE.has(error.code))) throw error
  }
}
