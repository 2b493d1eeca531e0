// Generated from schema.graphql by `npm run generate`.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { PersonParent, HouseholdVerificationParent, HousemateVerificationParent, BreakGlassGrantParent, PersonLookupParent, RegistrationParent, KinshipParent, PersonHistoryParent, HouseholdParent, HouseholdMemberParent, PersonFlagParent, KinParent, PartnerAnnotationParent, RegistrationEventParent, FormerNationalIdParent, CaseInHandParent, Context } from './loaders.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A civil date, `YYYY-MM-DD`. 日期 */
  Date: { input: string; output: string; }
  /** An instant with its offset, RFC 3339. 時間 */
  DateTime: { input: string; output: string; }
  /** A national ID, sent only as a variable. 國民身分證統一編號 */
  NationalId: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** An address as an agency keeps it; masked where the person is protected. 地址 */
export type Address = {
  /** The door plate the address stands for, where known and not masked. 門牌 */
  readonly doorPlate: Maybe<DoorPlate>;
  /** Whether the address is withheld because the person is protected. 保護註記 */
  readonly isProtected: Maybe<Scalars['Boolean']['output']>;
  /** The whole address in one line; null where it is masked. 地址全文 */
  readonly text: Maybe<Scalars['String']['output']>;
};

export type ApproveBreakGlassInput = {
  /** The number that the request was given. 申請編號 */
  readonly grantNo: Scalars['ID']['input'];
};

export type ApproveBreakGlassPayload = {
  /** What is in force from now on. 緊急查詢 */
  readonly grant: Maybe<BreakGlassGrant>;
  /** Why nothing was done. 不予辦理 */
  readonly rejection: Maybe<BreakGlassRejection>;
};

/** The office that owns a fact. 權責機關 */
export type Authority = {
  /** Stable code of the office. 機關代碼 */
  readonly code: Scalars['String']['output'];
  /** Official Chinese name of the office. 機關名稱 */
  readonly name: Scalars['String']['output'];
};

/** Access of one officer to one person under one case, in an emergency. 緊急查詢 */
export type BreakGlassGrant = {
  /** Who approved; null while it waits. 核可人 */
  readonly approver: Maybe<Scalars['String']['output']>;
  /** 案號 */
  readonly caseNo: Scalars['String']['output'];
  /** When it ends; null while it waits. 失效時間 */
  readonly expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** 申請編號 */
  readonly grantNo: Scalars['ID']['output'];
  /** The number of the person it is about, masked. 當事人 */
  readonly nationalIdMasked: Maybe<Scalars['String']['output']>;
  /** Why it cannot wait. 緊急事由 */
  readonly reason: Scalars['String']['output'];
  /** 申請時間 */
  readonly requestedAt: Scalars['DateTime']['output'];
  /** Who asks, as the token names the officer. 申請人 */
  readonly requester: Scalars['String']['output'];
};

/** Why nothing was done. 不予辦理 */
export type BreakGlassRejection = {
  /** 事由代碼 */
  readonly code: BreakGlassRejectionCode;
  /** 事由 */
  readonly message: Scalars['String']['output'];
};

/** 不予辦理事由 */
export type BreakGlassRejectionCode =
  /** The case is not open for this client. 案件無效 */
  | 'CASE_INVALID'
  /** No such request of this agency waits. 查無申請 */
  | 'GRANT_UNKNOWN'
  /** An emergency does not lift the rule that stands against it. 不得查詢 */
  | 'NOT_OVERRIDABLE'
  /** Only a named officer in the role for it may do this. 非承辦人員 */
  | 'OFFICER_NEEDED'
  /** The register has nobody of that number. 查無此人 */
  | 'PERSON_UNKNOWN'
  /** The reason is too short, too long or holds a national ID. 事由不合格式 */
  | 'REASON_INVALID'
  /** The approver is the one who asked. 申請人不得核可 */
  | 'SAME_OFFICER';

/** The case that a request is made under, as far as it may be known. 案件 */
export type CaseInHand = {
  /** Numbers of all cases opened for that citizen, and of those over lists. 當事人案號 */
  readonly citizenCases: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Sealed keys of its citizen by every number they have or had; null unless it is open for the client. 當事人識別鍵 */
  readonly citizenKeys: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** Its number. 案號 */
  readonly id: Scalars['ID']['output'];
};

export type ClaimAnswer =
  /** Not as claimed. 不符 */
  | 'NO'
  /** Not claimed, not known or not to be said. 無法查驗 */
  | 'UNKNOWN'
  /** As claimed. 相符 */
  | 'YES';

export type DoorPlate = {
  readonly id: Scalars['ID']['output'];
};

/** A national ID that was changed. 原統一編號 */
export type FormerNationalId = {
  /** The number in the one mask. 原統一編號(遮蔽) */
  readonly nationalIdMasked: Scalars['String']['output'];
  /** Why it was changed. 變更原因 */
  readonly reason: Maybe<NationalIdChangeReason>;
  /** First day. 起日 */
  readonly validFrom: Scalars['Date']['output'];
  /** Last day. 止日 */
  readonly validTo: Maybe<Scalars['Date']['output']>;
};

/** A household record, current or closed. 戶 */
export type Household = {
  /** Registered address; masked where a protected person lives here. 戶籍地址 */
  readonly address: Maybe<Address>;
  /** The day the record was closed. 除戶日期 */
  readonly closedOn: Maybe<Scalars['Date']['output']>;
  /** Why the record was closed. 除戶原因 */
  readonly closedReason: Maybe<HouseholdClosedReason>;
  /** The day the household was set up. 設戶日期 */
  readonly establishedOn: Maybe<Scalars['Date']['output']>;
  /** Head of the household. 戶長 */
  readonly headOfHousehold: Maybe<Person>;
  /** Number in the household book. 戶號 */
  readonly householdNo: Maybe<Scalars['String']['output']>;
  /** Opaque key of the record. 識別鍵 */
  readonly id: Scalars['ID']['output'];
  /** Members in the register's order, the head first; with `includeFormer` the dead and moved too. 戶內人口 */
  readonly members: Maybe<ReadonlyArray<HouseholdMember>>;
  /** Name of a business household. 共同事業戶名稱 */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Notes of the whole household, oldest first; null unless a reason is given. 全戶動態記事 */
  readonly notes: Maybe<ReadonlyArray<RegisterNote>>;
  /** Whether the record is in force. 現戶/除戶 */
  readonly status: Maybe<HouseholdStatus>;
  /** Type of household. 戶別 */
  readonly type: Maybe<HouseholdType>;
};


