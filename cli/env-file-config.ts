import { hubError } from '../schemas/errors.ts'

/**
 * Adds the variables of the file that HUB_ENV_FILE names to this process, so that secrets need not
 * stand in a command line or in a compose file. What is set already stays. Throws `CONFIG_INVALID`
 * without telling what the file holds.
 */
export function loadEnvFile(): void {
  const file = process.env['HUB_ENV_FILE']
  if (!file) return
  try {
    process.loadEnvFile(file)
  } catch (error) {
    const reason = 'names a file that cannot be read'
    throw hubError('CONFIG_INVALID', { variable: 'HUB_ENV_FILE', reason }, error)
  }
}
