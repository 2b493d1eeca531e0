/** Most bytes of a record: its length stands in two bytes. */
export const MOST_ENTRY_BYTES = 0xffff

/** Records side by side, each after its length in two bytes, big-endian (C2SP tlog-tiles). */
export function joinEntries(entries: readonly Uint8Array[]): Buffer {
  const bundle = Buffer.allocUnsafe(entries.reduce((sum, { length }) => sum + 2 + length, 0))
  let offset = 0
  for (const entry of entries) {
    offset = bundle.writeUInt16BE(entry.length, offset)
    bundle.set(entry, offset)
    offset += entry.length
  }
  return bundle
}

/** The records of a bundle; nothing when it ends within one. */
export function splitEntries(bundle: Buffer): Buffer[] | undefined {
  const entries: Buffer[] = []
  let offset = 0
  while (offset + 2 <= bundle.length) {
    const end = offset + 2 + bundle.readUInt16BE(offset)
    if (end > bundle.length) return undefined
    entries.push(bundle.subarray(offset + 2, end))
    offset = end
  }
  return offset === bundle.length ? entries : undefined
}
