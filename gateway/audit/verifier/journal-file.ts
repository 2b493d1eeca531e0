import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { ExpectedTree } from './expected-tree.ts'
import { Fault } from './fault.ts'
import { notesIn, type Anchor, type Key } from './notes.ts'

/** Commits that have no tiles yet; answers their newest note. */
export function readJournal(tree: ExpectedTree, folder: string, key: Key): Anchor | undefined {
  const journal = join(folder, 'journal')
  const names = existsSync(journal) ? readdirSync(journal) : []
  const segments = names.filter((name) => name.endsWith('.journal')).toSorted()
  let newest: Anchor | undefined
  for (const [i, name] of segments.entries()) {
    const bytes = readFileSync(join(journal, name))
    const limit = Number.parseInt(segments[i + 1] ?? '', 10) || Number.POSITIVE_INFINITY
    let offset = 0
    while (offset < bytes.length) {
      const frame = readFrame(bytes, offset)
      if (!frame) {
        checkTorn(bytes.subarray(offset), tree, key, i === segments.length - 1)
        break
      }
      offset += frame.length
      newest = readCommit(frame, tree, key, limit) ?? newest
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

function readCommit(
  frame: Buffer,
  tree: ExpectedTree,
  key: Key,
  limit: number,
): Anchor | undefined {
  const start = Number(frame.readBigUInt64BE(8))
  const notes = 24 + Number(frame.readBigUInt64BE(16))
  const [anchor] = notesIn(frame.subarray(notes).toString(), key, 'a commit')
  if (!anchor?.root.length) throw new Fault(Math.max(start, tree.size), 'the commit is not signed')
  if (anchor.size <= tree.size || anchor.size > limit) return undefined
  if (start !== tree.size) throw new Fault(tree.size, 'the record is missing from the journal')
  for (let offset = 24; offset < notes; offset += 2 + frame.readUInt16BE(offset)) {
    tree.append(frame.subarray(offset + 2, offset + 2 + frame.readUInt16BE(offset)), 0)
  }
  if (anchor.size === tree.size && anchor.root.equals(tree.root())) return anchor
  throw new Fault(start, 'the records are not those of their commit', tree.size - 1)
}

/** A commit that a power cut or kill ended has no whole note; one that was changed may have. */
function checkTorn(tail: Buffer, tree: ExpectedTree, key: Key, isLast: boolean): void {
  const at = tail.indexOf(`${key.name}\n`)
  const isSigned =
    at >= 0 && notesIn(tail.subarray(at).toString(), key, '').some((n) => n.root.length)
  const isWhole = tail.length >= 24 && tail.readUInt32BE(0) <= tail.length
  if (isLast && (isSigned || isWhole))
    throw new Fault(tree.size, 'the commit in the journal was changed')
}
