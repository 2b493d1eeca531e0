import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto'

/** A signed checkpoint; its root is empty when the key did not sign it. */
export interface Anchor {
  readonly size: number
  readonly root: Buffer
  /** what it is called in a fault */
  readonly from: string
  readonly note: string
}

/** A log's public key. */
export interface Key {
  readonly name: string
  readonly id: Buffer
  readonly key: KeyObject
}

/** Notes one after the other; one that the key did not sign has no root. */
export function notesIn(text: string, { name, id, key }: Key, from: string): Anchor[] {
  const anchors: Anchor[] = []
  for (const note of text.split(/(?<=\n— [^\n]*\n)/)) {
    if (note === '') continue
    const [, body, size, root, signature] =
      /^(\S+\n(0|[1-9]\d*)\n(\S+)\n)\n— \S+ (\S+)\n$/.exec(note) ?? []
    const bytes = Buffer.from(signature ?? '', 'base64')
    const isOurs =
      body?.startsWith(`${name}\n`) &&
      note.includes(`\n— ${name} ${bytes.toString('base64')}\n`) &&
      bytes.subarray(0, 4).equals(id) &&
      verify(null, Buffer.from(body), key, bytes.subarray(4))
    const hash = isOurs ? Buffer.from(root ?? '', 'base64') : Buffer.alloc(0)
    anchors.push({ size: Number(size ?? 0), root: hash, from, note })
  }
  return anchors
}

/** Reads a C2SP verifier key. Throws TypeError when it is none. */
export function readKey(text: string): Key {
  const [, name = '', id = '', encoded = ''] =
    /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? []
  const typed = Buffer.from(encoded, 'base64')
  const hash = createHash('sha256').update(`${name}\n`).update(typed).digest()
  if (typed.length !== 33 || typed[0] !== 1 || hash.toString('hex', 0, 4) !== id) {
    throw new TypeError('the key must be <name>+<key id>+<base64 of 0x01 and an Ed25519 key>')
  }
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), typed.subarray(1)])
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
  return { name, id: Buffer.from(id, 'hex'), key }
}
