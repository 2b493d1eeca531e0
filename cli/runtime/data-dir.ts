import { mkdirSync } from 'node:fs'
import { hubError } from '../../schemas/errors.ts'

/**
 * Makes the data folder where it is missing. Others may pass through it, not list it: as root the
 * embedded PostgreSQL runs under another user and must reach its own folder inside. What is secret
 * stands in folders of 0700. Throws `CONFIG_INVALID`.
 */
export function provideDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const reason = `the folder cannot be made (${code})`
    throw hubError('CONFIG_INVALID', { variable: 'HUB_DATA_DIR', reason }, error)
  }
}
