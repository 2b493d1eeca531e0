import type { DraftPerson } from './draft.ts'
import type { RelationCode } from './types.ts'

const RANKS = ['長', '次', '三', '四', '五', '六', '七', '八', '九', '十']

/** 出生別: rank among the brothers or sisters on record, 長男 次女 …. */
export function birthOrderText(rank: number, isMale: boolean): string {
  return `${RANKS[rank] ?? RANKS[9]}${isMale ? '男' : '女'}`
}

/** 稱謂 as the register writes it; sons and daughters by rank (長子 次女). */
export function relationText(code: RelationCode, rank: number): string {
  if (code === 'SON') return `${RANKS[rank] ?? RANKS[9]}子`
  if (code === 'DAUGHTER') return `${RANKS[rank] ?? RANKS[9]}女`
  return TEXTS[code]
}

/** 稱謂 of a member to the head, from kinship, sex and birth; FAMILY_MEMBER 家屬 where none applies. */
export function relationToHead(head: DraftPerson, member: DraftPerson): RelationCode {
  if (head === member) return 'HEAD'
  if (member === head.spouse || member === head.lateSpouse)
    return member.isMale ? 'HUSBAND' : 'WIFE'
  return (
    descent(head, member) ??
    ascent(head, member) ??
    bySibling(head, member) ??
    byMarriage(head, member) ??
    byParentSibling(head, member) ??
    'FAMILY_MEMBER'
  )
}

function descent(head: DraftPerson, member: DraftPerson): RelationCode | null {
  if (isChild(member, head)) return member.isMale ? 'SON' : 'DAUGHTER'
  if (member.adoptiveFather === head || member.adoptiveMother === head) {
    return member.isMale ? 'ADOPTED_SON' : 'ADOPTED_DAUGHTER'
  }
  for (const parent of parentsOf(member)) {
    if (isChild(parent, head)) {
      if (parent.isMale) return member.isMale ? 'GRANDSON' : 'GRANDDAUGHTER'
      return member.isMale ? 'DAUGHTERS_SON' : 'DAUGHTERS_DAUGHTER'
    }
    for (const grand of parentsOf(parent)) if (isChild(grand, head)) return 'GREAT_GRANDCHILD'
  }
  return null
}

function ascent(head: DraftPerson, member: DraftPerson): RelationCode | null {
  if (member === head.father) return 'FATHER'
  if (member === head.mother) return 'MOTHER'
  if (member === head.adoptiveFather) return 'ADOPTIVE_FATHER'
  if (member === head.adoptiveMother) return 'ADOPTIVE_MOTHER'
  if (head.father && isChild(head.father, member)) {
    return member.isMale ? 'GRANDFATHER' : 'GRANDMOTHER'
  }
  if (head.mother && isChild(head.mother, member)) {
    return member.isMale ? 'MATERNAL_GRANDFATHER' : 'MATERNAL_GRANDMOTHER'
  }
  return null
}

function bySibling(head: DraftPerson, member: DraftPerson): RelationCode | null {
  if (areSiblings(head, member)) {
    const isElder = member.birthDay < head.birthDay
    if (member.isMale) return isElder ? 'ELDER_BROTHER' : 'YOUNGER_BROTHER'
    return isElder ? 'ELDER_SISTER' : 'YOUNGER_SISTER'
  }
  for (const parent of parentsOf(member)) {
    if (!areSiblings(head, parent)) continue
    if (parent.isMale) return member.isMale ? 'BROTHERS_SON' : 'BROTHERS_DAUGHTER'
    return member.isMale ? 'SISTERS_SON' : 'SISTERS_DAUGHTER'
  }
  return null
}

function byMarriage(head: DraftPerson, member: DraftPerson): RelationCode | null {
  const { spouse } = member
  if (spouse && isChild(spouse, head)) return member.isMale ? 'SON_IN_LAW' : 'DAUGHTER_IN_LAW'
  if (spouse?.isMale && areSiblings(spouse, head)) {
    return spouse.birthDay < head.birthDay ? 'ELDER_BROTHERS_WIFE' : 'YOUNGER_BROTHERS_WIFE'
  }
  const partner = head.spouse ?? head.lateSpouse
  if (!partner || !isChild(partner, member)) return null
  if (head.isMale) return member.isMale ? 'WIFES_FATHER' : 'WIFES_MOTHER'
  return member.isMale ? 'HUSBANDS_FATHER' : 'HUSBANDS_MOTHER'
}

