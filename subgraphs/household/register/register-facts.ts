/** What the register answers: its rows as a question joins and names them. */
import type { KinRelation, PersonFlagKind } from '../generated.ts'
import type {
  HouseholdRow,
  MarriageRow,
  MemberRow,
  PersonRow,
  RegistrationRow,
} from './register-tables.ts'

/** A person with the present number and those earlier ones that lead to nobody else now. */
export interface RegisteredPerson extends PersonRow {
  readonly nationalId: string
  readonly formerNationalIds: readonly string[]
  /** Protected on the day, or living with someone who is. */
  readonly isProtected: boolean
  /** District of the present household; null without one in this register. */
  readonly townCode: string | null
}

/** A person with the number that was searched for. */
export interface FoundPerson extends RegisteredPerson {
  readonly asked: string
}

/** A household; `isProtected` where someone in it is protected on the day. */
export interface RegisteredHousehold extends HouseholdRow {
  readonly isProtected: boolean
}

/** A household asked for by its id: with everyone who stands in its record. */
export interface FoundHousehold extends RegisteredHousehold {
  readonly memberNos: readonly number[]
  /** All numbers they have or had. */
  readonly memberNumbers: readonly string[]
}

/** A household as a person's own: with the day the person was registered in it. */
export interface OwnHousehold extends RegisteredHousehold {
  readonly personNo: number
  readonly joinedOn: string
}

export interface RegisteredMember extends Pick<
  MemberRow,
  'householdKey' | 'relationCode' | 'joinedOn' | 'leftOn' | 'isPresent'
> {
  readonly relationToHead: string
  readonly person: RegisteredPerson
}

export interface StandingFlag {
  readonly personNo: number
  readonly kind: PersonFlagKind
  readonly since: string | null
  readonly basis: string | null
}

export interface RegisteredKin {
  readonly personNo: number
  readonly otherPersonNo: number
  readonly relation: KinRelation
  readonly since: string
  readonly until: string | null
  readonly endReason: 'DIVORCE' | 'DEATH' | 'END_748' | 'END_ADOPT' | null
  readonly marriageKind: MarriageRow['kind'] | null
}

export interface RegisteredAnnotation {
  readonly personNo: number
  readonly otherPersonNo: number
  readonly annotatedOn: string
  readonly removedOn: string | null
}

export interface RegisteredEvent extends RegistrationRow {
  /** Days the law gave for applying at the time; null where none is known. */
  readonly deadlineDays: number | null
}

/** How a client stands with claims about one person. */
export interface ClaimStanding {
  readonly isLocked: boolean
  readonly checkedAt: string
}
