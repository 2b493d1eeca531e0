import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import type { Agreement } from '../../auth/agreement.ts'

/** The sample's agreements in a folder of the suite's own. */
export interface AgreementsFolder {
  readonly path: string
  remove(): void
}

/** Copies the sample's agreements, changed by file name without its ending. */
export function copyAgreements(
  changes: Readonly<Record<string, Partial<Agreement>>> = {},
): AgreementsFolder {
  const path = mkdtempSync(join(tmpdir(), 'hub-agreements-'))
  for (const file of readdirSync('auth/agreements')) {
    const agreement = parse(readFileSync(join('auth/agreements', file), 'utf8')) as Agreement
    const changed = { ...agreement, ...changes[file.replace('.yaml', '')] }
    writeFileSync(join(path, file), stringify(changed))
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
