import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { replaceDurably, syncFolder } from './durable-files.ts'
import {
  openCheckpoint,
  openNote,
  readVerifierKey,
  signNote,
  type Checkpoint,
  type NoteSigner,
  type NoteVerifier,
} from './signed-note.ts'

/**
 * Beside a log: for each turn of its key a note that names the tree at the turn, the key before and the
 * key after, signed by both. Whoever trusts one key of a log is led to all others by it.
 */
export const KEYS_FILE = 'keys'

/** A key, and the sizes of the log at which it signs; at a turn both do. */
interface KeySpan {
  readonly verifier: NoteVerifier
  readonly from: number
  readonly through: number
}

/** The keys of a log, the first to the one in use. */
export type KeyHistory = readonly KeySpan[]

/** Where a log stood when its key turned. */
export interface LogEdge {
  readonly size: number
  readonly root: Buffer
}

// a checkpoint has a number in the second line: neither note can be taken for the other
const KIND = 'hub log key turn 1'
const NOTES = /(?<=\n— [^\n]*\n)(?!— )/

/** The turns of a log's key; empty where it never turned. */
export function readKeyTurns(folder: string): Promise<string> {
  return readFile(join(folder, KEYS_FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
}

/**
 * Adds a turn, durable before the new key signs anything; one that was added before is made durable
 * again. What is killed midway leaves the file without it, or with it whole.
 */
export async function addKeyTurn(
  folder: string,
  before: NoteSigner,
  after: NoteSigner,
  { size, root }: LogEdge,
): Promise<void> {
  const turns = await readKeyTurns(folder)
  if (turns.split(NOTES).at(-1)?.split('\n')[5] === after.verifierKey) return syncFolder(folder)
  const lines = [before.name, KIND, size, root.toString('base64')]
  const text = [...lines, before.verifierKey, after.verifierKey, ''].join('\n')
  const note = signNote(text, [before, after])
  await replaceDurably(join(folder, KEYS_FILE), Buffer.from(`${turns}${note}`))
}

/** The keys that `turns` lead to from a trusted one; nothing where they do not hold together. */
export function readKeyHistory(turns: string, trusted: NoteVerifier): KeyHistory | undefined {
  const history: KeySpan[] = []
  for (const note of turns.split(NOTES).filter(Boolean)) {
    const turn = readTurn(note, trusted.name)
    const last = history.at(-1)
    if (!turn || turn.size < (last?.from ?? 0)) return undefined
    if (last && !isSame(last.verifier, turn.before)) return undefined
    const before = last?.verifier ?? turn.before
    history.splice(-1, 1, { verifier: before, from: last?.from ?? 0, through: turn.size })
    history.push({ verifier: turn.after, from: turn.size, through: Infinity })
  }
  if (history.length === 0) return [{ verifier: trusted, from: 0, through: Infinity }]
  return history.some(({ verifier }) => isSame(verifier, trusted)) ? history : undefined
}

/** The checkpoint of a note that the key of its time signed; nothing for any other note. */
export function openUnder(note: string, history: KeyHistory): Checkpoint | undefined {
  for (const { verifier, from, through } of history) {
    const found = openCheckpoint(note, verifier)
    if (found && found.size >= from && found.size <= through) return found
  }
  return undefined
}

/** Of the keys at hand, the one that signs the log now; nothing where it is none of them. */
export function findLogSigner(
  turns: string,
  checkpoint: string | undefined,
  signers: readonly NoteSigner[],
): NoteSigner | undefined {
  if (turns === '' && checkpoint === undefined) return signers[0]
  return signers.find((signer) => {
    const history = readKeyHistory(turns, signer)
    if (!history || !isSame(history.at(-1)!.verifier, signer)) return false
    return checkpoint === undefined || openUnder(checkpoint, history) !== undefined
  })
}

function readTurn(
  note: string,
  name: string,
):
  | { readonly before: NoteVerifier; readonly after: NoteVerifier; readonly size: number }
  | undefined {
  const [origin, kind, size = '', , first = '', second = ''] = note.split('\n')
  const before = readVerifierKey(first)
  const after = readVerifierKey(second)
  if (origin !== name || kind !== KIND || before?.name !== name || after?.name !== name) {
    return undefined
  }
  const isSigned = [before, after].every((key) => openNote(note, key) !== undefined)
  return isSigned && /^\d{1,16}$/.test(size) ? { before, after, size: Number(size) } : undefined
}

function isSame(one: NoteVerifier, other: NoteVerifier): boolean {
  return one.name === other.name && one.publicKey.equals(other.publicKey)
}
