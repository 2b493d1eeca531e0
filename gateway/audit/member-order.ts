/** The members of objects of one kind, in the order of RFC 8785 §3.2.3. */
export interface MemberOrder {
  readonly names: readonly string[]
  /** The names as they stand before the values, in UTF-8, one after the other; and where each ends. */
  readonly labels: Uint8Array
  readonly ends: readonly number[]
  /** Which of the object's own members each is, in the order that the object has them in. */
  readonly turns: readonly number[]
  readonly hasId: boolean
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
  order: MemberOrder | undefined
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
export function orderMembers(object: object): MemberOrder {
  let at = start
  // not Object.keys: a list of names for each object of an answer is cleared away with each answer
  for (const name in object) at = at.name === name ? at.step! : nextStep(at, name)
  return (at.order ??= orderNames(namesTo(at)))
}

function orderNames(own: readonly string[]): MemberOrder {
  if (!own.every((name) => name.isWellFormed())) {
    throw new TypeError('no canonical JSON for half of a surrogate pair')
  }
  const names = own.toSorted()
  const labels = names.map((name) => Buffer.from(`${JSON.stringify(name)}:`))
  let end = 0
  return {
    names,
    labels: new Uint8Array(Buffer.concat(labels)),
    ends: labels.map(({ length }) => (end += length)),
    turns: names.map((name) => own.indexOf(name)),
    hasId: own.includes('id'),
  }
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
  return names.toReversed()
}
