// Generated from schema.graphql by `npm run generate`.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AskedPage } from './access-log/asked-page.ts';
import type { AskedReceipt } from './receipt/asked-receipt.ts';
import type { HubContext } from './hub-context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant with its offset, RFC 3339. 時間 */
  DateTime: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** A page of the log of one person's data. 查詢紀錄 */
export type AccessLogConnection = {
  /** Everything written down until then is here. 資料時間 */
  readonly asOf: Maybe<Scalars['DateTime']['output']>;
  /** The case in hand. 案件 */
  readonly caseInHand: Maybe<CaseInHand>;
  /** Whether nothing is missing until then: every gateway's log is read and leads to persons. 是否完整 */
  readonly isComplete: Maybe<Scalars['Boolean']['output']>;
  /** The entries of the page. 紀錄 */
  readonly nodes: Maybe<ReadonlyArray<AccessLogEntry>>;
  /** Which page was asked for. 頁 */
  readonly page: Scalars['ID']['output'];
  /** Where the page ends. 分頁 */
  readonly pageInfo: Maybe<PageInfo>;
};

/** One look at a person's data. 查詢紀錄 */
export type AccessLogEntry = {
  /** The agency that looked. 查詢機關 */
  readonly agency: Authority;
  /** When; the day alone where somebody else's case led to the person. 時間 */
  readonly at: Scalars['DateTime']['output'];
  /** Under which case; null where it is somebody else's. 案號 */
  readonly caseNo: Maybe<Scalars['String']['output']>;
  /** How it was asked for. 管道 */
  readonly channel: Scalars['String']['output'];
  /** Classes of the data shown, as the law counts them. 個人資料類別 */
  readonly dataClasses: ReadonlyArray<Scalars['String']['output']>;
  /** What for. 特定目的 */
  readonly purpose: Purpose;
  /** The request, for its receipt; null where it is somebody else's. 請求編號 */
  readonly requestId: Maybe<Scalars['ID']['output']>;
  /** As what the officer looked; null where somebody else's case led to the person. 角色 */
  readonly role: Maybe<Scalars['String']['output']>;
};

export type AgencyState =
  /** Answers, yet some fetches failed. 部分失敗 */
  | 'DEGRADED'
  /** Does not answer. 中斷 */
  | 'DOWN'
  /** Answers, and every fetch did. 正常 */
  | 'OK';

/** How an agency does. 機關狀態 */
export type AgencyStatus = {
  /** The agency's name across the hub. 機關代碼 */
  readonly code: Scalars['ID']['output'];
  /** Share of the fetches that failed, 0 to 1; null without any. 錯誤率 */
  readonly errorRate: Maybe<Scalars['Float']['output']>;
  /** When it last answered; null if not since the gateway started. 最近回應時間 */
  readonly lastOkAt: Maybe<Scalars['DateTime']['output']>;
  /** Its Chinese name. 機關名稱 */
  readonly name: Scalars['String']['output'];
  /** Half of the fetches took no longer, milliseconds; null without any. 中位數 */
  readonly p50Ms: Maybe<Scalars['Float']['output']>;
  /** Of twenty fetches nineteen took no longer, milliseconds; null without any. 第95百分位 */
  readonly p95Ms: Maybe<Scalars['Float']['output']>;
  /** How it does now. 狀態 */
  readonly state: AgencyState;
};

/** The office that owns a fact. 權責機關 */
export type Authority = {
  /** Stable code of the office. 機關代碼 */
  readonly code: Scalars['String']['output'];
  /** Official Chinese name of the office. 機關名稱 */
  readonly name: Scalars['String']['output'];
};

export type CaseInHand = {
  readonly citizenCases: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly citizenKeys: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  readonly id: Scalars['ID']['output'];
};

/** Proof of one disclosure; it needs no hub to check. 揭露證明 */
export type DisclosureReceipt = {
  /** The case in hand. 案件 */
  readonly caseInHand: Maybe<CaseInHand>;
  /** Signed note of the log's tree. 檢查點 */
  readonly checkpoint: Maybe<Scalars['String']['output']>;
  /** Hashes from the record up to the root, base64. 包含證明 */
  readonly inclusionProof: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Notes that lead from the log's earlier keys to the one that signed; null without any. 金鑰更替 */
  readonly keyTurns: Maybe<Scalars['String']['output']>;
  /** Place of the record in the log, from 0. 序號 */
  readonly leafIndex: Maybe<Scalars['Int']['output']>;
  /** The record of the outcome, byte for byte as the log has it. 紀錄 */
  readonly record: Maybe<Scalars['String']['output']>;
  /** The request that was asked about. 請求編號 */
  readonly requestId: Scalars['ID']['output'];
  /**
   * Salt of the hash of what was shown, base64url: of the whole answer for the caller that asked, of
   * their own part for the person; null for everybody else, and once a key was destroyed. 鹽值
   */
  readonly salt: Maybe<Scalars['String']['output']>;
};

