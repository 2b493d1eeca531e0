import { hash as digest } from 'node:crypto'
import { canonicalBytes } from './canonical-json.ts'
import { openSheet, writeByte, writeBytes, writeCanonical } from './canonical-writer.ts'
import { saltOfAnswer } from './disclosure-hash.ts'
import { PersonSearch } from './person-search.ts'

const [DATA, REQUEST] = [Buffer.from('{"data":'), Buffer.from(',"requestId":')]
const [SUBJECT, END] = [Buffer.from(',"subject":'), Buffer.from('}')]
const [COMMA, ARRAY, END_OF_ARRAY] = [0x2c, 0x5b, 0x5d]

// The answer, of which persons' objects are parts; and what is hashed.
const written = openSheet()
const hashed = openSheet()

/**
 * The hashes of one answer and of what it shows of each person, as `disclosure-hash.ts` has them; the
 * answer is written once for all. Of no use any more when the next answer is hashed.
 */
export class AnswerHashes {
  readonly #whole: Uint8Array
  readonly #search: PersonSearch
  readonly #request: Uint8Array

  constructor(data: unknown, subjects: readonly string[], requestId: string) {
    this.#search = written.search = new PersonSearch(subjects)
    const length = writeCanonical(written, data, 0)
    this.#whole = written.bytes.subarray(0, length)
    this.#request = canonicalBytes(requestId)
  }

  /**
   * What the answer shows of a person: the list of the objects that carry the sealed key as `id`. Who is
   * not in it under a key (searched, or shown without `id`) stands for the whole answer.
   */
  ofPerson(subject: string, pseudonym: string, salt: Uint8Array): string {
    const found = this.#search.of(subject)
    let end = writeBytes(hashed, DATA, writeBytes(hashed, salt, 0))
    if (found.length === 0) end = writeBytes(hashed, this.#whole, end)
    else {
      for (const [i, place] of found.entries()) {
        end = writeByte(hashed, i === 0 ? ARRAY : COMMA, end)
        end = writeBytes(hashed, this.#whole.subarray(place.start, place.end), end)
      }
      end = writeByte(hashed, END_OF_ARRAY, end)
    }
    end = writeBytes(hashed, this.#request, writeBytes(hashed, REQUEST, end))
    end = writeCanonical(hashed, pseudonym, writeBytes(hashed, SUBJECT, end))
    return hashUpTo(end)
  }

  /** The whole answer; nothing where it is about nobody. */
  ofWhole(salts: readonly Uint8Array[]): string | null {
    if (salts.length === 0) return null
    const end = writeBytes(hashed, DATA, writeBytes(hashed, saltOfAnswer(salts), 0))
    const start = writeBytes(hashed, REQUEST, writeBytes(hashed, this.#whole, end))
    return hashUpTo(writeBytes(hashed, this.#request, start))
  }
}

function hashUpTo(end: number): string {
  const length = writeBytes(hashed, END, end)
  return digest('sha256', hashed.bytes.subarray(0, length), 'base64url')
}
