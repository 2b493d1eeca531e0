import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { makeFolder } from '../gateway/audit/log-desk.ts'
import type { RunningHub } from './running-hub.ts'
import { ROOT } from './source-tree.ts'

const run = promisify(execFile)

/** How a command ended: its exit code, its JSON lines, and all it said. */
export interface EndedCommand {
  readonly code: number
  readonly lines: readonly Record<string, unknown>[]
  readonly text: string
}

/** Runs `hub audit …` beside a running hub, as an operator would. */
export async function auditCommand(
  hub: RunningHub,
  ...words: readonly string[]
): Promise<EndedCommand> {
  const env = {
    PATH: '/usr/bin:/bin',
    HUB_DATA_DIR: hub.dataDir,
    HUB_DATABASE_URL_HUB: hub.databaseUrl('hub'),
  }
  const ended = await run(process.execPath, ['cli/hub.ts', 'audit', ...words], { cwd: ROOT, env })
    .then(({ stdout, stderr }) => ({ code: 0, stdout, stderr }))
    .catch(
      (error: { readonly code: number; readonly stdout: string; readonly stderr: string }) => error,
    )
  const lines = ended.stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  return { code: ended.code, lines, text: ended.stdout + ended.stderr }
}

/** A file with a value as JSON; it goes with the suite's folders. */
export function fileOf(value: unknown): string {
  const file = join(makeFolder(), 'value.json')
  writeFileSync(file, JSON.stringify(value))
  return file
}
