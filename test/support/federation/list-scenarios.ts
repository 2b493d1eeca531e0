import { readdirSync } from 'node:fs'
import type { Scenario } from './scenario.ts'

const FOLDER = new URL('../../federation/', import.meta.url)

/** Every scenario of `test/federation`, one a folder. */
export function listScenarios(): Promise<readonly (Scenario & { readonly folder: string })[]> {
  const folders = readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  return Promise.all(
    folders.map(async (folder) => {
      const file = new URL(`${folder}/scenario.ts`, FOLDER).href
      const { scenario } = (await import(file)) as { scenario: Scenario }
      return { folder, ...scenario }
    }),
  )
}
