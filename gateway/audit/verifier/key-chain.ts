import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isSignedBy, readKey, type Anchor, type Key } from './notes.ts'

/** A key, and the sizes of the log at which it signs. */
interface Span extends Key {
  readonly from: number
  through: number
}

const KIND = 'hub log key turn 1'

/**
 * The keys of a log: from the one that is trusted, the turns in its file `keys` lead to those before and
 * after it. Each turn is signed by both, so that nobody else's key gets in.
 */
export class KeyChain {
  readonly name: string
  /** The log as it stood at each turn. */
  turns: readonly Anchor[] = []
  /** What is wrong with the turns; nothing where all is well. */
  fault: string | undefined
  readonly #file: string
  readonly #trusted: Key
  #spans: readonly Span[] = []
  #text = ''

  constructor(folder: string, trusted: Key) {
    this.name = trusted.name
    this.#file = join(folder, 'keys')
    this.#trusted = trusted
    this.#read()
  }

  /** The key with this id, if it may sign a log of that size. */
  find(id: Buffer, size: number): Key | undefined {
    const find = (): Key | undefined =>
      this.#spans.find((key) => key.id.equals(id) && size >= key.from && size <= key.through)
    // a log that goes on meanwhile may have turned its key
    return find() ?? (this.#text === textOf(this.#file) ? undefined : (this.#read(), find()))
  }

  #read(): void {
    this.#text = textOf(this.#file)
    const spans: Span[] = []
    const turns: Anchor[] = []
    this.fault = undefined
    for (const note of this.#text.split(/(?<=\n— [^\n]*\n)(?!— )/).filter(Boolean)) {
      const turn = readTurn(note, this.name)
      const last = spans.at(-1)
      if (!turn || turn.size < (last?.from ?? 0) || (last && !last.id.equals(turn.before.id))) {
        this.fault = `turn ${turns.length + 1} in keys is not signed by the keys before and after`
        break
      }
      if (last) last.through = turn.size
      else spans.push({ ...turn.before, from: 0, through: turn.size })
      spans.push({ ...turn.after, from: turn.size, through: Number.POSITIVE_INFINITY })
      turns.push({ size: turn.size, root: turn.root, from: 'a turn of the key', note })
    }
    if (spans.length === 0) spans.push({ ...this.#trusted, from: 0, through: Infinity })
    const isLed = spans.some(({ key }) => key.equals(this.#trusted.key))
    if (!isLed) this.fault ??= `keys does not lead to the key of ${this.name} that is trusted`
    this.#spans = isLed ? spans : []
    this.turns = isLed ? turns : []
  }
}

interface Turn {
  readonly size: number
  readonly root: Buffer
  readonly before: Key
  readonly after: Key
}

function readTurn(note: string, name: string): Turn | undefined {
  const end = note.indexOf('\n\n') + 1
  const [origin, kind, size = '', root = '', first = '', second = '', ...rest] = note
    .slice(0, end)
    .split('\n')
  if (origin !== name || kind !== KIND || !/^\d{1,16}$/.test(size) || rest.join('') !== '') {
    return undefined
  }
  try {
    const [before, after] = [readKey(first), readKey(second)]
    const lines = note.slice(end + 1).split('\n')
    const isSigned = [before, after].every(
      (key, i) => key.name === name && isSignedBy(note.slice(0, end), lines[i] ?? '', key),
    )
    const isWhole = lines.length === 3 && lines[2] === ''
    const hash = Buffer.from(root, 'base64')
    return isSigned && isWhole ? { size: Number(size), root: hash, before, after } : undefined
  } catch {
    return undefined
  }
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
