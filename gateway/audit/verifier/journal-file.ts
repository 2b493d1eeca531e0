import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { ExpectedTree } from './expected-tree.ts'
import { Fault } from './fault.ts'
import type { KeyChain } from './key-chain.ts'
import { notesIn, type Anchor } from './notes.ts'
import { namesIn, readIfThere } from './tile-file.ts'

/**
 * Commits that have no tiles yet; answers their newest note. Those that have tiles must be whole too:
 * a commit is the least that the journal can name, so a fault concerns all its records.
 */
export function readJournal(tree: ExpectedTree, folder: string, key: KeyChain): Anchor | undefined {
  const journal = join(folder, 'journal')
  const segments = namesIn(journal)
    .filter((name) => name.endsWith('.journal'))
    .toSorted()
  let newest: Anchor | undefined
  for (const [i, name] of segments.entries()) {
    const bytes = readIfThere(join(journal, name)) ?? Buffer.alloc(0)
    const limit = Number.parseInt(segments[i + 1] ?? '', 10) || Number.POSITIVE_INFINITY
    let start = Number.parseInt(name, 10)
    for (let offset = 0; offset < bytes.length;) {
      const frame = readFrame(bytes, offset)
      if (!frame) {
        checkTorn(bytes.subarray(offset), start, key)
        break
      }
      offset += frame.length
      const note = noteOf(frame, start, key)
      if (note.size > tree.size && note.size <= limit) newest = addCommit(frame, tree, note)
      start = note.size
    }
  }
  return newest
}

function readFrame(bytes: Buffer, offset: number): Buffer | undefined {
  const length = offset + 24 <= bytes.length ? bytes.readUInt32BE(offset) : 0
  if (length < 24 || offset + length > bytes.length) return undefined
  const frame = bytes.subarray(offset, offset + length)
  return crc32(frame.subarray(8)) === frame.readUInt32BE(4) ? frame : undefined
}

function noteOf(frame: Buffer, start: number, key: KeyChain): Anchor {
  const [note] = notesIn(frame.subarray(endOfRecords(frame)).toString(), key, 'a commit')
  if (note?.root.length) return note
  throw new Fault(start, 'the commit is not signed')
}

function endOfRecords(frame: Buffer): number {
  return 24 + Number(frame.readBigUInt64BE(16))
}

function addCommit(frame: Buffer, tree: ExpectedTree, note: Anchor): Anchor {
  const start = Number(frame.readBigUInt64BE(8))
  if (start !== tree.size) throw new Fault(tree.size, 'the record is missing from the journal')
  const end = endOfRecords(frame)
  for (let offset = 24; offset < end; offset += 2 + frame.readUInt16BE(offset)) {
    tree.append(frame.subarray(offset + 2, offset + 2 + frame.readUInt16BE(offset)), 0)
  }
  if (note.size === tree.size && note.root.equals(tree.root())) return note
  throw new Fault(start, 'the records are not those of their commit', tree.size - 1)
}

/** A commit that a power cut or kill ended has no whole note; one that was changed may have. */
function checkTorn(tail: Buffer, start: number, key: KeyChain): void {
  const at = tail.indexOf(`${key.name}\n`)
  const notes = at < 0 ? [] : notesIn(tail.subarray(at).toString(), key, '')
  const signed = notes.find(({ root }) => root.length > 0)
  const isWhole = tail.length >= 24 && tail.readUInt32BE(0) <= tail.length
  if (!signed && !isWhole) return
  throw new Fault(start, 'the commit in the journal was changed', (signed?.size ?? start + 1) - 1)
}
