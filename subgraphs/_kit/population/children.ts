import { fitsSiblings, setParents, YEAR } from './draft.ts'
import type { DraftPerson, DraftUnit, VillageDraft } from './draft.ts'
import { weightedTable } from './rng.ts'
import type { Rng } from './rng.ts'

/** Mother's age at birth, from 17 to 45: assumption after the 2000–2017 birth tables. */
const MOTHER_AGE = weightedTable([
  2, 3, 5, 8, 12, 16, 21, 27, 33, 40, 46, 50, 52, 52, 50, 46, 40, 34, 27, 21, 15, 11, 7, 5, 3, 2, 1,
  1, 1,
])
/** Of 1,000 kids under 20: with a lone mother, with a lone father, with grandparents. Assumption. */
const LONE_MOTHER = 100
const LONE_FATHER = 60
const GRANDPARENTS = 50

type Fit = (unit: DraftUnit, kid: DraftPerson) => boolean
interface Buckets {
  readonly couples: DraftUnit[][]
  readonly women: DraftUnit[][]
  readonly men: DraftUnit[][]
  readonly elders: DraftUnit[][]
}

/** Gives every kid under 20 a home: couple, lone parent, grandparents, or as a last resort a guardian. */
export function placeKids(village: VillageDraft): void {
  const rng = village.rng('kids')
  const buckets = bucketsOf(village)
  for (const kid of village.people) {
    if (kid.age >= 20 || kid.fixed !== null) continue
    const home = findHome(kid, buckets, rng)
    kid.unit = home
    home.kids.push(kid)
    home.size += 1
    if (isParentUnit(home, kid)) setParents(kid, home.husband, home.wife)
  }
}

/** Whether the adults of the kid's unit can be its parents (else they are kin or guardians). */
export function isParentUnit(unit: DraftUnit, kid: DraftPerson): boolean {
  return canMother(unit.wife, kid) && canFather(unit.husband, kid)
}

/** No woman there, or one who was 16 to 46 at the birth. */
export function canMother(woman: DraftPerson | null, kid: DraftPerson): boolean {
  if (!woman) return true
  const gap = kid.birthDay - woman.birthDay
  return gap >= 17 * YEAR && gap <= 46 * YEAR
}

/** No man there, or one who was 18 to 60 at the birth. */
export function canFather(man: DraftPerson | null, kid: DraftPerson): boolean {
  if (!man) return true
  const gap = kid.birthDay - man.birthDay
  return gap >= 18 * YEAR && gap <= 60 * YEAR
}

function findHome(kid: DraftPerson, buckets: Buckets, rng: Rng): DraftUnit {
  const draw = rng.below(1000)
  const motherAge = kid.age + 17 + MOTHER_AGE(rng)
  const strict = [
    search(buckets.couples, motherAge, 12, kid, hasRoom, rng),
    search(buckets.women, motherAge, 12, kid, hasRoom, rng),
    search(buckets.men, motherAge + 3, 20, kid, hasRoom, rng),
    search(buckets.elders, kid.age + 58, 16, kid, isGrandparentAge, rng),
  ]
  const first =
    draw < LONE_MOTHER
      ? 1
      : draw < LONE_MOTHER + LONE_FATHER
        ? 2
        : draw < LONE_MOTHER + LONE_FATHER + GRANDPARENTS
          ? 3
          : 0
  for (const index of [first, 0, 1, 2, 3]) {
    const home = strict[index]!()
    if (home) return home
  }
  return (
    search(buckets.couples, motherAge, 30, kid, hasAnyRoom, rng)() ??
    search(buckets.women, motherAge, 30, kid, hasAnyRoom, rng)() ??
    search(buckets.men, motherAge, 40, kid, hasAnyRoom, rng)() ??
    search(buckets.elders, kid.age + 58, 30, kid, isGrandparentAge, rng)() ??
    oldestAdult(buckets)
  )
}

const hasRoom: Fit = (unit, kid) => unit.kids.length < unit.kidRoom && hasAnyRoom(unit, kid)

const hasAnyRoom: Fit = (unit, kid) =>
  unit.kids.length < 7 &&
  isParentUnit(unit, kid) &&
  unit.kids.every((other) => isParentUnit(unit, other)) &&
  fitsSiblings(unit.kids, kid.birthDay)

/** Old enough for a child between them and the kid, with no kids of their own at home. */
const isGrandparentAge: Fit = (unit, kid) =>
  unit.kids.length < 3 &&
  unit.kids.every((other) => !isParentUnit(unit, other)) &&
  [unit.husband, unit.wife].every(
    // A lone man of less than 61 years more could be the father: see canFather.
    (elder) => elder === null || kid.birthDay - elder.birthDay >= (unit.wife ? 47 : 61) * YEAR,
  ) &&
  unit.kids.every((other) => Math.abs(other.birthDay - kid.birthDay) >= 300) &&
  unit.kids.every((other) => Math.abs(other.birthDay - kid.birthDay) <= 9 * YEAR)

/** Looks from the wished age outwards; a few tries at each age. */
function search(
  buckets: DraftUnit[][],
  age: number,
  reach: number,
  kid: DraftPerson,
  fits: Fit,
  rng: Rng,
): () => DraftUnit | null {
  return () => {
    for (let step = 0; step <= reach * 2; step++) {
      const tried = buckets[age + (step % 2 === 0 ? step / 2 : -(step + 1) / 2)]
      if (!tried || tried.length === 0) continue
      for (let attempt = 0; attempt < 4; attempt++) {
        const unit = rng.pick(tried)
        if (fits(unit, kid)) return unit
      }
    }
    return null
  }
}

function oldestAdult(buckets: Buckets): DraftUnit {
  const all = [buckets.elders, buckets.couples, buckets.men, buckets.women]
  return all.flatMap((groups) => groups.flat()).reduce((one, other) => eldest(one, other))
}

function eldest(one: DraftUnit, other: DraftUnit): DraftUnit {
  return ageOf(other) > ageOf(one) ? other : one
}

/** The age units are looked up by: the wife's, or the lone man's. */
function ageOf(unit: DraftUnit): number {
  return (unit.wife ?? unit.husband)?.age ?? 0
}

function bucketsOf(village: VillageDraft): Buckets {
  const empty = (): DraftUnit[][] => Array.from({ length: 101 }, () => [])
  const buckets = { couples: empty(), women: empty(), men: empty(), elders: empty() }
  for (const unit of village.units) {
    if (unit.isFixed) continue
    const age = ageOf(unit)
    if (unit.wife && unit.husband) buckets.couples[age]!.push(unit)
    else if (unit.wife) buckets.women[age]!.push(unit)
    else buckets.men[age]!.push(unit)
    if (age >= 48) buckets.elders[age]!.push(unit)
  }
  return buckets
}
