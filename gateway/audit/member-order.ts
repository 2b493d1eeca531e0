/** A member of an object: its name, and the name as it stands before the value, in UTF-8. */
export interface Member {
  readonly name: string
  readonly label: Uint8Array
}

interface Step {
  readonly next: Map<string, Step>
  order: readonly Member[] | undefined
}

// Names are the clients' own: aliases of any number.
const MOST_STEPS = 8_192

let start: Step = { next: new Map(), order: undefined }
let steps = 0

/**
 * An object's members in the order of RFC 8785 §3.2.3: by UTF-16 code units, which is also the default
 * order of sorting. Objects of one kind have their names in one order, so what was sorted once is known.
 * Throws TypeError for half of a surrogate pair.
 */
export function orderMembers(names: readonly string[]): readonly Member[] {
  let at = start
  for (const name of names) at = at.next.get(name) ?? addStep(at, name)
  at.order ??= names.toSorted().map((name) => ({ name, label: labelOf(name) }))
  return at.order
}

function labelOf(name: string): Uint8Array {
  if (!name.isWellFormed()) throw new TypeError('no canonical JSON for half of a surrogate pair')
  return Buffer.from(`${JSON.stringify(name)}:`)
}

function addStep(from: Step, name: string): Step {
  const step: Step = { next: new Map(), order: undefined }
  if (steps >= MOST_STEPS) {
    start = { next: new Map(), order: undefined }
    steps = 0
  }
  steps++
  from.next.set(name, step)
  return step
}
