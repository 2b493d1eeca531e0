import type { GeneratedPerson, RelationCode } from '../../_kit/population/types.ts'

interface Relation {
  readonly code: RelationCode
  /** 稱謂 */ readonly text: string
}

const HEAD: Relation = { code: 'HEAD', text: '戶長' }

/**
 * 稱謂 of someone to the head of a closed record 除戶, who is dead: spouse, child with the rank of the
 * birth order (長男 → 長子), parent, grandchild, child-in-law. null where none of these. `isSpouse`: of a marriage
 * that lasted until the head's death.
 */
export function relationToDeadHead(
  head: GeneratedPerson,
  member: GeneratedPerson,
  personOf: (ordinal: number | null) => GeneratedPerson | undefined,
  isSpouse: boolean,
): Relation | null {
  if (member === head) return HEAD
  const isMale = member.sex === 'MALE'
  if (isSpouse) {
    return isMale ? { code: 'HUSBAND', text: '夫' } : { code: 'WIFE', text: '妻' }
  }
  if (head.fatherOrdinal === member.ordinal) return { code: 'FATHER', text: '父' }
  if (head.motherOrdinal === member.ordinal) return { code: 'MOTHER', text: '母' }
  if (isChildOf(member, head)) return childRelation(member)
  return grandchild(head, member, personOf) ?? childInLaw(head, member, personOf)
}

function isChildOf(child: GeneratedPerson, parent: GeneratedPerson): boolean {
  return child.fatherOrdinal === parent.ordinal || child.motherOrdinal === parent.ordinal
}

function childRelation({ sex, birthOrder }: GeneratedPerson): Relation {
  return sex === 'MALE'
    ? { code: 'SON', text: birthOrder.replace('男', '子') }
    : { code: 'DAUGHTER', text: birthOrder }
}

function grandchild(
  head: GeneratedPerson,
  member: GeneratedPerson,
  personOf: (ordinal: number | null) => GeneratedPerson | undefined,
): Relation | null {
  const isMale = member.sex === 'MALE'
  const [father, mother] = [personOf(member.fatherOrdinal), personOf(member.motherOrdinal)]
  if (father && isChildOf(father, head)) {
    return isMale ? { code: 'GRANDSON', text: '孫' } : { code: 'GRANDDAUGHTER', text: '孫女' }
  }
  if (!mother || !isChildOf(mother, head)) return null
  return isMale
    ? { code: 'DAUGHTERS_SON', text: '外孫' }
    : { code: 'DAUGHTERS_DAUGHTER', text: '外孫女' }
}

function childInLaw(
  head: GeneratedPerson,
  member: GeneratedPerson,
  personOf: (ordinal: number | null) => GeneratedPerson | undefined,
): Relation | null {
  const spouse = personOf(member.spouseOrdinal)
  if (!spouse || !isChildOf(spouse, head)) return null
  return member.sex === 'MALE'
    ? { code: 'SON_IN_LAW', text: '婿' }
    : { code: 'DAUGHTER_IN_LAW', text: '媳' }
}
