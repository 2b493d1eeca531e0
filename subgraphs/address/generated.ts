// Generated from schema.graphql by `npm run generate`.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { DoorPlateParent, AdministrativeAreaParent } from './queries.ts';
import type { Context } from './loaders.ts';
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

/** A county, town or village. 行政區域 */
export type AdministrativeArea = {
  /** 5, 8 or 11 digits by level. 行政區域代碼 */
  readonly code: Scalars['ID']['output'];
  /** Official English name, where known. 英譯 */
  readonly english: Maybe<Scalars['String']['output']>;
  /** Names it had before, with the county of the time. 舊名 */
  readonly formerNames: ReadonlyArray<Scalars['String']['output']>;
  /** Which tier of government the area is. 行政層級 */
  readonly level: AdministrativeLevel;
  /** 名稱 */
  readonly name: Scalars['String']['output'];
  /** Code of the area it lies in. 上級行政區域 */
  readonly parentCode: Maybe<Scalars['ID']['output']>;
  /** Three digits of the postal code, towns alone. 郵遞區號 */
  readonly zip: Maybe<Scalars['String']['output']>;
};

/** 行政層級 */
export type AdministrativeLevel =
  /** 直轄市、縣 */
  | 'COUNTY'
  /** 鄉鎮市區 */
  | 'TOWN'
  /** 村里 */
  | 'VILLAGE';

/** The office that owns a fact. 權責機關 */
export type Authority = {
  /** Stable code of the office. 機關代碼 */
  readonly code: Scalars['String']['output'];
  /** Official Chinese name of the office. 機關名稱 */
  readonly name: Scalars['String']['output'];
};

/** A door plate: one address in force or abolished, with its place and history. 門牌 */
export type DoorPlate = {
  /** With its kind: `3弄`. 弄 */
  readonly alley: Maybe<Scalars['String']['output']>;
  /** Settlement. 地區 */
  readonly area: Maybe<Scalars['String']['output']>;
  /** What follows 附. 附號 */
  readonly attached: Maybe<Scalars['String']['output']>;
  /** The office that numbers the houses there. 權責機關 */
  readonly authority: Authority;
  /** Storey, negative below ground. 樓 */
  readonly floor: Maybe<Scalars['Int']['output']>;
  /** Whether a rare character of the address was lost at its source; it reads `?` here. 罕用字 */
  readonly hasLostCharacter: Scalars['Boolean']['output'];
  /** Stable id; it stays when the address is renumbered in another way. 門牌識別碼 */
  readonly id: Scalars['ID']['output'];
  /** Whether the plate is made up for the sample. 模擬資料 */
  readonly isSynthetic: Scalars['Boolean']['output'];
  /** With its kind: `78巷`, `四德巷`. 巷 */
  readonly lane: Maybe<Scalars['String']['output']>;
  /** Where the plate hangs. 坐標 */
  readonly location: GeoPoint;
  /** Number of the neighbourhood; null where the register has none. 鄰 */
  readonly neighborhood: Maybe<Scalars['Int']['output']>;
  /** A clerk's remark beside the number. 註記 */
  readonly note: Maybe<Scalars['String']['output']>;
  /** House number. 號 */
  readonly number: Scalars['Int']['output'];
  /** What follows 之: `2`, `3之1`. 之 */
  readonly numberSuffix: Maybe<Scalars['String']['output']>;
  /** Plates that this one took the place of. 原門牌 */
  readonly predecessors: ReadonlyArray<DoorPlate>;
  /** Kind of number where it is not a plain one. 臨、附、地下 */
  readonly prefix: Maybe<NumberPrefix>;
  /** Road or street with its kind; null for the plates of villages without road names. 街路 */
  readonly road: Maybe<Scalars['String']['output']>;
  /** Unit on the storey. 室 */
  readonly room: Maybe<Scalars['String']['output']>;
  /** 段 */
  readonly section: Maybe<Scalars['Int']['output']>;
  /** Whether the plate is in force. 門牌狀態 */
  readonly status: DoorPlateStatus;
  /** With its kind: `2衖`. 衖 */
  readonly subAlley: Maybe<Scalars['String']['output']>;
  /** Plates that took the place of this one. 新門牌 */
  readonly successors: ReadonlyArray<DoorPlate>;
  /** The whole address in one line, in the hub's canonical form. 門牌地址 */
  readonly text: Scalars['String']['output'];
  /** 鄉鎮市區 */
  readonly town: Scalars['String']['output'];
  /** Eight digits. 鄉鎮市區代碼 */
  readonly townCode: Scalars['ID']['output'];
  /** First day in force; null where the register does not tell it. 編釘日期 */
  readonly validFrom: Maybe<Scalars['Date']['output']>;
  /** Last day in force. 廢止日期 */
  readonly validTo: Maybe<Scalars['Date']['output']>;
  /** 里 or 村 with its kind. 村里 */
  readonly village: Scalars['String']['output'];
  /** Eleven digits; null where the village's code was never told. 村里代碼 */
  readonly villageCode: Maybe<Scalars['ID']['output']>;
};

/** 門牌狀態 */
export type DoorPlateStatus =
  /** Taken away. 廢止 */
  | 'ABOLISHED'
  /** In force. 現用 */
  | 'ACTIVE';

