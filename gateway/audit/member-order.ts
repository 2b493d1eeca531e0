/** A member of an object: its name, and the name as it stands before the value, in UTF-8. */
export interface Member {
  readonly name: string
  readonly label: Uint8Array
}

/** Where the names of an object have led so far. */
interface Step {
  /** The last of them, and where the others had led; neither at the start. */
  readonly own: string | undefined
  readonly from: Step | undefined
  readonly next: Map<string, Step>
  /** The name that led on from here of late, and where to: most often it comes again. */
  name: string | undefined
  step: Step | undefined
  order: readonly Member[] | undefined
}

// Names are the clients' own: aliases of any number.
const MOST_STEPS = 8_192

let start = stepOf()
let steps = 0

/**
 * An object's members in the order of RFC 8785 §3.2.3: by UTF-16 code units, which is also the default
 * order of sorting. Objects of one kind have their names in one order, so what was sorted once is known.
 * Throws TypeError for half of a surrogate pair.
 */
export function orderMembers(object: object): readonly Member[] {
  let at = start
  // not Object.keys: a list of names for each object of an answer is cleared away with each answer
  for (const name in object) at = at.name === name ? at.step! : nextStep(at, name)
  at.order ??= namesTo(at)
    .toSorted()
    .map((name) => ({ name, label: labelOf(name) }))
  return at.order
}

function labelOf(name: string): Uint8Array {
  if (!name.isWellFormed()) throw new TypeError('no canonical JSON for half of a surrogate pair')
  return Buffer.from(`${JSON.stringify(name)}:`)
}

function nextStep(from: Step, name: string): Step {
  const step = from.next.get(name) ?? addStep(from, name)
  from.name = name
  from.step = step
  return step
}

function addStep(from: Step, name: string): Step {
  const step = stepOf(name, from)
  if (steps >= MOST_STEPS) {
    start = stepOf()
    steps = 0
  }
  steps++
  from.next.set(name, step)
  return step
}

function stepOf(own?: string, from?: Step): Step {
  return { own, from, next: new Map(), name: undefined, step: undefined, order: undefined }
}

function namesTo(end: Step): readonly string[] {
  const names: string[] = []
  for (let at = end; at.from; at = at.from) names.push(at.own!)
  return names
}
