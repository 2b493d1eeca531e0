// Generated from schema.graphql by `npm run generate`.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { PersonParent, WelfareProfileParent, WelfareApplicationParent, Context } from './loaders.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
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

/** The office that owns a fact. 權責機關 */
export type Authority = {
  /** Stable code of the office. 機關代碼 */
  readonly code: Scalars['String']['output'];
  /** Official Chinese name of the office. 機關名稱 */
  readonly name: Scalars['String']['output'];
};

export type DoorPlate = {
  readonly id: Scalars['ID']['output'];
};

export type Person = {
  readonly caseGrant: Maybe<Scalars['String']['output']>;
  readonly formerIds: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  readonly id: Scalars['ID']['output'];
  readonly isProtected: Maybe<Scalars['Boolean']['output']>;
  /** What the social affairs bureau has on its roll for this person. 社會福利 */
  readonly welfare: Maybe<WelfareProfile>;
};

/** An application, received by the district office and decided by the bureau. 福利申請案 */
export type WelfareApplication = {
  /** Case number. 申請案號 */
  readonly caseNo: Scalars['String']['output'];
  /** null until it is decided. 核定結果 */
  readonly decision: Maybe<WelfareDecision>;
  /** Every status it has had, oldest first. 辦理歷程 */
  readonly history: ReadonlyArray<WelfareApplicationEvent>;
  /** First application or yearly review. 申請類別 */
  readonly kind: WelfareApplicationKind;
  /** What the applicant still owes; empty unless the status is MISSING_DOCUMENT. 待補文件 */
  readonly missingDocuments: ReadonlyArray<Scalars['String']['output']>;
  /** The district office that received it. 受理機關 */
  readonly receivedBy: Authority;
  /** Day the district office received it. 受理日期 */
  readonly receivedOn: Scalars['Date']['output'];
  /** What is applied for. 福利項目 */
  readonly scheme: WelfareScheme;
  /** Status on the business day. 辦理狀態 */
  readonly status: WelfareApplicationStatus;
};

/** A status an application reached. 辦理歷程 */
export type WelfareApplicationEvent = {
  /** Day. 日期 */
  readonly on: Scalars['Date']['output'];
  /** Why, where the register says so. 說明 */
  readonly reason: Maybe<Scalars['String']['output']>;
  /** Status from that day on. 辦理狀態 */
  readonly status: WelfareApplicationStatus;
};

/** Why an application was made. 申請類別 */
export type WelfareApplicationKind =
  /** 年度總清查 */
  | 'ANNUAL_REVIEW'
  /** 初次申請 */
  | 'FIRST';

/** How far an application has come. 辦理狀態 */
export type WelfareApplicationStatus =
  /** 核准 */
  | 'APPROVED'
  /** 待補件 */
  | 'MISSING_DOCUMENT'
  /** 受理 */
  | 'RECEIVED'
  /** 駁回 */
  | 'REJECTED'
  /** 審查中 */
  | 'UNDER_REVIEW'
  /** 撤回 */
  | 'WITHDRAWN';

/** An allowance paid every month. 津貼 */
export type WelfareBenefit = {
  /** TWD a month. 每月金額 */
  readonly monthlyAmount: Scalars['Int']['output'];
  /** Scheme. 福利項目 */
  readonly scheme: WelfareScheme;
  /** First day. 核定起日 */
  readonly validFrom: Scalars['Date']['output'];
  /** Last day. 核定迄日 */
  readonly validTo: Scalars['Date']['output'];
};

/** The bureau's decision. 核定結果 */
export type WelfareDecision = {
  /** Class granted; null for schemes without classes. 核定類別 */
  readonly classCode: Maybe<Scalars['String']['output']>;
  /** Day of the decision. 核定日期 */
  readonly decidedOn: Scalars['Date']['output'];
  /** Granted or refused. 准駁 */
  readonly verdict: WelfareVerdict;
};

/** What the social affairs bureau has on its roll for one person. 社會福利 */
export type WelfareProfile = {
  /** Applications this person has made, newest first. 福利申請案 */
  readonly applications: Maybe<ReadonlyArray<WelfareApplication>>;
  /** When the roll stood as answered. 資料時間 */
  readonly asOf: Maybe<Scalars['DateTime']['output']>;
  /** The bureau that keeps the roll. 權責機關 */
  readonly authority: Maybe<Authority>;
  /** Allowances granted and running on the business day. 現領津貼 */
  readonly benefits: Maybe<ReadonlyArray<WelfareBenefit>>;
  /** Class of a low-income household, `1` to `4` in Kaohsiung; null for every other status. 低收入戶類別 */
  readonly classCode: Maybe<Scalars['String']['output']>;
  /** Status on the business day; NONE says that the person is not on the roll. 福利身分 */
  readonly status: Maybe<WelfareStatus>;
  /** First day of the status. 核定起日 */
  readonly validFrom: Maybe<Scalars['Date']['output']>;
  /** Last day of the status. 核定迄日 */
  readonly validTo: Maybe<Scalars['Date']['output']>;
};

/** What may be applied for. 福利項目 */
export type WelfareScheme =
  /** 身心障礙者生活補助 */
  | 'DISABILITY_ALLOWANCE'
  /** 中低收入老人生活津貼 */
  | 'ELDERLY_ALLOWANCE'
  /** 低收入戶 */
  | 'LOW_INCOME'
  /** 中低收入戶 */
  | 'MID_LOW_INCOME';