/** A household record, current or closed. 戶 */
export type HouseholdMembersArgs = {
  includeFormer?: InputMaybe<Scalars['Boolean']['input']>;
};


/** A household record, current or closed. 戶 */
export type HouseholdNotesArgs = {
  reason?: InputMaybe<NoteReason>;
};

/** What someone claims; name or birth date must go with the number, the rest is answered if given. 查驗事項 */
export type HouseholdClaimInput = {
  /** Registered address, village and neighbourhood may be left out. 戶籍地址 */
  readonly address?: InputMaybe<Scalars['String']['input']>;
  /** Date of birth. 出生日期 */
  readonly birthDate?: InputMaybe<Scalars['Date']['input']>;
  /** National IDs of those said to be in the same household, at most 20. 同戶人口 */
  readonly livesWith?: InputMaybe<ReadonlyArray<Scalars['NationalId']['input']>>;
  /** Name. 姓名 */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** National ID of the person, present or former. 國民身分證統一編號 */
  readonly nationalId: Scalars['NationalId']['input'];
  /** The day since when, at the latest, registered in this household. 設籍日期 */
  readonly registeredSince?: InputMaybe<Scalars['Date']['input']>;
};

export type HouseholdClosedReason =
  /** Another head. 戶長變更 */
  | 'HEAD_CHANGE'
  /** Death of the head. 戶長死亡 */
  | 'HEAD_DEATH'
  /** All members moved. 全戶遷出 */
  | 'WHOLE_MOVE';

/** A person's place in a household record. The relation is to the head alone. 戶內人口 */
export type HouseholdMember = {
  /** Since when in this record. 入戶日期 */
  readonly joinedOn: Maybe<Scalars['Date']['output']>;
  /** Until when, for the dead and moved. 離戶日期 */
  readonly leftOn: Maybe<Scalars['Date']['output']>;
  /** The member. 戶內人口 */
  readonly person: Maybe<Person>;
  /** The relation as a code. 稱謂代碼 */
  readonly relationCode: Maybe<RelationCode>;
  /** As written in the register, 長子. 稱謂 */
  readonly relationToHead: Maybe<Scalars['String']['output']>;
};

export type HouseholdStatus =
  /** Closed record. 除戶 */
  | 'CLOSED'
  /** Record in force. 現戶 */
  | 'CURRENT';

export type HouseholdType =
  /** People of one enterprise, temple, school. 共同事業戶 */
  | 'COMMON_BUSINESS'
  /** People living together under one head. 共同生活戶 */
  | 'COMMON_LIVING'
  /** One person alone. 單獨生活戶 */
  | 'SINGLE';

/** The answers to a claim; the register's data does not leave the register. 查驗結果 */
export type HouseholdVerification = {
  /** The registered address. 戶籍地址相符 */
  readonly addressMatches: ClaimAnswer;
  /** The office that answers. 戶政事務所 */
  readonly authority: Authority;
  /** When it was checked. 查驗時間 */
  readonly checkedAt: Scalars['DateTime']['output'];
  /** Those claimed to be in the household, in the order asked for. 同戶相符 */
  readonly livesWith: ReadonlyArray<HousemateVerification>;
  /** Number with name and birth date as claimed; all else is UNKNOWN unless YES. 身分相符 */
  readonly personMatches: ClaimAnswer;
  /** Registered in the household on that day or before. 設籍日期相符 */
  readonly registeredSinceMatches: ClaimAnswer;
};

/** Whether someone is in the household. 同戶查驗 */
export type HousemateVerification = {
  /** Whether that person is in the household now. 同戶相符 */
  readonly matches: ClaimAnswer;
  /** The number asked for, in the one mask. 國民身分證統一編號(遮蔽) */
  readonly nationalIdMasked: Scalars['String']['output'];
  /** Relation to the head of the household, on a match alone. 稱謂 */
  readonly relation: Maybe<Scalars['String']['output']>;
};

/** Issue data of an ID card. 國民身分證領補換資料 */
export type IdCard = {
  /** Day of issue. 發證日期 */
  readonly issueDate: Scalars['Date']['output'];
  /** Place of issue. 發證地點 */
  readonly issuePlace: Scalars['String']['output'];
  /** First issue, reissue or renewal. 領補換類別 */
  readonly issueType: IdCardIssueType;
};

export type IdCardIssueType =
  /** First. 初發 */
  | 'FIRST'
  /** Reissue. 補發 */
  | 'REISSUE'
  /** Renewal. 換發 */
  | 'RENEWAL';

export type IndigenousStatus =
  /** Mountain. 山地原住民 */
  | 'MOUNTAIN'
  /** Plains. 平地原住民 */
  | 'PLAINS';

/** One kinship between two people. 親屬關係 */
export type Kin = {
  /** Why it ended. 終止原因 */
  readonly endReason: Maybe<KinEndReason>;
  /** Under which law the marriage was made; spouses only. 婚姻類別 */
  readonly marriageKind: Maybe<MarriageKind>;
  /** The other person. 親屬 */
  readonly person: Maybe<Person>;
  /** What the other person is to this one. 親屬種類 */
  readonly relation: KinRelation;
  /** First day. 起日 */
  readonly since: Maybe<Scalars['Date']['output']>;
  /** The last day, where ended. 止日 */
  readonly until: Maybe<Scalars['Date']['output']>;
};

export type KinEndReason =
  /** Death. 死亡 */
  | 'DEATH'
  /** Divorce. 離婚 */
  | 'DIVORCE'
  /** End of a marriage under Act 748. 終止結婚 */
  | 'END_748'
  /** End of an adoption. 終止收養 */
  | 'END_ADOPT';

export type KinRelation =
  /** Adopted child. 養子女 */
  | 'ADOPTED_CHILD'
  /** Adoptive parent. 養父母 */
  | 'ADOPTIVE_PARENT'
  /** Child. 子女 */
  | 'CHILD'
  /** Child in custody. 受權利義務行使負擔之未成年子女 */
  | 'CHILD_IN_CUSTODY'
  /** Custodian. 權利義務行使負擔人 */
  | 'CUSTODIAN'
  /** Guardian. 監護人 */
  | 'GUARDIAN'
  /** Parent. 父母 */
  | 'PARENT'
  /** Spouse. 配偶 */
  | 'SPOUSE'
  /** Ward. 受監護人 */
  | 'WARD';