/** What the gateway knows of itself. 系統狀態 */
export type HubStatus = {
  /** Every agency. 機關 */
  readonly agencies: ReadonlyArray<AgencyStatus>;
  /** Version of the hub. 版本 */
  readonly release: Scalars['String']['output'];
  /** SHA-256 of the supergraph that is served, hexadecimal. 綱要雜湊 */
  readonly supergraphHash: Scalars['String']['output'];
};

/** Where a page of a list ends. 分頁 */
export type PageInfo = {
  /** What to send as `after` for the next page. 游標 */
  readonly endCursor: Maybe<Scalars['String']['output']>;
  /** Whether more follow. 尚有資料 */
  readonly hasNextPage: Scalars['Boolean']['output'];
};

/** Why data was asked for. 特定目的 */
export type Purpose = {
  /** Stable name of the purpose. 目的代碼 */
  readonly id: Scalars['ID']['output'];
  /** The law it stands on. 法律依據 */
  readonly legalBasis: Maybe<Scalars['String']['output']>;
  /** The specific purpose as the law counts it. 特定目的名稱 */
  readonly name: Scalars['String']['output'];
};

export type Query = {
  /**
   * Who looked at this person's data, newest first: for the person whose case is in hand, and for the
   * auditor of an agency. What a rule keeps back for a time is not counted either. 個人資料查詢紀錄
   */
  readonly accessLog: Maybe<AccessLogConnection>;
  /**
   * Proof that a disclosure stands in the log, for the caller that made it, the person it was about and
   * the auditor of that caller's agency; all null for everybody else. 揭露證明
   */
  readonly disclosureReceipt: Maybe<DisclosureReceipt>;
  /** Every agency's state as this gateway has seen it in the last minutes. 系統狀態 */
  readonly hubStatus: Maybe<HubStatus>;
};


export type QueryAccessLogArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  personId: Scalars['ID']['input'];
};


