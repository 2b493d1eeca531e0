import {
  createHash,
  createPrivateKey,
  createPublicKey,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'
import { HASH_BYTES } from './merkle.ts'

/** What a log says of itself: it has these many records under this root. */
export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Buffer
}

/** A key that checks a log's notes. */
export interface NoteVerifier {
  readonly name: string
  readonly keyId: Buffer
  readonly publicKey: KeyObject
}

/** A key that signs them. */
export interface NoteSigner extends NoteVerifier {
  readonly privateKey: KeyObject
  /** The verifier key as C2SP signed-note writes it: `<name>+<key id>+<base64 of 0x01 ‖ key>`. */
  readonly verifierKey: string
}

/** Bytes of the seed of an Ed25519 key. */
export const SEED_BYTES = 32

const ED25519 = 0x01
const KEY_ID_BYTES = 4
// DER around an Ed25519 seed (RFC 8410 §7) and around a public key (§4)
const SEED_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')

/** The signer of a log named `name`, from the 32-byte seed of its Ed25519 key. */
export function createNoteSigner(name: string, seed: Uint8Array): NoteSigner {
  const der = Buffer.concat([SEED_PREFIX, seed])
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(privateKey)
  const bytes = publicKey.export({ format: 'der', type: 'spki' }).subarray(PUBLIC_PREFIX.length)
  const typed = Buffer.concat([Buffer.from([ED25519]), bytes])
  const keyId = keyIdOf(name, typed)
  const verifierKey = `${name}+${keyId.toString('hex')}+${typed.toString('base64')}`
  return { name, keyId, publicKey, privateKey, verifierKey }
}

/** Reads a verifier key; nothing when it is none, or its key id is not that of its key. */
export function readVerifierKey(text: string): NoteVerifier | undefined {
  const [, name, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? []
  if (name === undefined || encoded === undefined) return undefined
  const typed = Buffer.from(encoded, 'base64')
  const keyId = keyIdOf(name, typed)
  if (typed.length !== 1 + SEED_BYTES || typed[0] !== ED25519 || keyId.toString('hex') !== id) {
    return undefined
  }
  const der = Buffer.concat([PUBLIC_PREFIX, typed.subarray(1)])
  return { name, keyId, publicKey: createPublicKey({ key: der, format: 'der', type: 'spki' }) }
}

/** A signed note (C2SP signed-note): its text, and a line for each who signs it. */
export function signNote(text: string, signers: readonly NoteSigner[]): string {
  const lines = signers.map(({ name, keyId, privateKey }) => {
    const signature = sign(null, Buffer.from(text), privateKey)
    return `— ${name} ${Buffer.concat([keyId, signature]).toString('base64')}\n`
  })
  return `${text}\n${lines.join('')}`
}

/** The text of a note that this key signed, alone or with others; nothing for any other note. */
export function openNote(note: string, verifier: NoteVerifier): string | undefined {
  const end = note.indexOf('\n\n')
  const text = note.slice(0, end + 1)
  const lines = note.slice(end + 2).split('\n')
  return end >= 0 && lines.some((line) => isSignature(line, text, verifier)) ? text : undefined
}

/** A checkpoint as a signed note (C2SP tlog-checkpoint): origin, size, root, signature. */
export function signCheckpoint(signer: NoteSigner, size: number, root: Buffer): string {
  return signNote(`${signer.name}\n${size}\n${root.toString('base64')}\n`, [signer])
}

/**
 * The checkpoint of a note that this key signed; nothing for any other note. Signatures of other
 * keys, such as witnesses', may stand beside it.
 */
export function openCheckpoint(note: string, verifier: NoteVerifier): Checkpoint | undefined {
  // what is cheap to refuse is refused before the signature is looked at
  const [origin, size, root] = note.split('\n', 3)
  if (origin !== verifier.name || !/^(0|[1-9]\d{0,15})$/.test(size ?? '')) return undefined
  const hash = Buffer.from(root ?? '', 'base64')
  if (hash.length !== HASH_BYTES || openNote(note, verifier) === undefined) return undefined
  return { origin, size: Number(size), root: hash }
}

function isSignature(
  line: string,
  text: string,
  { name, keyId, publicKey }: NoteVerifier,
): boolean {
  if (!line.startsWith(`— ${name} `)) return false
  const encoded = line.slice(name.length + 3)
  const bytes = Buffer.from(encoded, 'base64')
  // Base64 that reads the same but is written otherwise is a changed note.
  if (bytes.toString('base64') !== encoded) return false
  const isOurs = bytes.subarray(0, KEY_ID_BYTES).equals(keyId)
  return isOurs && verify(null, Buffer.from(text), publicKey, bytes.subarray(KEY_ID_BYTES))
}

/** SHA-256(name ‖ 0x0A ‖ 0x01 ‖ key), its first four bytes (C2SP signed-note). */
function keyIdOf(name: string, typedKey: Buffer): Buffer {
  const hash = createHash('sha256').update(name).update('\n').update(typedKey).digest()
  return hash.subarray(0, KEY_ID_BYTES)
}