/** A place, in WGS84 degrees and in EPSG:3826 (TWD97 / TM2 zone 121) metres. 坐標 */
export type GeoPoint = {
  /** 橫座標 */
  readonly easting: Scalars['Float']['output'];
  /** 緯度 */
  readonly latitude: Scalars['Float']['output'];
  /** 經度 */
  readonly longitude: Scalars['Float']['output'];
  /** 縱座標 */
  readonly northing: Scalars['Float']['output'];
};

/** 號之種類 */
export type NumberPrefix =
  /** 附 */
  | 'ATTACHED'
  /** 地下 */
  | 'BASEMENT'
  /** 臨 */
  | 'TEMP';

export type Query = {
  /** Counties, towns or villages by code; of one parent where it is given. 行政區域 */
  readonly administrativeAreas: Maybe<ReadonlyArray<AdministrativeArea>>;
  /** The door plate with this id; null where there is none. 門牌 */
  readonly doorPlate: Maybe<DoorPlate>;
};


export type QueryAdministrativeAreasArgs = {
  level: AdministrativeLevel;
  parentCode?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryDoorPlateArgs = {
  id: Scalars['ID']['input'];
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
  DoorPlate: DoorPlate;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  DoorPlate:
    ( { __typename: 'DoorPlate' }
    & GraphQLRecursivePick<FederationTypes['DoorPlate'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Address: ResolverTypeWrapper<Omit<Address, 'doorPlate'> & { doorPlate?: Maybe<ResolversTypes['DoorPlate']> }>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AdministrativeArea: ResolverTypeWrapper<AdministrativeAreaParent>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AdministrativeLevel: AdministrativeLevel;
  Authority: ResolverTypeWrapper<Authority>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DoorPlate: ResolverTypeWrapper<DoorPlateParent>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  DoorPlateStatus: DoorPlateStatus;
  GeoPoint: ResolverTypeWrapper<GeoPoint>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  NationalId: ResolverTypeWrapper<Scalars['NationalId']['output']>;
  NumberPrefix: NumberPrefix;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Address: Omit<Address, 'doorPlate'> & { doorPlate?: Maybe<ResolversParentTypes['DoorPlate']> };
  Boolean: Scalars['Boolean']['output'];
  String: Scalars['String']['output'];
  AdministrativeArea: AdministrativeAreaParent;
  ID: Scalars['ID']['output'];
  Authority: Authority;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DoorPlate: DoorPlateParent;
  Int: Scalars['Int']['output'];
  GeoPoint: GeoPoint;
  Float: Scalars['Float']['output'];
  NationalId: Scalars['NationalId']['output'];
  Query: Record<PropertyKey, never>;
};

export type AddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address']> = {
  doorPlate?: Resolver<Maybe<ResolversTypes['DoorPlate']>, ParentType, ContextType>;
  isProtected?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AdministrativeAreaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AdministrativeArea'] = ResolversParentTypes['AdministrativeArea']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  english?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  formerNames?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  level?: Resolver<ResolversTypes['AdministrativeLevel'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parentCode?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  zip?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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

export type DoorPlateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DoorPlate'] = ResolversParentTypes['DoorPlate'], FederationReferenceType extends FederationReferenceTypes['DoorPlate'] = FederationReferenceTypes['DoorPlate']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['DoorPlate']> | FederationReferenceType, FederationReferenceType, ContextType>;
  alley?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  area?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  attached?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  authority?: Resolver<ResolversTypes['Authority'], ParentType, ContextType>;
  floor?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  hasLostCharacter?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isSynthetic?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lane?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  location?: Resolver<ResolversTypes['GeoPoint'], ParentType, ContextType>;
  neighborhood?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  numberSuffix?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  predecessors?: Resolver<ReadonlyArray<ResolversTypes['DoorPlate']>, ParentType, ContextType>;
  prefix?: Resolver<Maybe<ResolversTypes['NumberPrefix']>, ParentType, ContextType>;
  road?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  room?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  section?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DoorPlateStatus'], ParentType, ContextType>;
  subAlley?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  successors?: Resolver<ReadonlyArray<ResolversTypes['DoorPlate']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  town?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  townCode?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  village?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  villageCode?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type GeoPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GeoPoint'] = ResolversParentTypes['GeoPoint']> = {
  easting?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  latitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  northing?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export interface NationalIdScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['NationalId'], any> {
  name: 'NationalId';
}

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  administrativeAreas?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AdministrativeArea']>>, ParentType, ContextType, RequireFields<QueryAdministrativeAreasArgs, 'level'>>;
  doorPlate?: Resolver<Maybe<ResolversTypes['DoorPlate']>, ParentType, ContextType, RequireFields<QueryDoorPlateArgs, 'id'>>;
};

export type Resolvers<ContextType = Context> = {
  Address?: AddressResolvers<ContextType>;
  AdministrativeArea?: AdministrativeAreaResolvers<ContextType>;
  Authority?: AuthorityResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DoorPlate?: DoorPlateResolvers<ContextType>;
  GeoPoint?: GeoPointResolvers<ContextType>;
  NationalId?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
};

