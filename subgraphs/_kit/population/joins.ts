import { canFather, canMother } from './children.ts'
import { addUnit, fitsSiblings, setParents } from './draft.ts'
import type { DraftPerson, DraftUnit, VillageDraft } from './draft.ts'
import { addLateParents } from './parents-elsewhere.ts'
import { weightedTable } from './rng.ts'
import type { Rng } from './rng.ts'

/** Mother's age at the birth of a child who is grown now, 18 to 40: assumption. */
const MOTHER_AGE = weightedTable([
  3, 6, 10, 15, 20, 25, 28, 29, 28, 26, 22, 18, 15, 12, 9, 7, 5, 4, 3, 2, 2, 1, 1,
])
const LARGEST_HOUSEHOLD = 11
const GENERATIONS = 4
/** Of 1,000 units with no parents in their household, how many have them elsewhere in the village. */
const PARENTS_IN_VILLAGE = 300

interface Rules {
  readonly childRoom: number
  readonly largest: number
}

/**
 * Joins units into households until exactly `target` are left: grown children with their parents first,
 * then brothers and sisters, then lodgers. Where there are too few units, couples register apart 分戶.
 */
export function joinUnits(village: VillageDraft, target: number): void {
  const rng = village.rng('joins')
  const tops = village.units.filter((unit) => unit.host === null && unit.bond !== 'BUSINESS')
  splitCouples(village, target - tops.length, rng)
  let surplus = tops.length - target
  const byAge = unitsByAge(village.units)
  const candidates = byWish(tops, rng)
  for (const rules of [
    { childRoom: 4, largest: 8 },
    { childRoom: 7, largest: LARGEST_HOUSEHOLD },
  ]) {
    for (const unit of candidates) {
      if (surplus <= 0) break
      if (unit.host === null && joinParents(unit, byAge, rules, rng)) surplus -= 1
    }
  }
  for (const unit of candidates) {
    if (surplus <= 0) break
    if (unit.host === null && joinSibling(village, unit, byAge, rng)) surplus -= 1
  }
  for (const unit of candidates) {
    if (surplus <= 0) break
    if (unit.host === null && joinAsLodger(unit, candidates, rng)) surplus -= 1
  }
  linkParentsApart(candidates, byAge, rng)
}

/** The blood child of a unit: its kin are the kin of the household it joins. */
export function rootOf(unit: DraftUnit): DraftPerson {
  const { husband, wife } = unit
  if (!husband || !wife) return (husband ?? wife)!
  // One couple in eight lives with or near the wife's parents; an immigrant's are abroad.
  return wife.ordinal % 8 === 0 && !wife.isImmigrant ? wife : husband
}

/** The unit at the top of the household. */
export function topOf(unit: DraftUnit): DraftUnit {
  let top = unit
  while (top.host) top = top.host
  return top
}

/** Units whose root is more likely to live with parents come first. */
function byWish(units: readonly DraftUnit[], rng: Rng): DraftUnit[] {
  const wishes = new Map<DraftUnit, number>()
  for (const unit of units) {
    if (!unit.isFixed) wishes.set(unit, wishOf(unit) + rng.next() * 0.6)
  }
  return [...wishes.keys()].toSorted((one, other) => wishes.get(other)! - wishes.get(one)!)
}

function wishOf(unit: DraftUnit): number {
  const { age } = rootOf(unit)
  if (unit.husband && unit.wife) return age < 36 ? 0.5 : age < 50 ? 0.3 : 0.1
  if (unit.kids.length > 0) return 0.5
  return age < 25 ? 1 : age < 30 ? 0.9 : age < 35 ? 0.75 : age < 45 ? 0.55 : age < 60 ? 0.4 : 0
}

function joinParents(
  unit: DraftUnit,
  byAge: readonly DraftUnit[][],
  rules: Rules,
  rng: Rng,
): boolean {
  const parents = findParents(unit, byAge, rules, rng)
  if (!parents) return false
  linkParents(unit, parents)
  host(unit, parents, 'CHILD')
  return true
}

function findParents(
  unit: DraftUnit,
  byAge: readonly DraftUnit[][],
  rules: Rules,
  rng: Rng,
): DraftUnit | null {
  const root = rootOf(unit)
  if (unit.parents || root.isImmigrant || root.mother || root.father) return null
  const target = root.age + 18 + MOTHER_AGE(rng)
  for (let step = 0; step <= 24; step++) {
    const tried = byAge[target + (step % 2 === 0 ? step / 2 : -(step + 1) / 2)]
    if (!tried || tried.length === 0) continue
    for (let attempt = 0; attempt < 3; attempt++) {
      const parents = rng.pick(tried)
      if (fitsParents(unit, root, parents, rules)) return parents
    }
  }
  return null
}

