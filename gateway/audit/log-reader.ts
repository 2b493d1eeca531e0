import { openUnder, readKeyHistory, readKeyTurns } from './key-history.ts'
import { hashLeaf, hashNode, type NodeAt } from './merkle.ts'
import { readPending } from './read-pending.ts'
import type { NoteVerifier } from './signed-note.ts'
import { TILE_WIDTH } from './tile-path.ts'
import { readBundle, readCheckpointNote, readNodes } from './tiled-log.ts'

/** A log as it stands, read beside the gateway that writes it. */
export interface OpenLog {
  readonly size: number
  /** The signed note of `size` records. */
  readonly checkpoint: string
  /** Notes that lead from each of the log's keys to the next; empty where there was one alone. */
  readonly keyTurns: string
  readonly nodeAt: NodeAt
  /** A record. Throws RangeError for an index that the log does not have. */
  entryAt(index: number): Promise<Buffer>
  /** The records below index `before`, a bundle at a time, the newest first. */
  bundlesBackwards(before: number): AsyncGenerator<Bundle>
  /** The records from index `from` on, a bundle at a time. */
  bundlesFrom(from: number): AsyncGenerator<Bundle>
}

/** Records that stand side by side, with the index of the first. */
export interface Bundle {
  readonly start: number
  readonly entries: readonly Buffer[]
}

const MOST_TRIES = 5

/**
 * Opens a log for reading: its tiles, and the commits that only the journal has yet. Nothing when
 * there is no log that this key, or one that it leads to, signed.
 */
export async function openLog(
  folder: string,
  verifier: NoteVerifier,
): Promise<OpenLog | undefined> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const note = await readCheckpointNote(folder)
    if (note === undefined) return undefined
    const pending = await readPending(folder, Number(note.split('\n', 2)[1]) || 0)
    // after all that is signed was read: what led to its key stands there by then
    const keyTurns = await readKeyTurns(folder)
    const history = readKeyHistory(keyTurns, verifier)
    const checkpoint = history && openUnder(note, history)
    if (!checkpoint) return undefined
    // The tiles went on while the journal was read: look again.
    if (pending.isOutdated || pending.missing !== undefined) continue
    const entries = pending.batches.flatMap((batch) => batch.entries)
    const newest = pending.batches.at(-1)?.note ?? note
    return describeLog(folder, checkpoint.size, entries, { checkpoint: newest, keyTurns })
  }
  return undefined
}

function describeLog(
  folder: string,
  published: number,
  pending: readonly Buffer[],
  signed: Pick<OpenLog, 'checkpoint' | 'keyTurns'>,
): OpenLog {
  const size = published + pending.length
  const tileNodes = readNodes(folder, published)
  const leaves = pending.map(hashLeaf)
  const nodeAt: NodeAt = async (level, index) => {
    if ((index + 1) * 2 ** level <= published) return tileNodes(level, index)
    if (level === 0) return leaves[index - published]!
    return hashNode(await nodeAt(level - 1, index * 2), await nodeAt(level - 1, index * 2 + 1))
  }
  return {
    size,
    ...signed,
    nodeAt,
    async entryAt(index) {
      if (!(index >= 0 && index < size)) throw new RangeError(`there is no record ${index}`)
      if (index >= published) return pending[index - published]!
      const bundle = await readBundle(folder, Math.floor(index / TILE_WIDTH), published)
      return bundle[index % TILE_WIDTH]!
    },
    async *bundlesFrom(from) {
      for (let start = from; start < published;) {
        const bundle = Math.floor(start / TILE_WIDTH)
        const entries = await readBundle(folder, bundle, published)
        yield { start, entries: entries.slice(start - bundle * TILE_WIDTH) }
        start = (bundle + 1) * TILE_WIDTH
      }
      const start = Math.max(from, published)
      if (start < size) yield { start, entries: pending.slice(start - published) }
    },
    async *bundlesBackwards(before) {
      if (before > published) {
        yield { start: published, entries: pending.slice(0, before - published) }
      }
      const end = Math.min(before, published)
      for (let bundle = Math.ceil(end / TILE_WIDTH) - 1; bundle >= 0; bundle--) {
        const start = bundle * TILE_WIDTH
        const entries = await readBundle(folder, bundle, published)
        yield { start, entries: entries.slice(0, end - start) }
      }
    },
  }
}