function byParentSibling(head: DraftPerson, member: DraftPerson): RelationCode | null {
  const { father, mother } = head
  if (father && areSiblings(father, member)) {
    if (!member.isMale) return 'FATHERS_SISTER'
    return member.birthDay < father.birthDay ? 'FATHERS_ELDER_BROTHER' : 'FATHERS_YOUNGER_BROTHER'
  }
  if (mother && areSiblings(mother, member)) {
    return member.isMale ? 'MOTHERS_BROTHER' : 'MOTHERS_SISTER'
  }
  return null
}

function isChild(child: DraftPerson, parent: DraftPerson): boolean {
  return child.father === parent || child.mother === parent
}

function areSiblings(one: DraftPerson, other: DraftPerson): boolean {
  if (one === other) return false
  if (one.father !== null && one.father === other.father) return true
  return one.mother !== null && one.mother === other.mother
}

function parentsOf(person: DraftPerson): DraftPerson[] {
  const { father, mother } = person
  return father ? (mother ? [father, mother] : [father]) : mother ? [mother] : []
}

/** Members stand as 戶籍法施行細則 4 orders them. */
export function orderInHousehold(code: RelationCode): number {
  return ORDER[code] ?? 5
}

const ORDER: Partial<Record<RelationCode, number>> = {
  HEAD: 0,
  SPOUSE: 1,
  HUSBAND: 1,
  WIFE: 1,
  FATHER: 2,
  MOTHER: 2,
  ADOPTIVE_FATHER: 2,
  ADOPTIVE_MOTHER: 2,
  GRANDFATHER: 2,
  GRANDMOTHER: 2,
  MATERNAL_GRANDFATHER: 2,
  MATERNAL_GRANDMOTHER: 2,
  SON: 3,
  DAUGHTER: 3,
  ADOPTED_SON: 3,
  ADOPTED_DAUGHTER: 3,
  GRANDSON: 3.5,
  GRANDDAUGHTER: 3.5,
  DAUGHTERS_SON: 3.5,
  DAUGHTERS_DAUGHTER: 3.5,
  GREAT_GRANDCHILD: 3.8,
  ELDER_BROTHER: 4,
  YOUNGER_BROTHER: 4,
  ELDER_SISTER: 4,
  YOUNGER_SISTER: 4,
  FAMILY_MEMBER: 6,
  OTHER_MEMBER: 7,
  LODGER: 8,
}

const TEXTS: Record<RelationCode, string> = {
  HEAD: '戶長',
  SPOUSE: '配偶',
  HUSBAND: '夫',
  WIFE: '妻',
  FATHER: '父',
  MOTHER: '母',
  ADOPTIVE_FATHER: '養父',
  ADOPTIVE_MOTHER: '養母',
  GRANDFATHER: '祖父',
  GRANDMOTHER: '祖母',
  MATERNAL_GRANDFATHER: '外祖父',
  MATERNAL_GRANDMOTHER: '外祖母',
  SON: '子',
  DAUGHTER: '女',
  ADOPTED_SON: '養子',
  ADOPTED_DAUGHTER: '養女',
  DAUGHTER_IN_LAW: '媳',
  SON_IN_LAW: '婿',
  GRANDSON: '孫',
  GRANDDAUGHTER: '孫女',
  DAUGHTERS_SON: '外孫',
  DAUGHTERS_DAUGHTER: '外孫女',
  GREAT_GRANDCHILD: '曾孫',
  ELDER_BROTHER: '兄',
  YOUNGER_BROTHER: '弟',
  ELDER_SISTER: '姊',
  YOUNGER_SISTER: '妹',
  ELDER_BROTHERS_WIFE: '嫂',
  YOUNGER_BROTHERS_WIFE: '弟媳',
  FATHERS_ELDER_BROTHER: '伯',
  FATHERS_YOUNGER_BROTHER: '叔',
  FATHERS_SISTER: '姑',
  MOTHERS_BROTHER: '舅',
  MOTHERS_SISTER: '姨',
  BROTHERS_SON: '姪',
  BROTHERS_DAUGHTER: '姪女',
  SISTERS_SON: '甥',
  SISTERS_DAUGHTER: '甥女',
  WIFES_FATHER: '岳父',
  WIFES_MOTHER: '岳母',
  HUSBANDS_FATHER: '公',
  HUSBANDS_MOTHER: '婆',
  FAMILY_MEMBER: '家屬',
  LODGER: '寄居人',
  EMPLOYEE: '受僱人',
  STUDENT: '學生',
  INMATE: '收容人',
  OTHER_MEMBER: '其他成員',
}