/** Kin of a person by the register's own records; households do not matter. 親等關聯 */
export type Kinship = {
  /** The instant the register stood at. 資料時間 */
  readonly asOf: Maybe<Scalars['DateTime']['output']>;
  /** The office that keeps it. 戶政事務所 */
  readonly authority: Maybe<Authority>;
  /** Children by birth and adoption. 子女、養子女 */
  readonly children: Maybe<ReadonlyArray<Kin>>;
  /** Minors over whom this person exercises them. 行使負擔權利義務之未成年子女 */
  readonly childrenInCustody: Maybe<ReadonlyArray<Kin>>;
  /** Who exercises the rights and duties over this minor. 權利義務行使負擔人 */
  readonly custodians: Maybe<ReadonlyArray<Kin>>;
  /** Guardians. 監護人 */
  readonly guardians: Maybe<ReadonlyArray<Kin>>;
  /** Parents by birth and adoption. 父母、養父母 */
  readonly parents: Maybe<ReadonlyArray<Kin>>;
  /** An annotation, not a marriage, and no ground of kinship. 同性伴侶註記 */
  readonly partnerAnnotations: Maybe<ReadonlyArray<PartnerAnnotation>>;
  /** Spouse of a marriage in force; with `includeEnded` all. 配偶 */
  readonly spouses: Maybe<ReadonlyArray<Kin>>;
  /** Wards. 受監護人 */
  readonly wards: Maybe<ReadonlyArray<Kin>>;
};


/** Kin of a person by the register's own records; households do not matter. 親等關聯 */
export type KinshipPartnerAnnotationsArgs = {
  includeRemoved?: InputMaybe<Scalars['Boolean']['input']>;
};


/** Kin of a person by the register's own records; households do not matter. 親等關聯 */
export type KinshipSpousesArgs = {
  includeEnded?: InputMaybe<Scalars['Boolean']['input']>;
};

export type MaritalStatus =
  /** Divorced. 離婚 */
  | 'DIVORCED'
  /** Married. 有偶 */
  | 'MARRIED'
  /** Never married. 未婚 */
  | 'NEVER_MARRIED'
  /** Widowed. 喪偶 */
  | 'WIDOWED';

export type MarriageKind =
  /** Marriage under Act 748. 司法院釋字第七四八號解釋施行法結婚 */
  | 'ACT_748'
  /** Marriage under the Civil Code. 民法婚姻 */
  | 'CIVIL_CODE';

export type Mutation = {
  /** Approves what another officer of the same agency asked for; it then lasts for some minutes. 緊急查詢核可 */
  readonly approveBreakGlass: Maybe<ApproveBreakGlassPayload>;
  /** Asks for someone beyond the case's reach in an emergency; opens nothing until another officer approves. 緊急查詢申請 */
  readonly requestBreakGlass: Maybe<RequestBreakGlassPayload>;
};


export type MutationApproveBreakGlassArgs = {
  input: ApproveBreakGlassInput;
};


export type MutationRequestBreakGlassArgs = {
  input: RequestBreakGlassInput;
};

export type NameType =
  /** Han. 漢人姓名 */
  | 'HAN'
  /** Han with latin. 漢人姓名並列羅馬拼音 */
  | 'HAN_WITH_LATIN'
  /** Traditional han. 傳統姓名(漢字) */
  | 'TRADITIONAL_HAN'
  /** Traditional han with latin. 傳統姓名並列羅馬拼音 */
  | 'TRADITIONAL_HAN_WITH_LATIN';

export type NationalIdChangeReason =
  /** Duplicate allotment. 重號 */
  | 'DUPLICATE_ALLOTMENT'
  /** Change of sex. 性別變更 */
  | 'SEX_CHANGE';

/** Why notes, left out by default, are needed. 記事揭露事由 */
export type NoteReason =
  /** Court proceeding. 訴訟或非訟程序 */
  | 'COURT_PROCEEDING'
  /** Inheritance. 繼承 */
  | 'INHERITANCE'
  /** Own request. 本人申請 */
  | 'OWN_REQUEST'
  /** Statutory duty. 其他法定職務 */
  | 'STATUTORY_DUTY'
  /** Welfare review. 社會救助審核 */
  | 'WELFARE_REVIEW';

/** A partner annotation of a same-sex couple. 同性伴侶註記 */
export type PartnerAnnotation = {
  /** The day it was entered. 註記日期 */
  readonly annotatedOn: Scalars['Date']['output'];
  /** The partner. 伴侶 */
  readonly partner: Maybe<Person>;
  /** The day it was taken out. 刪除註記日期 */
  readonly removedOn: Maybe<Scalars['Date']['output']>;
};

/** A natural person in the household register. 自然人 */
export type Person = {
  /** Date of birth. 出生日期 */
  readonly birthDate: Maybe<Scalars['Date']['output']>;
  /** That the case in hand leads to this person, for other agencies; null where it does not. 案件授權 */
  readonly caseGrant: Maybe<Scalars['String']['output']>;
  /** What a clerk must know before going on. 註記 */
  readonly flags: Maybe<ReadonlyArray<PersonFlag>>;
  /** Sealed keys of earlier national IDs, so that other registers still find their facts. 原統一編號 */
  readonly formerIds: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** Earlier numbers and closed records. 戶籍異動紀錄 */
  readonly history: Maybe<PersonHistory>;
  /** Sealed key of the person across the hub; says nothing of the national ID. 識別鍵 */
  readonly id: Scalars['ID']['output'];
  /** Issue data of the current ID card; null where none was issued. 國民身分證領補換資料 */
  readonly idCard: Maybe<IdCard>;
  /** Whether addresses of this person are withheld: protection of the person or of a housemate. 保護註記 */
  readonly isProtected: Maybe<Scalars['Boolean']['output']>;
  /** Kin across households. 親等關聯 */
  readonly kinship: Maybe<Kinship>;
  /** Registered name. 姓名 */
  readonly name: Maybe<PersonName>;
  /** National ID in the one mask, S2****6786. 國民身分證統一編號(遮蔽) */
  readonly nationalIdMasked: Maybe<Scalars['String']['output']>;
  /** Personal notes, oldest first, other people's numbers masked; null unless a reason is given. 個人記事 */
  readonly notes: Maybe<ReadonlyArray<RegisterNote>>;
  /** Where and how the person is registered now. 戶籍登記 */
  readonly registration: Maybe<Registration>;
  /** Registered sex. 性別 */
  readonly sex: Maybe<Sex>;
};


