import { dateOf } from './calendar.ts'
import type { VillageDraft } from './draft.ts'
import { addYears } from './calendar.ts'
import type { GeneratedKinship, KinshipKind } from './types.ts'

/** Every relation in force or ended: parents, marriages, adoptions, guardians, custody, annotations. */
export function materialiseKinships(village: VillageDraft): GeneratedKinship[] {
  const kinships: GeneratedKinship[] = []
  for (const child of village.people) {
    const birth = dateOf(child.birthDay)
    if (child.father) kinships.push(tie('PARENT', child.father.ordinal, child.ordinal, birth, null))
    if (child.mother) kinships.push(tie('PARENT', child.mother.ordinal, child.ordinal, birth, null))
  }
  for (const { husband, wife, from, to, endReason } of village.marriages) {
    kinships.push({
      kind: 'SPOUSE',
      fromOrdinal: husband.ordinal,
      toOrdinal: wife.ordinal,
      marriageKind: 'CIVIL_CODE',
      validFrom: dateOf(from),
      validTo: to === null ? null : dateOf(to),
      endReason,
    })
  }
  for (const { kind, from, to, since } of village.bonds) {
    // Custody ends at the adult age, 20 in 107; whoever is younger is still under it.
    const end = kind === 'CUSTODY' ? addYears(to.birthDay, 20) : null
    const validTo = end !== null && end <= village.today ? dateOf(end) : null
    kinships.push(tie(kind, from.ordinal, to.ordinal, dateOf(since), validTo))
  }
  return kinships
}

function tie(
  kind: KinshipKind,
  fromOrdinal: number,
  toOrdinal: number,
  validFrom: string,
  validTo: string | null,
): GeneratedKinship {
  return { kind, fromOrdinal, toOrdinal, marriageKind: null, validFrom, validTo, endReason: null }
}
