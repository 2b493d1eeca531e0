/** Where an object stands in bytes, and the way to it from the outermost: which member or item of each. */
interface Found {
  readonly start: number
  readonly end: number
  readonly way: readonly number[]
}

/** Looks for the objects that carry a person's key as `id`, while what they are in is written. */
export class PersonSearch {
  readonly #found: ReadonlyMap<string, Found[]>

  constructor(subjects: readonly string[]) {
    this.#found = new Map(subjects.map((subject) => [subject, []]))
  }

  /** Where objects under an id are noted when they were written; nothing where none are looked for. */
  foundOf(id: unknown): Found[] | undefined {
    return typeof id === 'string' ? this.#found.get(id) : undefined
  }

  /** The objects of a person, in the order in which the whole has them, whatever the order they were written in. */
  of(subject: string): readonly Found[] {
    const found = this.#found.get(subject) ?? []
    return found.length > 1 ? found.toSorted(byWay) : found
  }
}

/** An object comes before those in it, and before what follows it. */
function byWay({ way: one }: Found, { way: other }: Found): number {
  const parting = one.findIndex((turn, level) => turn !== other[level])
  return parting < 0 ? -1 : one[parting]! - (other[parting] ?? -1)
}