/** A natural person in the household register. 自然人 */
export type PersonNotesArgs = {
  reason?: InputMaybe<NoteReason>;
};

/** Something a clerk must know of a person before going on. 註記 */
export type PersonFlag = {
  /** The legal ground. 註記事由 */
  readonly basis: Maybe<Scalars['String']['output']>;
  /** What it says. 註記種類 */
  readonly kind: PersonFlagKind;
  /** Since when. 起日 */
  readonly since: Maybe<Scalars['Date']['output']>;
};

export type PersonFlagKind =
  /** Deceased. 死亡 */
  | 'DECEASED'
  /** Guardianship. 受監護 */
  | 'GUARDIANSHIP'
  /** Minor. 未成年 */
  | 'MINOR'
  /** Moved abroad. 遷出國外 */
  | 'MOVED_ABROAD'
  /** Household data is withheld. 保護註記 */
  | 'PROTECTED';

/** What was before. 戶籍異動紀錄 */
export type PersonHistory = {
  /** The instant the register stood at. 資料時間 */
  readonly asOf: Maybe<Scalars['DateTime']['output']>;
  /** The office that keeps it. 戶政事務所 */
  readonly authority: Maybe<Authority>;
  /** Closed records the person stood in, newest first. 除戶 */
  readonly closedRecords: Maybe<ReadonlyArray<Household>>;
  /** Earlier national IDs, masked, oldest first. 原統一編號 */
  readonly nationalIds: Maybe<ReadonlyArray<FormerNationalId>>;
};

/** One number of a list, answered. 名冊查詢結果 */
export type PersonLookup = {
  /** What became of it. 查詢結果代碼 */
  readonly code: PersonLookupCode;
  /** Place in the list asked for, from 0. 序號 */
  readonly index: Scalars['Int']['output'];
  /** The number in the one mask; null where it is not shaped like one. 國民身分證統一編號(遮蔽) */
  readonly nationalIdMasked: Maybe<Scalars['String']['output']>;
  /** The person, where found. 自然人 */
  readonly person: Maybe<Person>;
};

export type PersonLookupCode =
  /** In the register, and the case covers the person. 查有資料 */
  | 'FOUND'
  /** No national ID: its shape or check digit is wrong. 統一編號錯誤 */
  | 'INVALID'
  /** Not in the register, or not for this case. 查無資料 */
  | 'NOT_FOUND'
  /** In the register but not for this case; told only where the agreement grants existence. 不予提供 */
  | 'REFUSED';

/** A registered name; never split by position. 姓名 */
export type PersonName = {
  /** The whole name as registered, Latin part included. 全名 */
  readonly full: Scalars['String']['output'];
  /** Given name. 名 */
  readonly given: Maybe<Scalars['String']['output']>;
  /** The person's own romanisation. 羅馬拼音 */
  readonly latin: Maybe<Scalars['String']['output']>;
  /** How the name is formed under the Name Act. 姓名類別 */
  readonly nameType: Maybe<NameType>;
  /** Surname; null for traditional names without one. 姓 */
  readonly surname: Maybe<Scalars['String']['output']>;
};

export type Query = {
  /**
   * The person with this national ID, present or former, if the case in hand is theirs; null where the
   * register has nobody or the case is not. 以統一編號查詢
   */
  readonly person: Maybe<Person>;
  /**
   * Up to 1,000 people by their national IDs, present or former, in the order asked for; each number is
   * answered for itself, so a wrong one is told as wrong and fails no other. 名冊查詢
   */
  readonly persons: Maybe<ReadonlyArray<PersonLookup>>;
  /**
   * Whether what someone claims of their registration is so, in place of a paper transcript. Three claims
   * with a wrong answer lock that person for a day. 免書證查驗
   */
  readonly verifyHousehold: Maybe<HouseholdVerification>;
  /** What waits for this officer's approval, whatever case it is under, the oldest first; at most 100. 待核可之緊急查詢 */
  readonly waitingBreakGlass: Maybe<ReadonlyArray<BreakGlassGrant>>;
};


export type QueryPersonArgs = {
  nationalId: Scalars['NationalId']['input'];
};


export type QueryPersonsArgs = {
  nationalIds: ReadonlyArray<Scalars['String']['input']>;
};


export type QueryVerifyHouseholdArgs = {
  claim: HouseholdClaimInput;
};

/** A sentence of the register. 記事 */
export type RegisterNote = {
  /** The day it happened. 發生日期 */
  readonly eventDate: Scalars['Date']['output'];
  /** The day it was entered. 登記日期 */
  readonly registeredDate: Scalars['Date']['output'];
  /** Order in the record. 序號 */
  readonly seq: Scalars['Int']['output'];
  /** The sentence, every national ID in it masked; null where it names a protected address. 記事內容 */
  readonly text: Maybe<Scalars['String']['output']>;
  /** Kind of registration. 登記種類 */
  readonly type: RegistrationEventType;
};

/** A person's present registration. 戶籍登記 */
export type Registration = {
  /** Name of the adoptive father. 養父姓名 */
  readonly adoptiveFatherName: Maybe<Scalars['String']['output']>;
  /** Name of the adoptive mother. 養母姓名 */
  readonly adoptiveMotherName: Maybe<Scalars['String']['output']>;
  /** The instant the register stood at. 資料時間 */
  readonly asOf: Maybe<Scalars['DateTime']['output']>;
  /** The office that keeps it. 戶政事務所 */
  readonly authority: Maybe<Authority>;
  /** Order of birth among the parents’ sons or daughters. 出生別 */
  readonly birthOrder: Maybe<Scalars['String']['output']>;
  /** Place of birth. 出生地 */
  readonly birthPlace: Maybe<Scalars['String']['output']>;
  /** Indigenous people the person belongs to. 族別 */
  readonly ethnicGroup: Maybe<Scalars['String']['output']>;
  /** Registrations of this person, newest first, at most 100. 戶籍登記事件 */
  readonly events: Maybe<ReadonlyArray<RegistrationEvent>>;
  /** Name of the father. 父姓名 */
  readonly fatherName: Maybe<Scalars['String']['output']>;
  /** The current household; null for the dead, those abroad or registered elsewhere. 現戶 */
  readonly household: Maybe<Household>;
  /** Indigenous status. 原住民身分 */
  readonly indigenousStatus: Maybe<IndigenousStatus>;
  /** Marital status. 婚姻狀況 */
  readonly maritalStatus: Maybe<MaritalStatus>;
  /** Name of the mother. 母姓名 */
  readonly motherName: Maybe<Scalars['String']['output']>;
  /** Place of registration outside this register, to the district; null where protected. 他轄戶籍地 */
  readonly registeredElsewhere: Maybe<Scalars['String']['output']>;
  /** Since when registered in this household. 現戶登記日期 */
  readonly registeredOn: Maybe<Scalars['Date']['output']>;
};


