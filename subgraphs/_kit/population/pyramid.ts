import { birthdaysAtAge } from './calendar.ts'
import { addPerson } from './draft.ts'
import type { VillageDraft } from './draft.ts'
import { weightedTable } from './rng.ts'

/**
 * The age groups the village counts fix. Male shares and weights of single years are our assumption,
 * after the shape of Taiwan's pyramid at the end of 2017; the counts by group and by sex are exact.
 */
const GROUPS = [
  {
    from: 0,
    to: 14,
    maleShare: 0.52,
    weights: [18, 20, 21, 21, 20, 22, 20, 17, 19, 20, 21, 21, 22, 22, 25],
  },
  { from: 15, to: 17, maleShare: 0.52, weights: [26, 28, 29] },
  { from: 18, to: 19, maleShare: 0.52, weights: [1, 1] },
  { from: 20, to: 64, maleShare: 0.52, weights: fiveYears([31, 32, 34, 40, 38, 37, 37, 35, 31]) },
  { from: 65, to: 99, maleShare: 0.46, weights: fiveYears([27, 16, 13, 9, 5, 2, 0.4]) },
] as const

const AGE_TABLES = GROUPS.map((group) => weightedTable(group.weights))

/**
 * Draws the living registered people of the village to the exact counts of its facts; those already
 * there (fixed people) are counted in.
 */
export function drawPeople(village: VillageDraft): void {
  const rng = village.rng('pyramid')
  const sizes = groupSizes(village)
  const fixedMen = village.people.filter((person) => isHere(person) && person.isMale).length
  const men = splitMen(sizes, village.facts.men - fixedMen)
  const birthdays = birthdayRanges(village.today)
  GROUPS.forEach((group, index) => {
    for (let drawn = 0; drawn < sizes[index]!; drawn++) {
      const range = birthdays[group.from + AGE_TABLES[index]!(rng)]!
      addPerson(village, drawn < men[index]!, rng.between(range.first, range.last))
    }
  })
  rng.shuffle(village.people)
  village.people.sort((one, other) => Number(other.fixed !== null) - Number(one.fixed !== null))
}

const isHere = (person: { presence: string }): boolean => person.presence === 'REGISTERED'

/** People still to draw by group. 超過20歲 counts from 20 full years up, those over 64 among them. */
function groupSizes(village: VillageDraft): number[] {
  const { under15, from15to64, over64, from20, from18to19 } = village.facts
  const from20to64 = from20 - over64
  const sizes = [under15, from15to64 - from20to64 - from18to19, from18to19, from20to64, over64]
  for (const person of village.people) {
    if (!isHere(person)) continue
    const group = GROUPS.findIndex(({ to }) => person.age <= to)
    sizes[group]! -= 1
  }
  return sizes
}

/** Men by group: near the usual share of each group, and exactly `men` in all. */
function splitMen(sizes: readonly number[], men: number): number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const usual = sizes.map((size, index) => size * GROUPS[index]!.maleShare)
  const excess = men - usual.reduce((sum, share) => sum + share, 0)
  const split = usual.map((share, index) => {
    const shifted = Math.round(share + (excess * sizes[index]!) / Math.max(1, total))
    return Math.min(sizes[index]!, Math.max(0, shifted))
  })
  let missing = men - split.reduce((sum, count) => sum + count, 0)
  // Rounding and clamping leave a few; the largest group with room takes them.
  for (const index of [3, 4, 0, 1, 2]) {
    const room = missing > 0 ? sizes[index]! - split[index]! : -split[index]!
    const step = missing > 0 ? Math.min(missing, room) : Math.max(missing, room)
    split[index]! += step
    missing -= step
  }
  return split
}

const ranges = new Map<number, { first: number; last: number }[]>()

function birthdayRanges(today: number): { first: number; last: number }[] {
  let found = ranges.get(today)
  if (!found) {
    found = Array.from({ length: 100 }, (_, age) => birthdaysAtAge(age, today))
    ranges.set(today, found)
  }
  return found
}

function fiveYears(weights: readonly number[]): number[] {
  return weights.flatMap((weight) => [weight, weight, weight, weight, weight])
}
