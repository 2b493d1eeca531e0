import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canonicalJson } from '../../../gateway/audit/canonical-json.ts'
import { LogWriter, type LogWriterOptions } from '../../../gateway/audit/log-writer.ts'
import { readPending } from '../../../gateway/audit/read-pending.ts'
import { readBundle } from '../../../gateway/audit/tiled-log.ts'
import { createNoteSigner } from '../../../gateway/audit/signed-note.ts'

/** The log's key in these tests. */
export const SIGNER = createNoteSigner('hub.local/test', Buffer.alloc(32, 7))

const folders: string[] = []

/** An empty folder that goes when the suite ends. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hub-log-'))
  folders.push(folder)
  return folder
}

/** A copy of a log that a test may spoil. */
export function copyOf(folder: string): string {
  const copy = makeFolder()
  cpSync(folder, copy, { recursive: true })
  return copy
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}

export async function openWriter(
  folder: string,
  options: Partial<LogWriterOptions> = {},
): Promise<LogWriter> {
  const faults: unknown[] = []
  const onFault = (fault: unknown): void => void faults.push(fault)
  const { writer } = await LogWriter.open({ folder, signer: SIGNER, onFault, ...options })
  return writer
}

/** Appends `count` records in commits of up to `perCommit`. */
export async function appendRecords(
  writer: LogWriter,
  count: number,
  perCommit = count,
): Promise<void> {
  for (let done = 0; done < count; done += perCommit) {
    const now = Array.from({ length: Math.min(perCommit, count - done) }, () =>
      writer.append([entryAt]),
    )
    await Promise.all(now)
  }
}

/** A log of `count` records, closed. */
export async function fillLog(count: number, perCommit = count): Promise<string> {
  const folder = makeFolder()
  const writer = await openWriter(folder)
  await appendRecords(writer, count, perCommit)
  await writer.close()
  return folder
}

/** The record of these tests that stands at `seq`. */
export function entryAt(seq: number): Buffer {
  return Buffer.from(canonicalJson({ at: '2018-05-10T01:02:03.004Z', leaf: 'OUTCOME', seq }))
}

/** Every record of a log, from the first on, whoever signed it. */
export async function recordsIn(folder: string): Promise<readonly LoggedRecord[]> {
  const note = readFileSync(join(folder, 'checkpoint'), 'utf8')
  const size = Number(note.split('\n')[1])
  const { batches } = await readPending(folder, size)
  const bundles = Array.from({ length: Math.ceil(size / 256) }, (_, i) =>
    readBundle(folder, i, size),
  )
  const entries = [...(await Promise.all(bundles)).flat(), ...batches.flatMap((b) => b.entries)]
  return entries.map((entry) => JSON.parse(entry.toString()) as LoggedRecord)
}

/** A record, as far as tests look into it. */
export interface LoggedRecord {
  readonly seq: number
  readonly at: string
  readonly leaf: string
  readonly requestId?: string
}
