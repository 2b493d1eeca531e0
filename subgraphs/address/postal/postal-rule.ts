/** A place along a street: a house or lane number with what follows its 之. */
type Position = readonly [number: number, suffix: number]

/** What the post says of the addresses of one line: 單 19號以下, 296巷雙 20號至 32之1號. */
export interface PostalRule {
  readonly side: 'ODD' | 'EVEN' | 'ALL'
  /** Lane and alley the numbers are in; null where they count along the street itself. */
  readonly lane: number | null
  readonly alley: number | null
  /** First and last number; null where open. */
  readonly from: Position | null
  readonly to: Position | null
  /** First and last storey; null where all. */
  readonly floors: readonly [number, number] | null
}

/** Where on its street an address is. */
export interface PostalPlace {
  /** 巷 and 弄 by number; null where it has none. */
  readonly lane: number | null
  readonly alley: number | null
  readonly number: number
  readonly suffix: number
  readonly floor: number | null
}

const TOP = 200
const LAST = 99_999
const NUMBER = String.raw`(\d{1,5})?(?:之(\d{1,4}))?[號巷弄]?`
const HEAD = /^(?:(\d{1,4})巷)?(?:(\d{1,4})弄)?(單|雙|連)?(.*)$/
const ALONE = new RegExp(`^${NUMBER}(含附號|附號全|全)?$`)
const HALF = new RegExp(`^${NUMBER}(?:含附號)?(?:及)?(以下|以上)(附號)?$`)
const BOTH = new RegExp(`^${NUMBER}(?:含附號)?至${NUMBER}(?:含附號)?$`)
const FLOORS = /(\d{1,3})樓(以上|以下)?$/

/** Reads a line's rule; null where it says what cannot be told from an address. */
export function readPostalRule(text: string): PostalRule | null {
  const words = text.replaceAll(/[\s\u3000]/g, '')
  const [storey, floor, reach] = FLOORS.exec(words) ?? []
  const [, lane, alley, side, range = ''] =
    HEAD.exec(words.slice(0, words.length - (storey?.length ?? 0))) ?? []
  // 296巷 alone, without a number behind it, may as well be 單57巷以下: the number of the lane itself
  const isLaneRange = lane !== undefined && /^(?:至|以|含|及)/.test(range)
  if (isLaneRange) return null
  const numbers = readRange(range)
  if (numbers === null) return null
  return {
    side: side === '單' ? 'ODD' : side === '雙' ? 'EVEN' : 'ALL',
    lane: lane === undefined ? null : Number(lane),
    alley: alley === undefined ? null : Number(alley),
    ...numbers,
    floors: floor === undefined ? null : floorsOf(Number(floor), reach),
  }
}

function floorsOf(floor: number, reach: string | undefined): readonly [number, number] {
  if (reach === '以上') return [floor, TOP]
  return reach === '以下' ? [-TOP, floor] : [floor, floor]
}

function readRange(text: string): Pick<PostalRule, 'from' | 'to'> | null {
  if (text === '' || text === '全') return { from: null, to: null }
  const [half, number, suffix, reach, ofOne] = HALF.exec(text) ?? []
  if (half !== undefined && number !== undefined) {
    const at = Number(number)
    // 5之3號及以上附號: of number 5 alone
    if (ofOne && reach === '以上') return { from: [at, Number(suffix ?? 0)], to: [at, LAST] }
    if (ofOne) return { from: [at, 0], to: [at, Number(suffix ?? LAST)] }
    // 19號以下 takes in 19號之3; 19之3號以下 does not take in 19號之4
    return reach === '以下'
      ? { from: null, to: [at, suffix === undefined ? LAST : Number(suffix)] }
      : { from: [at, Number(suffix ?? 0)], to: null }
  }
  const [both, first, firstSuffix, last, lastSuffix] = BOTH.exec(text) ?? []
  if (both !== undefined && first !== undefined) {
    const to = last ?? (lastSuffix === undefined ? undefined : first)
    if (to === undefined) return null
    return {
      from: [Number(first), Number(firstSuffix ?? 0)],
      to: [Number(to), lastSuffix === undefined ? LAST : Number(lastSuffix)],
    }
  }
  const [one, only, onlySuffix, more] = ALONE.exec(text) ?? []
  if (one === undefined || only === undefined || more === '全') return null
  const from: Position = [Number(only), Number(onlySuffix ?? 0)]
  return { from, to: onlySuffix === undefined ? [from[0], LAST] : from }
}

/** Whether an address is one of those the rule speaks of. */
export function fits(rule: PostalRule, place: PostalPlace): boolean {
  if (rule.lane !== null && rule.lane !== place.lane) return false
  if (rule.alley !== null && rule.alley !== place.alley) return false
  const [number, suffix] = countedBy(rule, place)
  if (rule.side !== 'ALL' && (number % 2 === 1) !== (rule.side === 'ODD')) return false
  if (rule.from !== null && isBefore([number, suffix], rule.from)) return false
  if (rule.to !== null && isBefore(rule.to, [number, suffix])) return false
  return rule.floors === null || isOnFloor(rule.floors, place.floor)
}

/** How much a rule says: of two that fit, the one that says more is meant. */
export function precision({ side, lane, alley, from, to, floors }: PostalRule): number {
  const isOne = from !== null && to !== null && from[0] === to[0]
  return (
    (alley === null ? 0 : 64) +
    (lane === null ? 0 : 32) +
    (isOne ? 16 : 0) +
    (floors === null ? 0 : 8) +
    (from === null ? 0 : 2) +
    (to === null ? 0 : 2) +
    (side === 'ALL' ? 0 : 1)
  )
}

/** Along the street a house in a lane counts by the lane's number. */
function countedBy({ lane, alley }: PostalRule, place: PostalPlace): Position {
  const isOnStreet = lane === null && place.lane !== null
  if (isOnStreet) return [place.lane, 0]
  if (alley === null && place.alley !== null) return [place.alley, 0]
  return [place.number, place.suffix]
}

function isBefore(one: Position, other: Position): boolean {
  return one[0] < other[0] || (one[0] === other[0] && one[1] < other[1])
}

function isOnFloor([first, last]: readonly [number, number], floor: number | null): boolean {
  const storey = floor ?? 1
  return storey >= first && storey <= last
}
