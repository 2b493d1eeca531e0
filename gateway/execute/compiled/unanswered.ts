import type { Raw } from './raw-data.ts'

/**
 * Fields of objects that an agency was asked for, or could not be, and told nothing of: it does not know
 * the entity, did not answer, or lacked what such an answer left out. They are null, and the reason is
 * known; any other field that is not there is a fault.
 */
export class Unanswered {
  readonly #keys = new Map<Raw, Set<string>>()

  note(objects: Iterable<Raw>, keys: readonly string[]): void {
    for (const object of objects) {
      const known = this.#keys.get(object)
      if (!known) this.#keys.set(object, new Set(keys))
      else for (const key of keys) known.add(key)
    }
  }

  has(object: Raw, key: string): boolean {
    return this.#keys.get(object)?.has(key) ?? false
  }
}
