import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readLogKeys } from '../../auth/keys/log-keys.ts'
import { findLogSigner, readKeyTurns } from '../../gateway/audit/key-history.ts'
import { openLog, type OpenLog } from '../../gateway/audit/log-reader.ts'
import { createNoteSigner, readVerifierKey } from '../../gateway/audit/signed-note.ts'
import type { NoteSigner, NoteVerifier } from '../../gateway/audit/signed-note.ts'
import { readCheckpointNote } from '../../gateway/audit/tiled-log.ts'
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
export async function readAuditKey(given?: string): Promise<string> {
  if (given === undefined) {
    return (await readLogSigner()).used.verifierKey
  }
  const text = existsSync(given) ? readFileSync(given, 'utf8').trim() : given
  if (readVerifierKey(text)) return text
  const reason = 'must be a verifier key, or a file with one: hub audit key prints it'
  throw hubError('CONFIG_INVALID', { variable: '--key', reason })
}

/** Of this hub's log keys the one that the log uses now, and the one that it is to use. */
export async function readLogSigner(): Promise<Record<'used' | 'next', NoteSigner>> {
  const { dataDir, logOrigin } = readGatewayConfig()
  const signers = readLogKeys(dataDir)
    .signingSeeds()
    .map((seed) => createNoteSigner(logOrigin, seed))
  const folder = logFolder(dataDir)
  const turns = await readKeyTurns(folder)
  const used = findLogSigner(turns, await readCheckpointNote(folder), signers)
  return { used: used ?? signers[0]!, next: signers[0]! }
}

/** The turns of the key of a log: of the one in this folder, else of this hub's. */
export function readAuditedTurns(folder?: string): Promise<string> {
  return readKeyTurns(folder ?? logFolder(readGatewayConfig().dataDir))
}

/** The same key, ready to check notes. */
export async function readAuditVerifier(given?: string): Promise<NoteVerifier> {
  return readVerifierKey(await readAuditKey(given))!
}

/** This hub's log, for looking into it. Throws DISCLOSURE_LOG_DAMAGED when its checkpoint is not its own. */
export async function openAuditedLog(folder?: string, key?: string): Promise<OpenLog> {
  const log = await openLog(auditedFolder(folder), await readAuditVerifier(key))
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
