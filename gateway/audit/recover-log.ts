import { writeFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { hubError } from '../../schemas/errors.ts'
import { GrowingTree } from './growing-tree.ts'
import type { JournalBatch } from './journal-batch.ts'
import { listSegments, type SegmentFile } from './journal.ts'
import { findLogSigner, openUnder, readKeyHistory, readKeyTurns } from './key-history.ts'
import type { KeyHistory } from './key-history.ts'
import { hashLeaf } from './merkle.ts'
import { readPending, type PendingRecords } from './read-pending.ts'
import type { NoteSigner, NoteVerifier } from './signed-note.ts'
import { TILE_WIDTH, tileWidth } from './tile-path.ts'
import { readBundle, readCheckpointNote, readTile } from './tiled-log.ts'

const NOT_LED = 'none of the keys in disclosure-log.key signed its checkpoint and the turns in keys'

/** A log as its last run left it. */
export interface RecoveredLog {
  /** The tree that the tiles hold. */
  readonly tree: GrowingTree
  /** The records of its last bundle, when that is not full. */
  readonly bundle: readonly Buffer[]
  /** Commits that the tiles do not have yet. */
  readonly batches: readonly JournalBatch[]
  /** The last record of all; nothing in a new log. */
  readonly last: Buffer | undefined
  /** Journal files that are needless once the batches are in the tiles. */
  readonly segments: readonly SegmentFile[]
  /** Where the bytes of a commit that was cut short were put, when there were any. */
  readonly tornFile: string | undefined
}

/**
 * Reads the right edge of a log and what its journal has beyond it, however the last run ended. A
 * commit that was cut short was never acknowledged: it is left out, its bytes kept aside.
 *
 * @throws HubError DISCLOSURE_LOG_DAMAGED when something that was acknowledged is missing or changed
 */
export async function recoverLog(folder: string, verifier: NoteVerifier): Promise<RecoveredLog> {
  const history = readKeyHistory(await readKeyTurns(folder), verifier)
  if (!history) throw damaged(NOT_LED)
  const { tree, bundle } = await readEdge(folder, verifier.name, history)
  const pending = await readPending(folder, tree.size)
  const { batches, torn, missing } = pending
  if (missing !== undefined) throw damaged(`record ${missing} is missing from the journal`)
  checkBatches(tree, batches, history)
  const lastBatch = batches.at(-1)?.entries.at(-1)
  const last = lastBatch ?? bundle.at(-1) ?? (await lastOfTiles(folder, tree.size))
  const tornFile = torn && (await keepTorn(folder, torn, verifier.name, history))
  return { tree, bundle, batches, last, segments: await listSegments(folder), tornFile }
}

/**
 * Of the keys at hand, the one that has signed a log until now.
 *
 * @throws HubError DISCLOSURE_LOG_DAMAGED when it is none of them
 */
export async function findSigner(
  folder: string,
  signers: readonly NoteSigner[],
): Promise<NoteSigner> {
  const note = await readCheckpointNote(folder)
  const signer = findLogSigner(await readKeyTurns(folder), note, signers)
  if (!signer) throw damaged(NOT_LED)
  return signer
}

async function readEdge(
  folder: string,
  name: string,
  history: KeyHistory,
): Promise<{ readonly tree: GrowingTree; readonly bundle: readonly Buffer[] }> {
  const note = await readCheckpointNote(folder)
  if (note === undefined) return { tree: GrowingTree.fromRows(0, []), bundle: [] }
  const checkpoint = openUnder(note, history)
  if (!checkpoint) throw damaged(`its checkpoint is not signed by ${name}`)
  const { size, root } = checkpoint
  try {
    const rows: Buffer[][] = []
    for (let level = 0; TILE_WIDTH ** level <= size; level++) {
      const index = Math.floor(size / TILE_WIDTH ** (level + 1))
      const isEmpty = tileWidth({ level, index }, size) === 0
      rows.push(isEmpty ? [] : await readTile(folder, { level, index }, size))
    }
    const tree = GrowingTree.fromRows(size, rows)
    if (!tree.root().equals(root)) throw damaged('its tiles do not lead to its checkpoint')
    const index = Math.floor(size / TILE_WIDTH)
    return { tree, bundle: size % TILE_WIDTH === 0 ? [] : await readBundle(folder, index, size) }
  } catch (error) {
    throw error instanceof RangeError ? damaged(error.message) : error
  }
}

/** Each commit must carry a note of ours over the tree that it makes. */
function checkBatches(
  edge: GrowingTree,
  batches: readonly JournalBatch[],
  history: KeyHistory,
): void {
  const tree = edge.copy()
  for (const { start, entries, note } of batches) {
    for (const entry of entries) tree.append(hashLeaf(entry))
    const checkpoint = openUnder(note, history)
    if (checkpoint?.size === tree.size && checkpoint.root.equals(tree.root())) continue
    throw damaged(`the commit of record ${start} was changed in the journal`)
  }
}

async function lastOfTiles(folder: string, size: number): Promise<Buffer | undefined> {
  if (size === 0) return undefined
  return (await readBundle(folder, size / TILE_WIDTH - 1, size)).at(-1)
}

/**
 * A commit that was cut short is the last there is. Where whole notes of ours stand after the cut, it
 * was in the middle, and acknowledged: the log must not start over it.
 */
async function keepTorn(
  folder: string,
  { path, offset, bytes }: NonNullable<PendingRecords['torn']>,
  name: string,
  history: KeyHistory,
): Promise<string> {
  const text = bytes.toString('latin1')
  const marker = Buffer.from(`${name}\n`).toString('latin1')
  let notes = 0
  for (let at = text.indexOf(marker); at >= 0; at = text.indexOf(marker, at + 1)) {
    const end = bytes.indexOf('\n', bytes.indexOf('\n\n', at) + 2)
    if (end > at && openUnder(bytes.subarray(at, end + 1).toString(), history)) notes++
  }
  if (notes > 1) throw damaged(`its journal ${path} was changed at byte ${offset}`)
  const kept = join(folder, `torn-${Date.now()}.bytes`)
  await writeFile(kept, bytes, { mode: 0o600, flush: true })
  return kept
}

/** Removes journal files whose records the tiles have. */
export async function removeSegments(segments: readonly SegmentFile[]): Promise<void> {
  for (const { path } of segments) await rm(path, { force: true })
}

function damaged(reason: string): Error {
  return hubError('DISCLOSURE_LOG_DAMAGED', { reason })
}