/** A person's present registration. 戶籍登記 */
export type RegistrationEventsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One registration; its dates are different facts. 戶籍登記事件 */
export type RegistrationEvent = {
  /** The day it was applied for. 申請日期 */
  readonly appliedDate: Scalars['Date']['output'];
  /** The last day to apply in time; null where the law sets none. 申請期限 */
  readonly dueDate: Maybe<Scalars['Date']['output']>;
  /** The day it happened. 發生日期 */
  readonly eventDate: Scalars['Date']['output'];
  /** Whether it was applied for after that day. 逾期 */
  readonly isLate: Maybe<Scalars['Boolean']['output']>;
  /** The other person of the event: spouse, child, ward. 關係人 */
  readonly otherPerson: Maybe<Person>;
  /** The day it was entered. 登記日期(申登) */
  readonly registeredDate: Scalars['Date']['output'];
  /** Kind of registration. 登記種類 */
  readonly type: RegistrationEventType;
};

export type RegistrationEventType =
  /** Abolition, ceased later. 廢止 */
  | 'ABOLISH'
  /** Acknowledgement of a child. 認領 */
  | 'ACKNOWLEDGE'
  /** Change of address in the district. 住址變更 */
  | 'ADDR_CHANGE'
  /** Adoption. 收養 */
  | 'ADOPT'
  /** Assistance. 輔助 */
  | 'ASSIST'
  /** Birth. 出生 */
  | 'BIRTH'
  /** Birthplace. 出生地 */
  | 'BIRTHPLACE'
  /** Cancellation, void from the start. 撤銷 */
  | 'CANCEL'
  /** Correction. 更正 */
  | 'CORRECT'
  /** Custody. 未成年子女權利義務行使負擔 */
  | 'CUSTODY'
  /** Death. 死亡 */
  | 'DEATH'
  /** Declaration of death. 死亡宣告 */
  | 'DEATH_DECL'
  /** Divorce. 離婚 */
  | 'DIVORCE'
  /** End of a marriage under Act 748. 終止結婚 */
  | 'END_748'
  /** End of an adoption. 終止收養 */
  | 'END_ADOPT'
  /** Guardianship. 監護 */
  | 'GUARDIAN'
  /** Indigenous status and people. 原住民身分及民族別 */
  | 'INDIGENOUS'
  /** First registration of a household. 初設戶籍 */
  | 'INITIAL'
  /** Marriage. 結婚 */
  | 'MARRY'
  /** Merge of households. 合戶 */
  | 'MERGE'
  /** Move in. 遷入 */
  | 'MOVE_IN'
  /** Move out. 遷出 */
  | 'MOVE_OUT'
  /** Name change. 改名 */
  | 'NAME_CHANGE'
  /** Split of a household. 分戶 */
  | 'SPLIT'
  /** Surname change. 改姓 */
  | 'SURNAME_CHANGE';

/** Relation of a member to the head of household. 稱謂 */
export type RelationCode =
  /** Adopted daughter. 養女 */
  | 'ADOPTED_DAUGHTER'
  /** Adopted son. 養子 */
  | 'ADOPTED_SON'
  /** Adoptive father. 養父 */
  | 'ADOPTIVE_FATHER'
  /** Adoptive mother. 養母 */
  | 'ADOPTIVE_MOTHER'
  /** Brother’s daughter. 姪女 */
  | 'BROTHERS_DAUGHTER'
  /** Brother’s son. 姪 */
  | 'BROTHERS_SON'
  /** Daughter. 長女、次女… */
  | 'DAUGHTER'
  /** Daughter’s daughter. 外孫女 */
  | 'DAUGHTERS_DAUGHTER'
  /** Daughter’s son. 外孫 */
  | 'DAUGHTERS_SON'
  /** Daughter in law. 媳 */
  | 'DAUGHTER_IN_LAW'
  /** Elder brother. 兄 */
  | 'ELDER_BROTHER'
  /** Elder brother’s wife. 嫂 */
  | 'ELDER_BROTHERS_WIFE'
  /** Elder sister. 姊 */
  | 'ELDER_SISTER'
  /** Employee. 受僱人 */
  | 'EMPLOYEE'
  /** Family member. 家屬 */
  | 'FAMILY_MEMBER'
  /** Father. 父 */
  | 'FATHER'
  /** Father’s elder brother. 伯 */
  | 'FATHERS_ELDER_BROTHER'
  /** Father’s sister. 姑 */
  | 'FATHERS_SISTER'
  /** Father’s younger brother. 叔 */
  | 'FATHERS_YOUNGER_BROTHER'
  /** Granddaughter. 孫女 */
  | 'GRANDDAUGHTER'
  /** Grandfather. 祖父 */
  | 'GRANDFATHER'
  /** Grandmother. 祖母 */
  | 'GRANDMOTHER'
  /** Grandson. 孫 */
  | 'GRANDSON'
  /** Great grandchild. 曾孫 */
  | 'GREAT_GRANDCHILD'
  /** Head. 戶長 */
  | 'HEAD'
  /** Husband. 夫 */
  | 'HUSBAND'
  /** Husband’s father. 公 */
  | 'HUSBANDS_FATHER'
  /** Husband’s mother. 婆 */
  | 'HUSBANDS_MOTHER'
  /** Inmate. 收容人 */
  | 'INMATE'
  /** Lodger. 寄居人 */
  | 'LODGER'
  /** Maternal grandfather. 外祖父 */
  | 'MATERNAL_GRANDFATHER'
  /** Maternal grandmother. 外祖母 */
  | 'MATERNAL_GRANDMOTHER'
  /** Mother. 母 */
  | 'MOTHER'
  /** Mother’s brother. 舅 */
  | 'MOTHERS_BROTHER'
  /** Mother’s sister. 姨 */
  | 'MOTHERS_SISTER'
  /** Other member. 其他成員 */
  | 'OTHER_MEMBER'
  /** Sister’s daughter. 甥女 */
  | 'SISTERS_DAUGHTER'
  /** Sister’s son. 甥 */
  | 'SISTERS_SON'
  /** Son. 長子、次子… */
  | 'SON'
  /** Son in law. 婿 */
  | 'SON_IN_LAW'
  /** Spouse. 配偶 */
  | 'SPOUSE'
  /** Student. 學生 */
  | 'STUDENT'
  /** Wife. 妻 */
  | 'WIFE'
  /** Wife’s father. 岳父 */
  | 'WIFES_FATHER'
  /** Wife’s mother. 岳母 */
  | 'WIFES_MOTHER'
  /** Younger brother. 弟 */
  | 'YOUNGER_BROTHER'
  /** Younger brother’s wife. 弟媳 */
  | 'YOUNGER_BROTHERS_WIFE'
  /** Younger sister. 妹 */
  | 'YOUNGER_SISTER';

