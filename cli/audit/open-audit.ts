import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readLogKeys } from '../../auth/keys/log-keys.ts'
import { openLog, type OpenLog } from '../../gateway/audit/log-reader.ts'
import { createNoteSigner, readVerifierKey } from '../../gateway/audit/signed-note.ts'
import type { NoteVerifier } from '../../gateway/audit/signed-note.ts'
import { SubjectKeys } from '../../gateway/audit/subject-keys.ts'
import { logFolder, subjectKeysFile } from '../../gateway/audit/tiled-disclosure-log.ts'
import { readGatewayConfig } from '../../gateway/config.ts'
import { hubError } from '../../schemas/errors.ts'

/** Folder of the log that a command looks at: the one given, else that of HUB_DATA_DIR. */
export function auditedFolder(given?: string): string {
  const folder = given ?? logFolder(readGatewayConfig().dataDir)
  if (existsSync(join(folder, 'checkpoint'))) return folder
  throw hubError('CONFIG_INVALID', { variable: '--log', reason: 'no disclosure log is there' })
}

/** The verifier key that is given, itself or in a file; else the one of this hub's own log key. */
export function readAuditKey(given?: string): string {
  if (given === undefined) {
    const { dataDir, logOrigin } = readGatewayConfig()
    return createNoteSigner(logOrigin, readLogKeys(dataDir).signingSeed).verifierKey
  }
  const text = existsSync(given) ? readFileSync(given, 'utf8').trim() : given
  if (readVerifierKey(text)) return text
  const reason = 'must be a verifier key, or a file with one: hub audit key prints it'
  throw hubError('CONFIG_INVALID', { variable: '--key', reason })
}

/** The same key, ready to check notes. */
export function readAuditVerifier(given?: string): NoteVerifier {
  return readVerifierKey(readAuditKey(given))!
}

/** This hub's log, for looking into it. Throws DISCLOSURE_LOG_DAMAGED when its checkpoint is not its own. */
export async function openAuditedLog(folder?: string, key?: string): Promise<OpenLog> {
  const log = await openLog(auditedFolder(folder), readAuditVerifier(key))
  if (log) return log
  throw hubError('DISCLOSURE_LOG_DAMAGED', { reason: 'its checkpoint is not signed by its key' })
}

/** Works with the keys of the persons in this hub's log. */
export async function withSubjectKeys<T>(work: (keys: SubjectKeys) => T | Promise<T>): Promise<T> {
  const { dataDir } = readGatewayConfig()
  const keys = SubjectKeys.open(subjectKeysFile(dataDir), readLogKeys(dataDir).subjectKey)
  try {
    return await work(keys)
  } finally {
    keys.close()
  }
}