/** Status under the Public Assistance Act. 福利身分 */
export type WelfareStatus =
  /** 低收入戶 */
  | 'LOW_INCOME'
  /** 中低收入戶 */
  | 'MID_LOW_INCOME'
  /** 不在名冊 */
  | 'NONE';

/** How an application was decided. 准駁 */
export type WelfareVerdict =
  /** 核准 */
  | 'APPROVED'
  /** 駁回 */
  | 'REJECTED';



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
  Person: Person;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Person:
    ( { __typename: 'Person' }
    & GraphQLRecursivePick<FederationTypes['Person'], {"id":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Person'], {"formerIds":true,"isProtected":true,"caseGrant":true}> ) );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Address: ResolverTypeWrapper<Address>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Authority: ResolverTypeWrapper<Authority>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DoorPlate: ResolverTypeWrapper<DoorPlate>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  NationalId: ResolverTypeWrapper<Scalars['NationalId']['output']>;
  Person: ResolverTypeWrapper<PersonParent>;
  WelfareApplication: ResolverTypeWrapper<WelfareApplicationParent>;
  WelfareApplicationEvent: ResolverTypeWrapper<WelfareApplicationEvent>;
  WelfareApplicationKind: WelfareApplicationKind;
  WelfareApplicationStatus: WelfareApplicationStatus;
  WelfareBenefit: ResolverTypeWrapper<WelfareBenefit>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  WelfareDecision: ResolverTypeWrapper<WelfareDecision>;
  WelfareProfile: ResolverTypeWrapper<WelfareProfileParent>;
  WelfareScheme: WelfareScheme;
  WelfareStatus: WelfareStatus;
  WelfareVerdict: WelfareVerdict;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Address: Address;
  Boolean: Scalars['Boolean']['output'];
  String: Scalars['String']['output'];
  Authority: Authority;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DoorPlate: DoorPlate;
  ID: Scalars['ID']['output'];
  NationalId: Scalars['NationalId']['output'];
  Person: PersonParent;
  WelfareApplication: WelfareApplicationParent;
  WelfareApplicationEvent: WelfareApplicationEvent;
  WelfareBenefit: WelfareBenefit;
  Int: Scalars['Int']['output'];
  WelfareDecision: WelfareDecision;
  WelfareProfile: WelfareProfileParent;
};

export type AddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address']> = {
  doorPlate?: Resolver<Maybe<ResolversTypes['DoorPlate']>, ParentType, ContextType>;
  isProtected?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AuthorityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Authority'] = ResolversParentTypes['Authority']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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

export interface NationalIdScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['NationalId'], any> {
  name: 'NationalId';
}

export type PersonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person'], FederationReferenceType extends FederationReferenceTypes['Person'] = FederationReferenceTypes['Person']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Person']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  welfare?: Resolver<Maybe<ResolversTypes['WelfareProfile']>, ParentType, ContextType>;
};

export type WelfareApplicationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WelfareApplication'] = ResolversParentTypes['WelfareApplication']> = {
  caseNo?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['WelfareDecision']>, ParentType, ContextType>;
  history?: Resolver<ReadonlyArray<ResolversTypes['WelfareApplicationEvent']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['WelfareApplicationKind'], ParentType, ContextType>;
  missingDocuments?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  receivedBy?: Resolver<ResolversTypes['Authority'], ParentType, ContextType>;
  receivedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  scheme?: Resolver<ResolversTypes['WelfareScheme'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['WelfareApplicationStatus'], ParentType, ContextType>;
};

export type WelfareApplicationEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WelfareApplicationEvent'] = ResolversParentTypes['WelfareApplicationEvent']> = {
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['WelfareApplicationStatus'], ParentType, ContextType>;
};

export type WelfareBenefitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WelfareBenefit'] = ResolversParentTypes['WelfareBenefit']> = {
  monthlyAmount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  scheme?: Resolver<ResolversTypes['WelfareScheme'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validTo?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type WelfareDecisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WelfareDecision'] = ResolversParentTypes['WelfareDecision']> = {
  classCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decidedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['WelfareVerdict'], ParentType, ContextType>;
};

export type WelfareProfileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WelfareProfile'] = ResolversParentTypes['WelfareProfile']> = {
  applications?: Resolver<Maybe<ReadonlyArray<ResolversTypes['WelfareApplication']>>, ParentType, ContextType>;
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  authority?: Resolver<Maybe<ResolversTypes['Authority']>, ParentType, ContextType>;
  benefits?: Resolver<Maybe<ReadonlyArray<ResolversTypes['WelfareBenefit']>>, ParentType, ContextType>;
  classCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['WelfareStatus']>, ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Address?: AddressResolvers<ContextType>;
  Authority?: AuthorityResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DoorPlate?: DoorPlateResolvers<ContextType>;
  NationalId?: GraphQLScalarType;
  Person?: PersonResolvers<ContextType>;
  WelfareApplication?: WelfareApplicationResolvers<ContextType>;
  WelfareApplicationEvent?: WelfareApplicationEventResolvers<ContextType>;
  WelfareBenefit?: WelfareBenefitResolvers<ContextType>;
  WelfareDecision?: WelfareDecisionResolvers<ContextType>;
  WelfareProfile?: WelfareProfileResolvers<ContextType>;
};

