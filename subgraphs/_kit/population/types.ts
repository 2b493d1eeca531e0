/**
 * Synthetic people on real ground: the shapes one generated village has. Each is a fact of the
 * made-up world, not of one agency: an agency's `seed.ts` derives its own rows from it. Dates are ISO `YYYY-MM-DD` strings, money is integer TWD, areas are m²,
 * coordinates are EPSG:3826 metres. An `ordinal` is a 32-bit number unique in the whole run and the
 * same at every scale; it joins the records of one village to each other. Kinship never crosses
 * villages (kin in another village are people `ELSEWHERE`), so one village stands alone.
 */
import type {
  GeneratedHouse,
  GeneratedIncome,
  GeneratedLicence,
  GeneratedParcel,
  GeneratedUnpaidTax,
  GeneratedVehicle,
  GeneratedWelfareApplication,
  GeneratedWelfareStatus,
} from './asset-types.ts'

export type * from './asset-types.ts'

export type IsoDate = string
export type Ordinal = number
export type Scale = 'jiaxian' | 'rural9' | 'kaohsiung'
export type Sex = 'MALE' | 'FEMALE'

/** Counts of one village at the end of May 2018 (107-05). `from20` includes everyone over 64. */
export interface VillageFacts {
  /** 8 digits, `64000330`. */ readonly townCode: string
  /** 11 digits, `64000330003`. */ readonly villageCode: string
  /** 甲仙區 */ readonly town: string
  /** 和安里 */ readonly village: string
  readonly households: number
  readonly men: number
  readonly women: number
  readonly under15: number
  readonly from15to64: number
  readonly over64: number
  readonly from20: number
  readonly from18to19: number
}

export interface GeneratedVillage {
  readonly facts: VillageFacts
  /** Synthetic plates only: real ones are already in the address agency. */
  readonly plates: readonly GeneratedPlate[]
  /** Exactly `facts.households` are CURRENT; closed records 除戶 come on top. */
  readonly households: readonly GeneratedHousehold[]
  /** In no order: living registered people, kin elsewhere and the dead. */
  readonly persons: readonly GeneratedPerson[]
  readonly kinships: readonly GeneratedKinship[]
  readonly vehicles: readonly GeneratedVehicle[]
  readonly licences: readonly GeneratedLicence[]
  readonly houses: readonly GeneratedHouse[]
  readonly parcels: readonly GeneratedParcel[]
  readonly incomes: readonly GeneratedIncome[]
  readonly unpaidTaxes: readonly GeneratedUnpaidTax[]
  readonly welfareStatuses: readonly GeneratedWelfareStatus[]
  readonly welfareApplications: readonly GeneratedWelfareApplication[]
}

/** A door plate without a road name, domain.md §4.2: `高雄市甲仙區大田里3鄰大田12號`. */
export interface GeneratedPlate {
  /** Opaque, starts with `sp-`. */ readonly id: string
  readonly townCode: string
  readonly villageCode: string
  /** 大田里 */ readonly village: string
  readonly neighborhood: number
  /** 地區/聚落, null where the village numbers its houses without one. */ readonly area:
    string | null
  readonly number: number
  /** 之N */ readonly numberSuffix: number | null
  readonly text: string
  readonly easting: number
  readonly northing: number
  readonly isSynthetic: true
}

/** A real plate a household can be placed on. */
export interface SourcePlate {
  readonly id: string
  readonly text: string
  readonly neighborhood: number | null
  readonly easting: number
  readonly northing: number
}
export interface PlateSource {
  platesOf(villageCode: string): readonly SourcePlate[]
}

export type HouseholdType = 'COMMON_LIVING' | 'COMMON_BUSINESS' | 'SINGLE'
export type HouseholdStatus = 'CURRENT' | 'CLOSED'
export type HouseholdClosedReason = 'HEAD_DEATH' | 'HEAD_CHANGE' | 'WHOLE_MOVE'

export interface GeneratedHousehold {
  readonly ordinal: Ordinal
  /** Opaque and stable, starts with `hh-`. */ readonly id: string
  /** 戶號 `^[A-Z]\d{7}$`, unique. */ readonly householdNo: string
  readonly type: HouseholdType
  /** 共同事業戶 has a name; others null. */ readonly name: string | null
  readonly status: HouseholdStatus
  readonly headOrdinal: Ordinal
  /** In the register's order, the head first; living and dead. */ readonly memberOrdinals: readonly Ordinal[]
  readonly plateId: string
  readonly addressText: string
  readonly townCode: string
  readonly villageCode: string
  readonly neighborhood: number
  readonly establishedDate: IsoDate
  readonly closedDate: IsoDate | null
  readonly closedReason: HouseholdClosedReason | null
  /** CLOSED: the current record that followed it. */ readonly successorOrdinal: Ordinal | null
}

