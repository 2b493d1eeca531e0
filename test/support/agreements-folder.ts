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

/** Copies the sample's agreements, changed by file name without its ending, with others like one of them. */
export function copyAgreements(
  changes: Readonly<Record<string, Partial<Agreement>>> = {},
  added: Readonly<Record<string, { readonly like: string } & Partial<Agreement>>> = {},
): AgreementsFolder {
  const path = mkdtempSync(join(tmpdir(), 'hub-agreements-'))
  for (const file of readdirSync('auth/agreements')) {
    const agreement = parse(readFileSync(join('auth/agreements', file), 'utf8')) as Agreement
    const changed = { ...agreement, ...changes[file.replace('.yaml', '')] }
    writeFileSync(join(path, file), stringify(changed))
  }
  for (const [file, { like, ...changed }] of Object.entries(added)) {
    const agreement = parse(readFileSync(join(path, `${like}.yaml`), 'utf8')) as Agreement
    writeFileSync(join(path, `${file}.yaml`), stringify({ ...agreement, ...changed }))
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
