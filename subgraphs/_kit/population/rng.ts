/**
 * Pseudo-random numbers that are the same on every machine: sfc32, seeded from a text. Only integer
 * arithmetic and one division are used, so no result depends on a platform's mathematics library.
 */
export class Rng {
  #a: number
  #b: number
  #c: number
  #d: number

  constructor(seedText: string) {
    this.#a = hash32(seedText, 0x9e3779b9)
    this.#b = hash32(seedText, 0x243f6a88)
    this.#c = hash32(seedText, 0xb7e15162)
    this.#d = 1
    for (let round = 0; round < 12; round++) this.uint32()
  }

  uint32(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#d) | 0
    this.#d = (this.#d + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0
    return sum >>> 0
  }

  /** In [0, 1). */
  next(): number {
    return this.uint32() / 4294967296
  }

  /** An integer in [0, bound). */
  below(bound: number): number {
    return Math.floor(this.next() * bound)
  }

  /** An integer in [low, high], both included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1)
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!
  }

  /** Puts the items in random order, in place. */
  shuffle<T>(items: T[]): T[] {
    for (let last = items.length - 1; last > 0; last--) {
      const other = this.below(last + 1)
      const held = items[last]!
      items[last] = items[other]!
      items[other] = held
    }
    return items
  }
}

/**
 * One stream per village and subject, so that a village is the same whichever others are generated,
 * and new draws in one subject do not move another.
 */
export function rngFor(seed: number, villageCode: string, subject: string): Rng {
  return new Rng(`${seed}/${villageCode}/${subject}`)
}

/** Draws an index by weight in constant time; the weights are spread over 1,024 cells. */
export function weightedTable(weights: readonly number[]): (rng: Rng) => number {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const cells: number[] = []
  let passed = 0
  weights.forEach((weight, index) => {
    passed += weight
    while (cells.length < Math.round((passed / total) * 1024)) cells.push(index)
  })
  return (rng) => cells[rng.uint32() & 1023]!
}

/** FNV-1a with a final mix, over UTF-16 code units. */
function hash32(text: string, basis: number): number {
  let hash = basis | 0
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