export type NameType = 'HAN' | 'HAN_WITH_LATIN' | 'TRADITIONAL_HAN' | 'TRADITIONAL_HAN_WITH_LATIN'
export interface PersonName {
  /** As registered, Latin part included. */ readonly full: string
  /** null where the name has none (傳統姓名). */ readonly surname: string | null
  readonly given: string
  readonly latin: string | null
  readonly nameType: NameType
}

/** REGISTERED: living, in a CURRENT household here. ELSEWHERE: living, registered in another place. */
export type Presence = 'REGISTERED' | 'ELSEWHERE' | 'DEAD'
export type MaritalStatus = 'NEVER_MARRIED' | 'MARRIED' | 'DIVORCED' | 'WIDOWED'
export type IndigenousStatus = 'PLAINS' | 'MOUNTAIN'

/** 稱謂, domain.md §2.1. Sons and daughters carry their rank in the text (長子 次女). */
export type RelationCode =
  | 'HEAD'
  | 'SPOUSE'
  | 'HUSBAND'
  | 'WIFE'
  | 'FATHER'
  | 'MOTHER'
  | 'ADOPTIVE_FATHER'
  | 'ADOPTIVE_MOTHER'
  | 'GRANDFATHER'
  | 'GRANDMOTHER'
  | 'MATERNAL_GRANDFATHER'
  | 'MATERNAL_GRANDMOTHER'
  | 'SON'
  | 'DAUGHTER'
  | 'ADOPTED_SON'
  | 'ADOPTED_DAUGHTER'
  | 'DAUGHTER_IN_LAW'
  | 'SON_IN_LAW'
  | 'GRANDSON'
  | 'GRANDDAUGHTER'
  | 'DAUGHTERS_SON'
  | 'DAUGHTERS_DAUGHTER'
  | 'GREAT_GRANDCHILD'
  | 'ELDER_BROTHER'
  | 'YOUNGER_BROTHER'
  | 'ELDER_SISTER'
  | 'YOUNGER_SISTER'
  | 'ELDER_BROTHERS_WIFE'
  | 'YOUNGER_BROTHERS_WIFE'
  | 'FATHERS_ELDER_BROTHER'
  | 'FATHERS_YOUNGER_BROTHER'
  | 'FATHERS_SISTER'
  | 'MOTHERS_BROTHER'
  | 'MOTHERS_SISTER'
  | 'BROTHERS_SON'
  | 'BROTHERS_DAUGHTER'
  | 'SISTERS_SON'
  | 'SISTERS_DAUGHTER'
  | 'WIFES_FATHER'
  | 'WIFES_MOTHER'
  | 'HUSBANDS_FATHER'
  | 'HUSBANDS_MOTHER'
  | 'FAMILY_MEMBER'
  | 'LODGER'
  | 'EMPLOYEE'
  | 'STUDENT'
  | 'INMATE'
  | 'OTHER_MEMBER'

export type NationalIdChangeReason = 'SEX_CHANGE' | 'DUPLICATE_ALLOTMENT'
export interface FormerNationalId {
  readonly nationalId: string
  readonly validFrom: IsoDate
  readonly validTo: IsoDate
  readonly reason: NationalIdChangeReason
}

export interface IdCard {
  readonly issueDate: IsoDate
  /** 北市 高市 高縣 … */ readonly issuePlace: string
  /** 初發 補發 換發 */ readonly issueType: 'FIRST' | 'REISSUE' | 'RENEWAL'
}

/** 保護註記: the household data of this person is not given to the named other party. */
export interface Protection {
  readonly ground: 'DOMESTIC_VIOLENCE_ACT'
  readonly validFrom: IsoDate
  readonly validTo: IsoDate | null
}