export type QueryDisclosureReceiptArgs = {
  requestId: Scalars['ID']['input'];
};



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
  AccessLogConnection: AccessLogConnection;
  CaseInHand: CaseInHand;
  DisclosureReceipt: DisclosureReceipt;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  AccessLogConnection:
    ( { __typename: 'AccessLogConnection' }
    & GraphQLRecursivePick<FederationTypes['AccessLogConnection'], {"page":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['AccessLogConnection'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['AccessLogConnection'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['AccessLogConnection'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['AccessLogConnection'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['AccessLogConnection'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['AccessLogConnection'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['AccessLogConnection'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['AccessLogConnection'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['AccessLogConnection'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['AccessLogConnection'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['AccessLogConnection'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['AccessLogConnection'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['AccessLogConnection'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['AccessLogConnection'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}> ) );
  CaseInHand:
    ( { __typename: 'CaseInHand' }
    & GraphQLRecursivePick<FederationTypes['CaseInHand'], {"id":true}> );
  DisclosureReceipt:
    ( { __typename: 'DisclosureReceipt' }
    & GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"requestId":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}>
        | GraphQLRecursivePick<FederationTypes['DisclosureReceipt'], {"caseInHand":{"citizenKeys":true,"citizenCases":true}}> ) );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AccessLogConnection: ResolverTypeWrapper<AskedPage>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AccessLogEntry: ResolverTypeWrapper<AccessLogEntry>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AgencyState: AgencyState;
  AgencyStatus: ResolverTypeWrapper<AgencyStatus>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Authority: ResolverTypeWrapper<Authority>;
  CaseInHand: ResolverTypeWrapper<CaseInHand>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DisclosureReceipt: ResolverTypeWrapper<AskedReceipt>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  HubStatus: ResolverTypeWrapper<HubStatus>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Purpose: ResolverTypeWrapper<Purpose>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AccessLogConnection: AskedPage;
  Boolean: Scalars['Boolean']['output'];
  ID: Scalars['ID']['output'];
  AccessLogEntry: AccessLogEntry;
  String: Scalars['String']['output'];
  AgencyStatus: AgencyStatus;
  Float: Scalars['Float']['output'];
  Authority: Authority;
  CaseInHand: CaseInHand | FederationReferenceTypes['CaseInHand'];
  DateTime: Scalars['DateTime']['output'];
  DisclosureReceipt: AskedReceipt;
  Int: Scalars['Int']['output'];
  HubStatus: HubStatus;
  PageInfo: PageInfo;
  Purpose: Purpose;
  Query: Record<PropertyKey, never>;
};

export type AccessLogConnectionResolvers<ContextType = HubContext, ParentType extends ResolversParentTypes['AccessLogConnection'] = ResolversParentTypes['AccessLogConnection'], FederationReferenceType extends FederationReferenceTypes['AccessLogConnection'] = FederationReferenceTypes['AccessLogConnection']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['AccessLogConnection']> | FederationReferenceType, FederationReferenceType, ContextType>;
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  caseInHand?: Resolver<Maybe<ResolversTypes['CaseInHand']>, ParentType, ContextType>;
  isComplete?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  nodes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AccessLogEntry']>>, ParentType, ContextType>;
  page?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  pageInfo?: Resolver<Maybe<ResolversTypes['PageInfo']>, ParentType, ContextType>;
};

export type AccessLogEntryResolvers<ContextType = HubContext, ParentType extends ResolversParentTypes['AccessLogEntry'] = ResolversParentTypes['AccessLogEntry']> = {
  agency?: Resolver<ResolversTypes['Authority'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  caseNo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dataClasses?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['Purpose'], ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AgencyStatusResolvers<ContextType = HubContext, ParentType extends ResolversParentTypes['AgencyStatus'] = ResolversParentTypes['AgencyStatus']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  errorRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  lastOkAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  p50Ms?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  p95Ms?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['AgencyState'], ParentType, ContextType>;
};

export type AuthorityResolvers<ContextType = HubContext, ParentType extends ResolversParentTypes['Authority'] = ResolversParentTypes['Authority']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CaseInHandResolvers<ContextType = HubContext, ParentType extends ResolversParentTypes['CaseInHand'] = ResolversParentTypes['CaseInHand'], FederationReferenceType extends FederationReferenceTypes['CaseInHand'] = FederationReferenceTypes['CaseInHand']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['CaseInHand']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DisclosureReceiptResolvers<ContextType = HubContext, ParentType extends ResolversParentTypes['DisclosureReceipt'] = ResolversParentTypes['DisclosureReceipt'], FederationReferenceType extends FederationReferenceTypes['DisclosureReceipt'] = FederationReferenceTypes['DisclosureReceipt']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['DisclosureReceipt']> | FederationReferenceType, FederationReferenceType, ContextType>;
  caseInHand?: Resolver<Maybe<ResolversTypes['CaseInHand']>, ParentType, ContextType>;
  checkpoint?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  inclusionProof?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  keyTurns?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  leafIndex?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  record?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requestId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  salt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type HubStatusResolvers<ContextType = HubContext, ParentType extends ResolversParentTypes['HubStatus'] = ResolversParentTypes['HubStatus']> = {
  agencies?: Resolver<ReadonlyArray<ResolversTypes['AgencyStatus']>, ParentType, ContextType>;
  release?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  supergraphHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = HubContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PurposeResolvers<ContextType = HubContext, ParentType extends ResolversParentTypes['Purpose'] = ResolversParentTypes['Purpose']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = HubContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  accessLog?: Resolver<Maybe<ResolversTypes['AccessLogConnection']>, ParentType, ContextType, RequireFields<QueryAccessLogArgs, 'first' | 'personId'>>;
  disclosureReceipt?: Resolver<Maybe<ResolversTypes['DisclosureReceipt']>, ParentType, ContextType, RequireFields<QueryDisclosureReceiptArgs, 'requestId'>>;
  hubStatus?: Resolver<Maybe<ResolversTypes['HubStatus']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = HubContext> = {
  AccessLogConnection?: AccessLogConnectionResolvers<ContextType>;
  AccessLogEntry?: AccessLogEntryResolvers<ContextType>;
  AgencyStatus?: AgencyStatusResolvers<ContextType>;
  Authority?: AuthorityResolvers<ContextType>;
  CaseInHand?: CaseInHandResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DisclosureReceipt?: DisclosureReceiptResolvers<ContextType>;
  HubStatus?: HubStatusResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Purpose?: PurposeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
};