export type RequestBreakGlassInput = {
  /** National ID of the person, present or former. 國民身分證統一編號 */
  readonly nationalId: Scalars['NationalId']['input'];
  /** Why it cannot wait, without any national ID; 10 to 255 characters. 緊急事由 */
  readonly reason: Scalars['String']['input'];
};

export type RequestBreakGlassPayload = {
  /** What waits for approval. 緊急查詢 */
  readonly grant: Maybe<BreakGlassGrant>;
  /** Why nothing was done. 不予辦理 */
  readonly rejection: Maybe<BreakGlassRejection>;
};

export type Sex =
  /** Female. 女 */
  | 'FEMALE'
  /** Male. 男 */
  | 'MALE';



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  CaseInHand: CaseInHand;
  Household: Household;
  Person: Person;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  CaseInHand:
    ( { __typename: 'CaseInHand' }
    & GraphQLRecursivePick<FederationTypes['CaseInHand'], {"id":true}> );
  Household:
    ( { __typename: 'Household' }
    & GraphQLRecursivePick<FederationTypes['Household'], {"id":true}> );
  Person:
    ( { __typename: 'Person' }
    & GraphQLRecursivePick<FederationTypes['Person'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Address: ResolverTypeWrapper<Address>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ApproveBreakGlassInput: ApproveBreakGlassInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ApproveBreakGlassPayload: ResolverTypeWrapper<Omit<ApproveBreakGlassPayload, 'grant'> & { grant?: Maybe<ResolversTypes['BreakGlassGrant']> }>;
  Authority: ResolverTypeWrapper<Authority>;
  BreakGlassGrant: ResolverTypeWrapper<BreakGlassGrantParent>;
  BreakGlassRejection: ResolverTypeWrapper<BreakGlassRejection>;
  BreakGlassRejectionCode: BreakGlassRejectionCode;
  CaseInHand: ResolverTypeWrapper<CaseInHandParent>;
  ClaimAnswer: ClaimAnswer;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DoorPlate: ResolverTypeWrapper<DoorPlate>;
  FormerNationalId: ResolverTypeWrapper<FormerNationalIdParent>;
  Household: ResolverTypeWrapper<HouseholdParent>;
  HouseholdClaimInput: HouseholdClaimInput;
  HouseholdClosedReason: HouseholdClosedReason;
  HouseholdMember: ResolverTypeWrapper<HouseholdMemberParent>;
  HouseholdStatus: HouseholdStatus;
  HouseholdType: HouseholdType;
  HouseholdVerification: ResolverTypeWrapper<HouseholdVerificationParent>;
  HousemateVerification: ResolverTypeWrapper<HousemateVerificationParent>;
  IdCard: ResolverTypeWrapper<IdCard>;
  IdCardIssueType: IdCardIssueType;
  IndigenousStatus: IndigenousStatus;
  Kin: ResolverTypeWrapper<KinParent>;
  KinEndReason: KinEndReason;
  KinRelation: KinRelation;
  Kinship: ResolverTypeWrapper<KinshipParent>;
  MaritalStatus: MaritalStatus;
  MarriageKind: MarriageKind;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NameType: NameType;
  NationalId: ResolverTypeWrapper<Scalars['NationalId']['output']>;
  NationalIdChangeReason: NationalIdChangeReason;
  NoteReason: NoteReason;
  PartnerAnnotation: ResolverTypeWrapper<PartnerAnnotationParent>;
  Person: ResolverTypeWrapper<PersonParent>;
  PersonFlag: ResolverTypeWrapper<PersonFlagParent>;
  PersonFlagKind: PersonFlagKind;
  PersonHistory: ResolverTypeWrapper<PersonHistoryParent>;
  PersonLookup: ResolverTypeWrapper<PersonLookupParent>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  PersonLookupCode: PersonLookupCode;
  PersonName: ResolverTypeWrapper<PersonName>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RegisterNote: ResolverTypeWrapper<RegisterNote>;
  Registration: ResolverTypeWrapper<RegistrationParent>;
  RegistrationEvent: ResolverTypeWrapper<RegistrationEventParent>;
  RegistrationEventType: RegistrationEventType;
  RelationCode: RelationCode;
  RequestBreakGlassInput: RequestBreakGlassInput;
  RequestBreakGlassPayload: ResolverTypeWrapper<Omit<RequestBreakGlassPayload, 'grant'> & { grant?: Maybe<ResolversTypes['BreakGlassGrant']> }>;
  Sex: Sex;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Address: Address;
  Boolean: Scalars['Boolean']['output'];
  String: Scalars['String']['output'];
  ApproveBreakGlassInput: ApproveBreakGlassInput;
  ID: Scalars['ID']['output'];
  ApproveBreakGlassPayload: Omit<ApproveBreakGlassPayload, 'grant'> & { grant?: Maybe<ResolversParentTypes['BreakGlassGrant']> };
  Authority: Authority;
  BreakGlassGrant: BreakGlassGrantParent;
  BreakGlassRejection: BreakGlassRejection;
  CaseInHand: CaseInHandParent;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DoorPlate: DoorPlate;
  FormerNationalId: FormerNationalIdParent;
  Household: HouseholdParent;
  HouseholdClaimInput: HouseholdClaimInput;
  HouseholdMember: HouseholdMemberParent;
  HouseholdVerification: HouseholdVerificationParent;
  HousemateVerification: HousemateVerificationParent;
  IdCard: IdCard;
  Kin: KinParent;
  Kinship: KinshipParent;
  Mutation: Record<PropertyKey, never>;
  NationalId: Scalars['NationalId']['output'];
  PartnerAnnotation: PartnerAnnotationParent;
  Person: PersonParent;
  PersonFlag: PersonFlagParent;
  PersonHistory: PersonHistoryParent;
  PersonLookup: PersonLookupParent;
  Int: Scalars['Int']['output'];
  PersonName: PersonName;
  Query: Record<PropertyKey, never>;
  RegisterNote: RegisterNote;
  Registration: RegistrationParent;
  RegistrationEvent: RegistrationEventParent;
  RequestBreakGlassInput: RequestBreakGlassInput;
  RequestBreakGlassPayload: Omit<RequestBreakGlassPayload, 'grant'> & { grant?: Maybe<ResolversParentTypes['BreakGlassGrant']> };
};

export type AddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address']> = {
  doorPlate?: Resolver<Maybe<ResolversTypes['DoorPlate']>, ParentType, ContextType>;
  isProtected?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ApproveBreakGlassPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApproveBreakGlassPayload'] = ResolversParentTypes['ApproveBreakGlassPayload']> = {
  grant?: Resolver<Maybe<ResolversTypes['BreakGlassGrant']>, ParentType, ContextType>;
  rejection?: Resolver<Maybe<ResolversTypes['BreakGlassRejection']>, ParentType, ContextType>;
};