function fitsParents(
  unit: DraftUnit,
  root: DraftPerson,
  parents: DraftUnit,
  rules: Rules,
): boolean {
  if (parents.isFixed || parents.bond === 'BUSINESS' || parents.bond === 'LODGER') return false
  if (!canMother(parents.wife, root) || !canFather(parents.husband, root)) return false
  const children = (parents.wife ?? parents.husband)!.children
  if (children.length >= rules.childRoom || !fitsSiblings(children, root.birthDay)) return false
  if (parents.kids.some((kid) => kid.father === null && kid.mother === null)) return false
  if (topOf(parents).size + unit.size > rules.largest) return false
  return depthOf(parents) + heightOf(unit) <= GENERATIONS
}

function linkParents(unit: DraftUnit, parents: DraftUnit): void {
  unit.parents = parents
  parents.childUnits.push(unit)
  const root = rootOf(unit)
  // A couple registered apart is still a couple.
  const mother = parents.wife ?? parents.husband?.spouse ?? null
  const father = parents.husband ?? parents.wife?.spouse ?? null
  setParents(root, canFather(father, root) ? father : null, canMother(mother, root) ? mother : null)
}

function host(unit: DraftUnit, into: DraftUnit, bond: DraftUnit['bond']): void {
  unit.host = into
  unit.bond = bond
  topOf(into).size += unit.size
}

/** A brother or sister up to twelve years apart takes the unit in; their parents are dead. */
function joinSibling(
  village: VillageDraft,
  unit: DraftUnit,
  byAge: readonly DraftUnit[][],
  rng: Rng,
): boolean {
  const root = rootOf(unit)
  if (root.mother || root.father || root.isImmigrant) return false
  for (let step = 1; step <= 24; step++) {
    const tried = byAge[root.age + (step % 2 === 0 ? step / 2 : -(step + 1) / 2)]
    if (!tried || tried.length === 0) continue
    const other = rng.pick(tried)
    const sibling = rootOf(other)
    if (other === unit || other.isFixed || topOf(other) === unit || other.bond === 'LODGER')
      continue
    if (sibling.mother || sibling.father || sibling.isImmigrant) continue
    if (Math.abs(sibling.birthDay - root.birthDay) < 300) continue
    if (topOf(other).size + unit.size > LARGEST_HOUSEHOLD) continue
    addLateParents(village, [root, sibling], rng)
    host(unit, other, 'SIBLING')
    return true
  }
  return false
}

function joinAsLodger(unit: DraftUnit, hosts: readonly DraftUnit[], rng: Rng): boolean {
  for (let attempt = 0; attempt < 200; attempt++) {
    const other = rng.pick(hosts)
    // The last attempts take any household, so that the count always comes out.
    const largest = attempt < 100 ? LARGEST_HOUSEHOLD : Infinity
    if (topOf(other) === unit || topOf(other).size + unit.size > largest) continue
    if (other.bond === 'LODGER') continue
    host(unit, other, 'LODGER')
    return true
  }
  return false
}

/** 分戶: one of a couple has a household of their own; the kids stay with the other. */
function splitCouples(village: VillageDraft, count: number, rng: Rng): void {
  if (count <= 0) return
  const couples = village.units.filter((unit) => !unit.isFixed && unit.husband && unit.wife)
  for (const unit of rng.shuffle(couples).slice(0, count)) {
    const wife = unit.wife!
    unit.wife = null
    unit.size -= 1
    // The marriage stays: kinship is not the household.
    addUnit(village, null, wife, 0)
  }
}

/** Some who live apart have their parents in another household of the village. */
function linkParentsApart(
  units: readonly DraftUnit[],
  byAge: readonly DraftUnit[][],
  rng: Rng,
): void {
  for (const unit of units) {
    if (unit.host || rootOf(unit).age > 65 || !rng.chance(PARENTS_IN_VILLAGE / 1000)) continue
    const parents = findParents(unit, byAge, { childRoom: 5, largest: Infinity }, rng)
    if (parents && topOf(parents) !== unit) linkParents(unit, parents)
  }
}

function depthOf(unit: DraftUnit): number {
  let depth = 1
  for (let above = unit.host; above; above = above.host) depth += 1
  return depth
}

function heightOf(unit: DraftUnit): number {
  let height = unit.kids.length > 0 ? 2 : 1
  for (const child of unit.childUnits) {
    if (child.host === unit) height = Math.max(height, 1 + heightOf(child))
  }
  return height
}

function unitsByAge(units: readonly DraftUnit[]): DraftUnit[][] {
  const byAge: DraftUnit[][] = Array.from({ length: 160 }, () => [])
  for (const unit of units) {
    const age = unit.wife?.age ?? unit.husband!.age - 3
    if (!unit.isFixed && unit.bond !== 'BUSINESS') byAge[Math.max(0, age)]!.push(unit)
  }
  return byAge
}
