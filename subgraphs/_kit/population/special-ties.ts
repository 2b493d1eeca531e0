import { addPerson, setParents, YEAR } from './draft.ts'
import type { DraftPerson, VillageDraft } from './draft.ts'
import { sendElsewhere } from './parents-elsewhere.ts'

/** Our assumptions. */
const ADOPTED_KIDS_PER_1000 = 4
const PARTNER_ANNOTATIONS_PER_100000_ADULTS = 40
const GUARDED_ELDERS_PER_1000 = 3

/** Annotated same-sex partners and guardians of adults, once marital status is settled. */
export function addSpecialTies(village: VillageDraft): void {
  annotatePartners(village)
  guardElders(village)
}

/** A couple's kid becomes their adopted one; the mother by birth is registered elsewhere. */
export function adoptKids(village: VillageDraft): void {
  const rng = village.rng('adoptions')
  for (const unit of village.units) {
    const { husband, wife } = unit
    if (!husband || !wife || unit.isFixed) continue
    for (const kid of unit.kids) {
      if (kid.father !== husband || !rng.chance(ADOPTED_KIDS_PER_1000 / 1000)) continue
      orphan(kid)
      kid.adoptiveFather = husband
      kid.adoptiveMother = wife
      const birth = kid.birthDay - Math.round(rng.between(18, 33) * YEAR)
      setParents(kid, null, sendElsewhere(village, addPerson(village, false, birth), rng))
      const since = rng.between(kid.birthDay + 60, Math.max(kid.birthDay + 60, village.today))
      for (const parent of [husband, wife]) {
        village.bonds.push({ kind: 'ADOPTIVE_PARENT', from: parent, to: kid, since })
      }
    }
  }
}

function orphan(kid: DraftPerson): void {
  for (const parent of [kid.father, kid.mother]) {
    if (parent) parent.children = parent.children.filter((child) => child !== kid)
  }
  kid.father = null
  kid.mother = null
}

/** 同性伴侶註記: in 107 an annotation of two unmarried adults and no marriage. */
function annotatePartners(village: VillageDraft): void {
  const rng = village.rng('partners')
  const single = village.units
    .filter((unit) => !(unit.husband && unit.wife) && unit.kids.length === 0 && !unit.isFixed)
    .map((unit) => (unit.husband ?? unit.wife)!)
    .filter((one) => one.marital === 'NEVER_MARRIED' && !one.spouse && one.age < 50 && one.age > 21)
  const expected = (village.facts.from20 * PARTNER_ANNOTATIONS_PER_100000_ADULTS) / 100000
  let count = Math.floor(expected + rng.next())
  rng.shuffle(single)
  while (count > 0 && single.length > 1) {
    count -= 1
    const from = single.pop()!
    const at = single.findIndex((to) => mayPair(from, to))
    if (at < 0) continue
    const to = single.splice(at, 1)[0]!
    // Kaohsiung was the first city to annotate, from 2015-05-20 on.
    const since = village.today - rng.below(1080)
    village.bonds.push({ kind: 'SAME_SEX_PARTNER_ANNOTATION', from, to, since })
  }
}

function mayPair(one: DraftPerson, other: DraftPerson): boolean {
  const areKin =
    (one.father !== null && one.father === other.father) ||
    (one.mother !== null && one.mother === other.mother)
  return one.isMale === other.isMale && Math.abs(one.age - other.age) < 12 && !areKin
}

/** 監護宣告: an old person's child is appointed guardian. */
function guardElders(village: VillageDraft): void {
  const rng = village.rng('guardians')
  for (const elder of village.people) {
    if (elder.presence !== 'REGISTERED' || elder.age < 75 || elder.fixed) continue
    if (!rng.chance(GUARDED_ELDERS_PER_1000 / 1000)) continue
    const guardian = elder.children.find((child) => child.presence !== 'DEAD' && child.age >= 25)
    if (!guardian) continue
    const since = village.today - rng.between(30, 2000)
    village.bonds.push({ kind: 'GUARDIAN', from: guardian, to: elder, since })
  }
}
