import { createHash, hash as digest } from 'node:crypto'

/** Bytes of a hash of the tree. */
export const HASH_BYTES = 32

// What is hashed is put together here: one call, and no objects to be cleared away.
const leafInput = Buffer.alloc(1 + 0x1_0000)
const nodeInput = Buffer.alloc(1 + 2 * HASH_BYTES)
nodeInput[0] = 1

/** Root of the tree without records (RFC 6962 §2.1). */
export const EMPTY_ROOT: Buffer = createHash('sha256').digest()

/**
 * Hash over the 2^level records from index × 2^level on, all of which the tree has. Level 0 is a
 * record's own hash.
 */
export type NodeAt = (level: number, index: number) => Promise<Buffer>

/** Hash of a record: SHA-256(0x00 ‖ record), RFC 6962 §2.1. */
export function hashLeaf(entry: Uint8Array): Buffer {
  const end = 1 + entry.length
  const input = end <= leafInput.length ? leafInput : Buffer.alloc(end)
  input.set(entry, 1)
  return sha256(input.subarray(0, end))
}

/** Hash of two subtrees: SHA-256(0x01 ‖ left ‖ right). */
export function hashNode(left: Uint8Array, right: Uint8Array): Buffer {
  nodeInput.set(left, 1)
  nodeInput.set(right, 1 + HASH_BYTES)
  return sha256(nodeInput)
}

/** Root over 2^n hashes that stand side by side on one level. */
export function hashFullRow(hashes: readonly Buffer[]): Buffer {
  let row = hashes
  while (row.length > 1) {
    const above: Buffer[] = []
    for (let i = 0; i < row.length; i += 2) above.push(hashNode(row[i]!, row[i + 1]!))
    row = above
  }
  return row[0]!
}

/** The tree's root when it had `size` records. */
export async function rootAt(size: number, nodeAt: NodeAt): Promise<Buffer> {
  return size === 0 ? EMPTY_ROOT : rangeRoot(0, size, nodeAt)
}

/** Hashes that lead from record `index` to the root of `size` records (PATH, RFC 6962 §2.1.1). */
export async function proveInclusion(
  index: number,
  size: number,
  nodeAt: NodeAt,
): Promise<Buffer[]> {
  return path(index, 0, size, nodeAt)
}

/** Hashes that prove a tree of `size` to begin with that of `oldSize` (PROOF, RFC 6962 §2.1.2). */
export async function proveConsistency(
  oldSize: number,
  size: number,
  nodeAt: NodeAt,
): Promise<Buffer[]> {
  if (oldSize === 0 || oldSize === size) return []
  return subproof(oldSize, 0, size, true, nodeAt)
}

/** Whether the proof leads from the record's hash to the root (RFC 9162 §2.1.3.2). */
export function isIncluded(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (!(index >= 0 && index < size)) return false
  let [node, last] = [index, size - 1]
  let hash: Buffer = Buffer.from(leaf)
  for (const sibling of proof) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      hash = hashNode(sibling, hash)
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)]
    } else hash = hashNode(hash, sibling)
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && hash.equals(root)
}

/** Whether the proof shows the old tree to be the beginning of the new one (RFC 9162 §2.1.4.2). */
export function isConsistent(
  old: { readonly size: number; readonly root: Uint8Array },
  now: { readonly size: number; readonly root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean {
  if (old.size > now.size) return false
  if (old.size === now.size) return proof.length === 0 && Buffer.from(old.root).equals(now.root)
  if (old.size === 0) return proof.length === 0
  let [node, last] = [old.size - 1, now.size - 1]
  while (node % 2 === 1) [node, last] = [half(node), half(last)]
  // A first tree of 2^n records is a node of the second: its root is not repeated in the proof.
  const [first, ...rest] = node === 0 && isPowerOfTwo(old.size) ? [old.root, ...proof] : proof
  if (first === undefined) return false
  let oldHash: Buffer = Buffer.from(first)
  let newHash = oldHash
  for (const sibling of rest) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      oldHash = hashNode(sibling, oldHash)
      newHash = hashNode(sibling, newHash)
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)]
    } else newHash = hashNode(newHash, sibling)
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && oldHash.equals(old.root) && newHash.equals(now.root)
}

async function rangeRoot(start: number, end: number, nodeAt: NodeAt): Promise<Buffer> {
  const count = end - start
  if (isPowerOfTwo(count)) return nodeAt(Math.log2(count), start / count)
  const middle = start + splitOf(count)
  return hashNode(await rangeRoot(start, middle, nodeAt), await rangeRoot(middle, end, nodeAt))
}

async function path(index: number, start: number, end: number, nodeAt: NodeAt): Promise<Buffer[]> {
  if (end - start === 1) return []
  const middle = start + splitOf(end - start)
  return index < middle
    ? [...(await path(index, start, middle, nodeAt)), await rangeRoot(middle, end, nodeAt)]
    : [...(await path(index, middle, end, nodeAt)), await rangeRoot(start, middle, nodeAt)]
}

async function subproof(
  oldSize: number,
  start: number,
  end: number,
  isWhole: boolean,
  nodeAt: NodeAt,
): Promise<Buffer[]> {
  if (oldSize === end) return isWhole ? [] : [await rangeRoot(start, end, nodeAt)]
  const middle = start + splitOf(end - start)
  return oldSize <= middle
    ? [
        ...(await subproof(oldSize, start, middle, isWhole, nodeAt)),
        await rangeRoot(middle, end, nodeAt),
      ]
    : [
        ...(await subproof(oldSize, middle, end, false, nodeAt)),
        await rangeRoot(start, middle, nodeAt),
      ]
}

/** The largest power of two below `count` (> 1). Logs outgrow 32 bits, so no bit operators. */
function splitOf(count: number): number {
  let power = 1
  while (power * 2 < count) power *= 2
  return power
}

function isPowerOfTwo(count: number): boolean {
  return count > 0 && Number.isInteger(Math.log2(count))
}

function half(value: number): number {
  return Math.floor(value / 2)
}

/** A digest as text of one byte a character costs a third of one that comes as a buffer of its own. */
function sha256(input: Uint8Array): Buffer {
  return Buffer.from(digest('sha256', input, 'binary'), 'binary')
}
