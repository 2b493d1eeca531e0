import { LOST_CHARACTER } from '../parse/normal-form.ts'

const MOST_COMPARED = 20
/** Of 中路 and 光路 nobody can say that one is meant by the other. */
const SHORTEST = 3

/**
 * Names one character away from the one told (another, missing or added), the most alike first. A lost
 * character, `?`, is like any.
 */
export function similarNames(told: string, names: readonly string[]): readonly string[] {
  if (told.length > MOST_COMPARED) return []
  return names
    .map((name) => ({ name, cost: costOf(told, name) }))
    .filter(({ cost }) => cost <= 1)
    .toSorted((one, other) => one.cost - other.cost || (one.name < other.name ? -1 : 1))
    .map(({ name }) => name)
}

/** 0 alike but for lost characters, 1 one character away, 2 otherwise; linear in the names. */
function costOf(told: string, name: string): number {
  const longer = told.length - name.length
  if (Math.abs(longer) > 1) return 2
  const start = commonStart(told, name)
  if (longer === 0 && start === told.length) return 0
  if (Math.min(told.length, name.length) < SHORTEST) return 2
  const [left, right] = [
    told.slice(start + (longer >= 0 ? 1 : 0)),
    name.slice(start + (longer <= 0 ? 1 : 0)),
  ]
  return commonStart(left, right) === left.length ? 1 : 2
}

function commonStart(one: string, other: string): number {
  let at = 0
  while (at < one.length && at < other.length && isLike(one.charAt(at), other.charAt(at))) at += 1
  return at
}

function isLike(one: string, other: string): boolean {
  return one === other || other === LOST_CHARACTER || one === LOST_CHARACTER
}
