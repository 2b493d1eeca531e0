import type { KinRelation } from '../generated.ts'
import type { RegisteredAnnotation, RegisteredKin } from '../register/register-facts.ts'

/** Kin of these relations; descent and adoption outlive a death, so only an ended adoption is left out. */
export function relativesIn(
  kin: readonly RegisteredKin[],
  ...relations: readonly KinRelation[]
): readonly RegisteredKin[] {
  return kin.filter(
    ({ relation, endReason }) => relations.includes(relation) && endReason !== 'END_ADOPT',
  )
}

/** Kin of these relations that hold on the day; the last day still counts. */
export function relativesInForce(
  kin: readonly RegisteredKin[],
  today: string,
  ...relations: readonly KinRelation[]
): readonly RegisteredKin[] {
  return kin.filter(
    ({ relation, since, until }) =>
      relations.includes(relation) && since <= today && (until === null || until >= today),
  )
}

/** Spouses: of a marriage in force, or of any. A marriage that ends is no longer in force that day. */
export function spousesIn(
  kin: readonly RegisteredKin[],
  today: string,
  includeEnded: boolean,
): readonly RegisteredKin[] {
  return kin.filter(
    ({ relation, since, until }) =>
      relation === 'SPOUSE' &&
      (includeEnded || (since <= today && (until === null || until > today))),
  )
}

/** Partner annotations that stand on the day, or all. */
export function annotationsIn(
  annotations: readonly RegisteredAnnotation[],
  today: string,
  includeRemoved: boolean,
): readonly RegisteredAnnotation[] {
  return annotations.filter(
    ({ annotatedOn, removedOn }) =>
      includeRemoved || (annotatedOn <= today && (removedOn === null || removedOn > today)),
  )
}
