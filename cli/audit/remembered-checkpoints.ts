import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readGatewayConfig } from '../../gateway/config.ts'

/** Where `hub audit verify` keeps the checkpoints it has seen: apart from the log's own folder. */
export function rememberedFile(given?: string): string {
  return given ?? join(readGatewayConfig().dataDir, 'audit', 'remembered-checkpoints')
}

/** The notes that earlier looks left. */
export function readRemembered(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** Adds the checkpoint of a sound log, unless it is there. */
export function remember(file: string, checkpoint: string): void {
  if (readRemembered(file).includes(checkpoint)) return
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  appendFileSync(file, checkpoint, { mode: 0o600 })
}
