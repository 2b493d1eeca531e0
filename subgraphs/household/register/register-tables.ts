/** Rows of the register's tables, as the migrations made them; dates are ISO text. */
import type { RegistrationEventType as EventType } from '../generated.ts'
import type {
  HouseholdClosedReason,
  HouseholdStatus,
  HouseholdType,
  IdCard,
  IndigenousStatus,
  MaritalStatus,
  MarriageKind,
  NameType,
  NationalIdChangeReason,
  RelationCode,
  Sex,
} from '../../_kit/population/types.ts'
import type { ReachedRelation } from '../case/standing.ts'

export interface PersonRow {
  readonly personNo: number
  readonly fullName: string
  readonly surname: string | null
  readonly givenName: string
  readonly latinName: string | null
  readonly nameType: NameType
  readonly sex: Sex
  readonly birthDate: string
  readonly birthPlace: string
  readonly birthOrder: string
  readonly deathDate: string | null
  readonly registeredElsewhere: string | null
  readonly movedAbroadOn: string | null
  readonly maritalStatus: MaritalStatus
  readonly fatherName: string | null
  readonly motherName: string | null
  readonly adoptiveFatherName: string | null
  readonly adoptiveMotherName: string | null
  readonly indigenousStatus: IndigenousStatus | null
  readonly ethnicGroup: string | null
  readonly isNewImmigrant: boolean
}

export interface NationalIdRow {
  readonly personNo: number
  readonly nationalId: string
  readonly validFrom: string
  readonly validTo: string | null
  readonly reason: NationalIdChangeReason | null
}

export interface HouseholdRow {
  readonly householdKey: number
  readonly id: string
  readonly householdNo: string
  readonly type: HouseholdType
  readonly name: string | null
  readonly status: HouseholdStatus
  readonly headPersonNo: number
  readonly plateId: string | null
  readonly addressText: string
  readonly townCode: string
  readonly villageCode: string
  readonly neighborhood: number
  readonly establishedOn: string
  readonly closedOn: string | null
  readonly closedReason: HouseholdClosedReason | null
  readonly successorKey: number | null
}

export interface MemberRow {
  readonly householdKey: number
  readonly personNo: number
  readonly position: number
  readonly relationCode: RelationCode
  readonly relationText: string
  readonly joinedOn: string
  readonly leftOn: string | null
  readonly isPresent: boolean
}

export interface KinshipRow {
  readonly kind: 'PARENT' | 'ADOPTIVE_PARENT' | 'GUARDIAN' | 'CUSTODY'
  readonly fromPersonNo: number
  readonly toPersonNo: number
  readonly validFrom: string
  readonly validTo: string | null
  readonly endReason: 'DEATH' | 'END_ADOPT' | null
}

export interface MarriageRow {
  readonly firstPersonNo: number
  readonly secondPersonNo: number
  readonly kind: MarriageKind
  readonly validFrom: string
  readonly validTo: string | null
  readonly endReason: 'DIVORCE' | 'DEATH' | 'END_748' | null
}

export interface PartnerAnnotationRow {
  readonly firstPersonNo: number
  readonly secondPersonNo: number
  readonly annotatedOn: string
  readonly removedOn: string | null
}

export interface ProtectionRow {
  readonly personNo: number
  readonly ground: 'DOMESTIC_VIOLENCE_ACT' | 'STALKING_ACT'
  readonly validFrom: string
  readonly validTo: string | null
}

export interface IdCardRow extends IdCard {
  readonly personNo: number
}

export interface RegistrationRow {
  readonly personNo: number
  readonly seq: number
  readonly type: EventType
  readonly eventDate: string
  readonly appliedDate: string
  readonly registeredDate: string
  readonly otherPersonNo: number | null
}

interface NoteRow {
  readonly seq: number
  readonly type: EventType
  readonly eventDate: string
  readonly registeredDate: string
  readonly namesAddress: boolean
  /** With national IDs inside, as the register has it; never leaves unmasked. */
  readonly text: string
}
export interface PersonNoteRow extends NoteRow {
  readonly personNo: number
}
export interface HouseholdNoteRow extends NoteRow {
  readonly householdKey: number
}

export interface LawRow {
  readonly validFrom: string
  readonly validTo: string | null
  readonly source: string
  readonly certainty: 'seen' | 'known' | 'unsure'
}

export interface CaseRow {
  readonly caseNo: string
  /** null: any client. */ readonly clientId: string | null
  readonly officer: string | null
  /** Of one citizen, or over a list 名冊, whose people it does not name. */
  readonly coverage: 'PERSON' | 'LIST'
  readonly citizenNationalId: string | null
  readonly status: 'OPEN' | 'CLOSED'
  readonly openedOn: string
  readonly closedOn: string | null
}

export interface ConsentRow {
  readonly consentNo: string
  readonly caseNo: string
  readonly citizenNationalId: string
  readonly agencyCode: string
  readonly purpose: string
  readonly signedOn: string
  readonly withdrawnOn: string | null
}

export interface ClaimMismatchRow {
  readonly clientId: string
  /** Sealed person key. */
  readonly subject: string
  readonly mismatches: number
  readonly latestAt: Date
}

export interface CaseReachRow extends LawRow {
  readonly purpose: string
  readonly relation: ReachedRelation
}

/** What a purpose may see beside the rules for all. */
export interface PurposeLimitRow extends LawRow {
  readonly purpose: string
  /** Months after a death; null without limit. */
  readonly deceasedMonths: number | null
  readonly minors: 'ALL' | 'OWN_CASE' | 'NONE'
  /** Whether a citizen's own case counts in whichever district the citizen is registered. */
  readonly crossesRegions: boolean
}

export interface DeskOfficerRow {
  /** As access tokens name the officer. */
  readonly subject: string
  readonly agencyCode: string
  readonly nationalId: string
  readonly validFrom: string
  readonly validTo: string | null
}

/** The household register's tables. */
export interface Database {
  person: PersonRow
  personNationalId: NationalIdRow
  household: HouseholdRow
  householdMember: MemberRow
  kinship: KinshipRow
  marriage: MarriageRow
  partnerAnnotation: PartnerAnnotationRow
  protection: ProtectionRow
  idCard: IdCardRow
  registration: RegistrationRow
  personNote: PersonNoteRow
  householdNote: HouseholdNoteRow
  registrationDeadline: LawRow & { readonly type: string; readonly days: number }
  ageOfMajority: LawRow & { readonly years: number }
  serviceCase: CaseRow
  consent: ConsentRow
  claimMismatch: ClaimMismatchRow
  caseReach: CaseReachRow
  purposeLimit: PurposeLimitRow
  deskOfficer: DeskOfficerRow
}