export type AuthorityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Authority'] = ResolversParentTypes['Authority']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BreakGlassGrantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BreakGlassGrant'] = ResolversParentTypes['BreakGlassGrant']> = {
  approver?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  caseNo?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  grantNo?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nationalIdMasked?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  requester?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BreakGlassRejectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BreakGlassRejection'] = ResolversParentTypes['BreakGlassRejection']> = {
  code?: Resolver<ResolversTypes['BreakGlassRejectionCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CaseInHandResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseInHand'] = ResolversParentTypes['CaseInHand'], FederationReferenceType extends FederationReferenceTypes['CaseInHand'] = FederationReferenceTypes['CaseInHand']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['CaseInHand']> | FederationReferenceType, FederationReferenceType, ContextType>;
  citizenCases?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  citizenKeys?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DoorPlateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DoorPlate'] = ResolversParentTypes['DoorPlate']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type FormerNationalIdResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FormerNationalId'] = ResolversParentTypes['FormerNationalId']> = {
  nationalIdMasked?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['NationalIdChangeReason']>, ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type HouseholdResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Household'] = ResolversParentTypes['Household'], FederationReferenceType extends FederationReferenceTypes['Household'] = FederationReferenceTypes['Household']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Household']> | FederationReferenceType, FederationReferenceType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  closedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  closedReason?: Resolver<Maybe<ResolversTypes['HouseholdClosedReason']>, ParentType, ContextType>;
  establishedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  headOfHousehold?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  householdNo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  members?: Resolver<Maybe<ReadonlyArray<ResolversTypes['HouseholdMember']>>, ParentType, ContextType, RequireFields<HouseholdMembersArgs, 'includeFormer'>>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  notes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RegisterNote']>>, ParentType, ContextType, Partial<HouseholdNotesArgs>>;
  status?: Resolver<Maybe<ResolversTypes['HouseholdStatus']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['HouseholdType']>, ParentType, ContextType>;
};

export type HouseholdMemberResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HouseholdMember'] = ResolversParentTypes['HouseholdMember']> = {
  joinedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  leftOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  relationCode?: Resolver<Maybe<ResolversTypes['RelationCode']>, ParentType, ContextType>;
  relationToHead?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type HouseholdVerificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HouseholdVerification'] = ResolversParentTypes['HouseholdVerification']> = {
  addressMatches?: Resolver<ResolversTypes['ClaimAnswer'], ParentType, ContextType>;
  authority?: Resolver<ResolversTypes['Authority'], ParentType, ContextType>;
  checkedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  livesWith?: Resolver<ReadonlyArray<ResolversTypes['HousemateVerification']>, ParentType, ContextType>;
  personMatches?: Resolver<ResolversTypes['ClaimAnswer'], ParentType, ContextType>;
  registeredSinceMatches?: Resolver<ResolversTypes['ClaimAnswer'], ParentType, ContextType>;
};

export type HousemateVerificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HousemateVerification'] = ResolversParentTypes['HousemateVerification']> = {
  matches?: Resolver<ResolversTypes['ClaimAnswer'], ParentType, ContextType>;
  nationalIdMasked?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  relation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type IdCardResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IdCard'] = ResolversParentTypes['IdCard']> = {
  issueDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  issuePlace?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  issueType?: Resolver<ResolversTypes['IdCardIssueType'], ParentType, ContextType>;
};

export type KinResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Kin'] = ResolversParentTypes['Kin']> = {
  endReason?: Resolver<Maybe<ResolversTypes['KinEndReason']>, ParentType, ContextType>;
  marriageKind?: Resolver<Maybe<ResolversTypes['MarriageKind']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  relation?: Resolver<ResolversTypes['KinRelation'], ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type KinshipResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Kinship'] = ResolversParentTypes['Kinship']> = {
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  authority?: Resolver<Maybe<ResolversTypes['Authority']>, ParentType, ContextType>;
  children?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Kin']>>, ParentType, ContextType>;
  childrenInCustody?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Kin']>>, ParentType, ContextType>;
  custodians?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Kin']>>, ParentType, ContextType>;
  guardians?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Kin']>>, ParentType, ContextType>;
  parents?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Kin']>>, ParentType, ContextType>;
  partnerAnnotations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PartnerAnnotation']>>, ParentType, ContextType, RequireFields<KinshipPartnerAnnotationsArgs, 'includeRemoved'>>;
  spouses?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Kin']>>, ParentType, ContextType, RequireFields<KinshipSpousesArgs, 'includeEnded'>>;
  wards?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Kin']>>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  approveBreakGlass?: Resolver<Maybe<ResolversTypes['ApproveBreakGlassPayload']>, ParentType, ContextType, RequireFields<MutationApproveBreakGlassArgs, 'input'>>;
  requestBreakGlass?: Resolver<Maybe<ResolversTypes['RequestBreakGlassPayload']>, ParentType, ContextType, RequireFields<MutationRequestBreakGlassArgs, 'input'>>;
};

