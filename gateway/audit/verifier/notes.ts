import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto'
import type { KeyChain } from './key-chain.ts'

/** A signed checkpoint; its root is empty when the key of its time did not sign it. */
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

/** Notes one after the other; one that no key of the log signed has no root. */
export function notesIn(text: string, chain: KeyChain, from: string): Anchor[] {
  const anchors: Anchor[] = []
  for (const note of text.split(/(?<=\n— [^\n]*\n)/)) {
    if (note === '') continue
    const [, body = '', size, root, line = '', signature = ''] =
      /^(\S+\n(0|[1-9]\d*)\n(\S+)\n)\n(— \S+ (\S+))\n$/.exec(note) ?? []
    const id = Buffer.from(signature, 'base64').subarray(0, 4)
    const key = chain.find(id, Number(size))
    const isOurs = key && body.startsWith(`${key.name}\n`) && isSignedBy(body, line, key)
    const hash = isOurs ? Buffer.from(root ?? '', 'base64') : Buffer.alloc(0)
    anchors.push({ size: Number(size ?? 0), root: hash, from, note })
  }
  return anchors
}

/** Whether a note's signature line is this key's, written in the one way that it can be. */
export function isSignedBy(text: string, line: string, { name, id, key }: Key): boolean {
  const bytes = Buffer.from(line.slice(`— ${name} `.length), 'base64')
  if (line !== `— ${name} ${bytes.toString('base64')}` || !bytes.subarray(0, 4).equals(id)) {
    return false
  }
  return verify(null, Buffer.from(text), key, bytes.subarray(4))
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
