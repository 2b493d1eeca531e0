import { openConnection } from './connection.ts'
import { quoted } from './copy-rows.ts'
import { parseServerUrl, withDatabase } from './server-url.ts'

/**
 * Makes a database to be copied: `prepare` is given its address, migrates and fills it, and closes
 * what it opened. `adminUrl` is any database of a user that may create databases. A database of that
 * name is dropped first; one whose preparation fails is dropped again.
 */
export async function createTemplate(
  adminUrl: string,
  name: string,
  prepare: (url: string) => Promise<void>,
): Promise<void> {
  await dropDatabase(adminUrl, name)
  await administer(adminUrl, `create database ${quoted(name)}`)
  try {
    await prepare(withDatabase(adminUrl, name))
  } catch (error) {
    await dropDatabase(adminUrl, name)
    throw error
  }
}

/** Copies a template that nobody is connected to; answers the address of the copy. */
export async function cloneDatabase(
  adminUrl: string,
  template: string,
  name: string,
): Promise<string> {
  await administer(adminUrl, `create database ${quoted(name)} template ${quoted(template)}`)
  return withDatabase(adminUrl, name)
}

/** Drops a database if it is there, and ends the sessions in it. */
export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await administer(adminUrl, `drop database if exists ${quoted(name)} with (force)`)
}

async function administer(adminUrl: string, statement: string): Promise<void> {
  const address = parseServerUrl(adminUrl)
  const session = await openConnection({ agency: 'admin', address, statementTimeoutMs: 0 })
  try {
    await session.run(statement)
  } finally {
    await session.close()
  }
}
