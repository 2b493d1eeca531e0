import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { EmbeddedLayout } from './embedded-layout.ts'

// beyond any system's largest process id
const NO_PROCESS = 2_147_483_646

/**
 * PostgreSQL refuses to start beside a `postmaster.pid` whose process id is in use. After a crash
 * that id may belong to some other program, as ids are few and alike in a container, or to the dead
 * server that nobody has collected. Then the id in the file is replaced by none; the rest stays, by
 * which PostgreSQL still sees whether old sessions are at work. Linux only; elsewhere it does nothing.
 */
export async function disownFalsePostmaster(layout: EmbeddedLayout): Promise<void> {
  const path = join(layout.cluster, 'postmaster.pid')
  const text = await readFile(path, 'utf8').catch(() => '')
  const [pid, ...rest] = text.split('\n')
  if (!pid || Number(pid) === NO_PROCESS || !(await isFalse(pid))) return
  const isUnchanged = (await readFile(path, 'utf8').catch(() => '')) === text
  if (isUnchanged) await writeFile(path, [NO_PROCESS, ...rest].join('\n'))
}

async function isFalse(pid: string): Promise<boolean> {
  // `1234 (postgres) S …`: name and state; Z is dead and not collected
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  const [, name, state] = stat === undefined ? [] : (/\((.*)\) (\w)/s.exec(stat) ?? [])
  return name !== undefined && (name !== 'postgres' || state === 'Z')
}
