import { randomUUID } from 'node:crypto'

interface Beginning {
  /** `{"query":"…"` as it came, up to the end of the document. */
  readonly text: string
  readonly query: string
}

const MOST_BEGINNINGS = 8
const LEAST_LENGTH = 200
const FIRST = '{"query":"'
/** Stands where a known document stood; no one can send it. */
const UNSAID = randomUUID()

/**
 * The documents that bodies began with of late. A client sends the same one again with other variables:
 * then only what comes after it is read, and the document is the same string, which no cache hashes anew.
 */
export class KnownQueries {
  #beginnings: Beginning[] = []

  /** The value of a body, read by `parse` from its text or from what is left of it. */
  read(text: string, parse: (text: string) => unknown): unknown {
    const known = this.#beginnings.find((each) => text.startsWith(each.text))
    if (!known) {
      const value = parse(text)
      this.#learn(text, value)
      return value
    }
    const rest = text.slice(known.text.length)
    const value = parse(`${FIRST}${UNSAID}"${rest}`) as { query: unknown }
    // a second document would have taken its place
    if (value.query === UNSAID) value.query = known.query
    return value
  }

  #learn(text: string, value: unknown): void {
    if (text.length < LEAST_LENGTH || !text.startsWith(FIRST)) return
    const beginning = text.slice(0, endOfText(text, FIRST.length - 1) + 1)
    const { query } = value as { readonly query: unknown }
    // not where it was said twice
    if (typeof query !== 'string' || JSON.stringify(query) !== beginning.slice(FIRST.length - 1))
      return
    this.#beginnings = [{ text: beginning, query }, ...this.#beginnings].slice(0, MOST_BEGINNINGS)
  }
}

/** Where the quote stands that ends the text in quotes which begins at `start`. */
export function endOfText(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let first = end
    while (text[first - 1] === '\\') first--
    if ((end - first) % 2 === 0) return end
  }
  return text.length
}