export type RegistrationType =
  | 'BIRTH'
  | 'ADOPT'
  | 'MARRY'
  | 'DIVORCE'
  | 'GUARDIAN'
  | 'CUSTODY'
  | 'DEATH'
  | 'INDIGENOUS'
  | 'INITIAL'
  | 'MOVE_OUT'
  | 'MOVE_IN'
  | 'ADDR_CHANGE'
  | 'SPLIT'
  | 'NAME_CHANGE'
  | 'CORRECT'

export interface GeneratedRegistration {
  readonly type: RegistrationType
  readonly eventDate: IsoDate
  readonly appliedDate: IsoDate
  readonly registeredDate: IsoDate
  /** The other person of the event (spouse, child, ward), if any. */ readonly otherOrdinal: Ordinal | null
}

export type EmploymentStatus =
  'EMPLOYED' | 'SELF_EMPLOYED' | 'UNEMPLOYED' | 'STUDENT' | 'HOMEMAKER' | 'RETIRED' | 'NONE'
export interface Employment {
  readonly status: EmploymentStatus
  /** 清潔工 農民 … */ readonly occupation: string | null
  /** Salary proof, TWD a month. */ readonly monthlySalary: number | null
}

export type SchoolLevel = 'PRIMARY' | 'JUNIOR_HIGH' | 'SENIOR_HIGH' | 'VOCATIONAL_HIGH' | 'COLLEGE'
/** PAA 5-3: a student under 25 in a day school is not able to work. */
export interface Schooling {
  readonly level: SchoolLevel
  readonly isDaySchool: boolean
}

export interface GeneratedPerson {
  readonly ordinal: Ordinal
  readonly nationalId: string
  readonly formerNationalIds: readonly FormerNationalId[]
  readonly name: PersonName
  readonly sex: Sex
  readonly birthDate: IsoDate
  /** 臺灣省高雄縣, 高雄市, 越南 … */ readonly birthPlace: string
  /** 出生別 長男 次女 … */ readonly birthOrder: string
  readonly deathDate: IsoDate | null
  readonly presence: Presence
  /** null only for people registered elsewhere (living or dead). */ readonly householdOrdinal: Ordinal | null
  readonly relationCode: RelationCode | null
  /** 稱謂 as written in the register, 長子 … */ readonly relationText: string | null
  /** Address text where registered elsewhere, e.g. 臺北市信義區; null for people registered here. */
  readonly elsewhere: string | null
  readonly maritalStatus: MaritalStatus
  readonly fatherOrdinal: Ordinal | null
  readonly motherOrdinal: Ordinal | null
  /** Names stand in the register also where the parent has no record here. */
  readonly fatherName: string | null
  readonly motherName: string | null
  readonly adoptiveFatherName: string | null
  readonly adoptiveMotherName: string | null
  readonly spouseOrdinal: Ordinal | null
  readonly indigenousStatus: IndigenousStatus | null
  /** 布農 魯凱 … */ readonly ethnicGroup: string | null
  readonly isNewImmigrant: boolean
  readonly idCard: IdCard | null
  readonly isProtected: boolean
  readonly protection: Protection | null
  /** Oldest first. */ readonly registrations: readonly GeneratedRegistration[]
  readonly employment: Employment
  readonly schooling: Schooling | null
  readonly hasDisability: boolean
}

export type KinshipKind =
  'PARENT' | 'ADOPTIVE_PARENT' | 'SPOUSE' | 'GUARDIAN' | 'CUSTODY' | 'SAME_SEX_PARTNER_ANNOTATION'
export type MarriageKind = 'CIVIL_CODE' | 'ACT_748'
/**
 * `fromOrdinal` is the parent, guardian or custodian of `toOrdinal`. SPOUSE and
 * SAME_SEX_PARTNER_ANNOTATION stand once per couple. `endReason` says why `validTo` is set.
 */
export interface GeneratedKinship {
  readonly kind: KinshipKind
  readonly fromOrdinal: Ordinal
  readonly toOrdinal: Ordinal
  /** SPOUSE only. In 107 always CIVIL_CODE. */ readonly marriageKind: MarriageKind | null
  readonly validFrom: IsoDate
  readonly validTo: IsoDate | null
  readonly endReason: 'DIVORCE' | 'DEATH' | null
}

export interface PopulationOptions {
  readonly scale: Scale
  readonly seed: number
  /** Business date the ages hold on; the counts are those of May 2018. */ readonly today: IsoDate
  /** Required for `kaohsiung`: what `readVillageFacts` read. */ readonly villages?: readonly VillageFacts[]
  readonly plates?: PlateSource
}