export interface NationalIdScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['NationalId'], any> {
  name: 'NationalId';
}

export type PartnerAnnotationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartnerAnnotation'] = ResolversParentTypes['PartnerAnnotation']> = {
  annotatedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  partner?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  removedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type PersonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person'], FederationReferenceType extends FederationReferenceTypes['Person'] = FederationReferenceTypes['Person']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Person']> | FederationReferenceType, FederationReferenceType, ContextType>;
  birthDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  caseGrant?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  flags?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PersonFlag']>>, ParentType, ContextType>;
  formerIds?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  history?: Resolver<Maybe<ResolversTypes['PersonHistory']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  idCard?: Resolver<Maybe<ResolversTypes['IdCard']>, ParentType, ContextType>;
  isProtected?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  kinship?: Resolver<Maybe<ResolversTypes['Kinship']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['PersonName']>, ParentType, ContextType>;
  nationalIdMasked?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  notes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RegisterNote']>>, ParentType, ContextType, Partial<PersonNotesArgs>>;
  registration?: Resolver<Maybe<ResolversTypes['Registration']>, ParentType, ContextType>;
  sex?: Resolver<Maybe<ResolversTypes['Sex']>, ParentType, ContextType>;
};

export type PersonFlagResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonFlag'] = ResolversParentTypes['PersonFlag']> = {
  basis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PersonFlagKind'], ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type PersonHistoryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonHistory'] = ResolversParentTypes['PersonHistory']> = {
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  authority?: Resolver<Maybe<ResolversTypes['Authority']>, ParentType, ContextType>;
  closedRecords?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Household']>>, ParentType, ContextType>;
  nationalIds?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FormerNationalId']>>, ParentType, ContextType>;
};

export type PersonLookupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonLookup'] = ResolversParentTypes['PersonLookup']> = {
  code?: Resolver<ResolversTypes['PersonLookupCode'], ParentType, ContextType>;
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  nationalIdMasked?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
};

export type PersonNameResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonName'] = ResolversParentTypes['PersonName']> = {
  full?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  given?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  latin?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nameType?: Resolver<Maybe<ResolversTypes['NameType']>, ParentType, ContextType>;
  surname?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType, RequireFields<QueryPersonArgs, 'nationalId'>>;
  persons?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PersonLookup']>>, ParentType, ContextType, RequireFields<QueryPersonsArgs, 'nationalIds'>>;
  verifyHousehold?: Resolver<Maybe<ResolversTypes['HouseholdVerification']>, ParentType, ContextType, RequireFields<QueryVerifyHouseholdArgs, 'claim'>>;
  waitingBreakGlass?: Resolver<Maybe<ReadonlyArray<ResolversTypes['BreakGlassGrant']>>, ParentType, ContextType>;
};

export type RegisterNoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterNote'] = ResolversParentTypes['RegisterNote']> = {
  eventDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  registeredDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['RegistrationEventType'], ParentType, ContextType>;
};

export type RegistrationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Registration'] = ResolversParentTypes['Registration']> = {
  adoptiveFatherName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  adoptiveMotherName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  authority?: Resolver<Maybe<ResolversTypes['Authority']>, ParentType, ContextType>;
  birthOrder?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  birthPlace?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ethnicGroup?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  events?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RegistrationEvent']>>, ParentType, ContextType, RequireFields<RegistrationEventsArgs, 'first'>>;
  fatherName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  household?: Resolver<Maybe<ResolversTypes['Household']>, ParentType, ContextType>;
  indigenousStatus?: Resolver<Maybe<ResolversTypes['IndigenousStatus']>, ParentType, ContextType>;
  maritalStatus?: Resolver<Maybe<ResolversTypes['MaritalStatus']>, ParentType, ContextType>;
  motherName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  registeredElsewhere?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  registeredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type RegistrationEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegistrationEvent'] = ResolversParentTypes['RegistrationEvent']> = {
  appliedDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  dueDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  eventDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  isLate?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  otherPerson?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  registeredDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['RegistrationEventType'], ParentType, ContextType>;
};

export type RequestBreakGlassPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestBreakGlassPayload'] = ResolversParentTypes['RequestBreakGlassPayload']> = {
  grant?: Resolver<Maybe<ResolversTypes['BreakGlassGrant']>, ParentType, ContextType>;
  rejection?: Resolver<Maybe<ResolversTypes['BreakGlassRejection']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Address?: AddressResolvers<ContextType>;
  ApproveBreakGlassPayload?: ApproveBreakGlassPayloadResolvers<ContextType>;
  Authority?: AuthorityResolvers<ContextType>;
  BreakGlassGrant?: BreakGlassGrantResolvers<ContextType>;
  BreakGlassRejection?: BreakGlassRejectionResolvers<ContextType>;
  CaseInHand?: CaseInHandResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DoorPlate?: DoorPlateResolvers<ContextType>;
  FormerNationalId?: FormerNationalIdResolvers<ContextType>;
  Household?: HouseholdResolvers<ContextType>;
  HouseholdMember?: HouseholdMemberResolvers<ContextType>;
  HouseholdVerification?: HouseholdVerificationResolvers<ContextType>;
  HousemateVerification?: HousemateVerificationResolvers<ContextType>;
  IdCard?: IdCardResolvers<ContextType>;
  Kin?: KinResolvers<ContextType>;
  Kinship?: KinshipResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NationalId?: GraphQLScalarType;
  PartnerAnnotation?: PartnerAnnotationResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  PersonFlag?: PersonFlagResolvers<ContextType>;
  PersonHistory?: PersonHistoryResolvers<ContextType>;
  PersonLookup?: PersonLookupResolvers<ContextType>;
  PersonName?: PersonNameResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RegisterNote?: RegisterNoteResolvers<ContextType>;
  Registration?: RegistrationResolvers<ContextType>;
  RegistrationEvent?: RegistrationEventResolvers<ContextType>;
  RequestBreakGlassPayload?: RequestBreakGlassPayloadResolvers<ContextType>;
};

