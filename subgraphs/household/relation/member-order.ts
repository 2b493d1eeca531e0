import type { RelationCode } from '../../_kit/population/types.ts'

const ASCENDANTS: readonly RelationCode[] = [
  'FATHER',
  'MOTHER',
  'ADOPTIVE_FATHER',
  'ADOPTIVE_MOTHER',
  'GRANDFATHER',
  'GRANDMOTHER',
  'MATERNAL_GRANDFATHER',
  'MATERNAL_GRANDMOTHER',
]
const DESCENDANTS: readonly RelationCode[] = [
  'SON',
  'DAUGHTER',
  'ADOPTED_SON',
  'ADOPTED_DAUGHTER',
  'GRANDSON',
  'GRANDDAUGHTER',
  'DAUGHTERS_SON',
  'DAUGHTERS_DAUGHTER',
  'GREAT_GRANDCHILD',
]
const COLLATERALS: readonly RelationCode[] = [
  'ELDER_BROTHER',
  'YOUNGER_BROTHER',
  'ELDER_SISTER',
  'YOUNGER_SISTER',
  'FATHERS_ELDER_BROTHER',
  'FATHERS_YOUNGER_BROTHER',
  'FATHERS_SISTER',
  'MOTHERS_BROTHER',
  'MOTHERS_SISTER',
  'BROTHERS_SON',
  'BROTHERS_DAUGHTER',
  'SISTERS_SON',
  'SISTERS_DAUGHTER',
]
const OTHER_FAMILY: readonly RelationCode[] = [
  'DAUGHTER_IN_LAW',
  'SON_IN_LAW',
  'ELDER_BROTHERS_WIFE',
  'YOUNGER_BROTHERS_WIFE',
  'WIFES_FATHER',
  'WIFES_MOTHER',
  'HUSBANDS_FATHER',
  'HUSBANDS_MOTHER',
  'FAMILY_MEMBER',
]

/** 戶籍法施行細則第4條, both kinds of household in one row: no relation stands in both but head and lodger. */
const GROUPS: readonly (readonly RelationCode[])[] = [
  ['HEAD'],
  ['SPOUSE', 'HUSBAND', 'WIFE'],
  ASCENDANTS,
  DESCENDANTS,
  COLLATERALS,
  OTHER_FAMILY,
  ['EMPLOYEE'],
  ['STUDENT'],
  ['INMATE'],
  ['OTHER_MEMBER'],
  ['LODGER'],
]
const RANKS = new Map(GROUPS.flatMap((group, rank) => group.map((code) => [code, rank] as const)))

/** Members in the register's order; within one group as they came. */
export function inRegisterOrder<Member extends { readonly code: RelationCode }>(
  members: readonly Member[],
): readonly Member[] {
  return members.toSorted((one, other) => rankOf(one.code) - rankOf(other.code))
}

function rankOf(code: RelationCode): number {
  return RANKS.get(code) ?? GROUPS.length
}
