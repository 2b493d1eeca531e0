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

export type AbolishDoorPlateInput = {
  /** 門牌 */
  readonly doorPlate: DoorPlateVersionInput;
  /** First day out of force. 廢止生效日期 */
  readonly effectiveDate: Scalars['Date']['input'];
  /** Chosen by the client; the same key never acts twice. 重送識別碼 */
  readonly key: Scalars['ID']['input'];
  /** 異動事由 */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

export type AbolishDoorPlatePayload = {
  /** The plate, out of force. 廢止門牌 */
  readonly doorPlate: Maybe<DoorPlate>;
  /** Why nothing was done. 不予辦理 */
  readonly rejection: Maybe<DoorPlateRejection>;
};

export type AddDoorPlatesInput = {
  /** What each new plate has different from it; at least one, at most 200. 增編門牌 */
  readonly addresses: ReadonlyArray<DoorPlateAddressInput>;
  /** The plate of the building that is split. 原門牌 */
  readonly doorPlate: DoorPlateVersionInput;
  /** 生效日期 */
  readonly effectiveDate: Scalars['Date']['input'];
  /** Chosen by the client; the same key never acts twice. 重送識別碼 */
  readonly key: Scalars['ID']['input'];
  /** 異動事由 */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

export type AddDoorPlatesPayload = {
  /** The new plates, in the order they were asked for. 增編門牌 */
  readonly doorPlates: ReadonlyArray<DoorPlate>;
  /** Why nothing was done. 不予辦理 */
  readonly rejection: Maybe<DoorPlateRejection>;
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

export type AssignDoorPlateInput = {
  /** 新門牌 */
  readonly address: NewDoorPlateInput;
  /** First day in force. 生效日期 */
  readonly effectiveDate: Scalars['Date']['input'];
  /** Chosen by the client; the same key never acts twice. 重送識別碼 */
  readonly key: Scalars['ID']['input'];
  /** 異動事由 */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

export type AssignDoorPlatePayload = {
  /** The new plate. 新門牌 */
  readonly doorPlate: Maybe<DoorPlate>;
  /** Why nothing was done. 不予辦理 */
  readonly rejection: Maybe<DoorPlateRejection>;
};

/** The office that owns a fact. 權責機關 */
export type Authority = {
  /** Stable code of the office. 機關代碼 */
  readonly code: Scalars['String']['output'];
  /** Official Chinese name of the office. 機關名稱 */
  readonly name: Scalars['String']['output'];
};

export type ChangeDoorPlateInput = {
  /** 新門牌 */
  readonly address: DoorPlateAddressInput;
  /** 原門牌 */
  readonly doorPlate: DoorPlateVersionInput;
  /** 生效日期 */
  readonly effectiveDate: Scalars['Date']['input'];
  /** Chosen by the client; the same key never acts twice. 重送識別碼 */
  readonly key: Scalars['ID']['input'];
  /** 異動事由 */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

export type ChangeDoorPlatePayload = {
  /** The plate with the new address; its predecessor is the one that was changed. 新門牌 */
  readonly doorPlate: Maybe<DoorPlate>;
  /** Why nothing was done. 不予辦理 */
  readonly rejection: Maybe<DoorPlateRejection>;
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
  /** Plates that this one took the place of or was split from. 原門牌 */
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
  /** Plates that took the place of this one or were split from it. 新門牌 */
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
  /** Counts the changes; a door-plate officer names the one that was read. 版次 */
  readonly version: Scalars['Int']['output'];
  /** 里 or 村 with its kind. 村里 */
  readonly village: Scalars['String']['output'];
  /** Eleven digits; null where the village's code was never told. 村里代碼 */
  readonly villageCode: Maybe<Scalars['ID']['output']>;
};

/** What becomes different of an address: a part that is left out stays, a null takes it away. 門牌地址異動 */
export type DoorPlateAddressInput = {
  /** 弄 */
  readonly alley?: InputMaybe<Scalars['String']['input']>;
  /** 地區 */
  readonly area?: InputMaybe<Scalars['String']['input']>;
  /** 巷 */
  readonly lane?: InputMaybe<Scalars['String']['input']>;
  /** 坐標 */
  readonly location?: InputMaybe<DoorPlateLocationInput>;
  /** 鄰 */
  readonly neighborhood?: InputMaybe<Scalars['Int']['input']>;
  /** With all that belongs to it: `24之2號`, `臨130號`, `5號3樓之1`. 號 */
  readonly number?: InputMaybe<Scalars['String']['input']>;
  /** 街路 */
  readonly road?: InputMaybe<Scalars['String']['input']>;
  /** 段 */
  readonly section?: InputMaybe<Scalars['Int']['input']>;
  /** 衖 */
  readonly subAlley?: InputMaybe<Scalars['String']['input']>;
  /** 里 or 村 of the same town, with its kind. 村里 */
  readonly village?: InputMaybe<Scalars['String']['input']>;
};

/** Where a plate hangs, in WGS84 degrees. 坐標 */
export type DoorPlateLocationInput = {
  readonly latitude: Scalars['Float']['input'];
  readonly longitude: Scalars['Float']['input'];
};

/** Why the office does not do what was asked; nothing was changed. 不予辦理 */
export type DoorPlateRejection = {
  /** 事由代碼 */
  readonly code: DoorPlateRejectionCode;
  /** 事由 */
  readonly message: Scalars['String']['output'];
};

/** 不予辦理事由 */
export type DoorPlateRejectionCode =
  /** A part of the address is not written as the register writes it. 地址不合格式 */
  | 'ADDRESS_INVALID'
  /** The new address is the old one. 地址未異動 */
  | 'ADDRESS_SAME'
  /** Another plate in force has the address. 地址已編釘 */
  | 'ADDRESS_TAKEN'
  /** Someone changed a plate since it was read; read it again. 版次不符 */
  | 'CONFLICT'
  /** Too many plates for one transaction, or none. 門牌數量不符 */
  | 'COUNT_INVALID'
  /** The day is still to come, or before the plate was in force. 生效日期不符 */
  | 'DATE_INVALID'
  /** A text is empty, too long or unreadable. 識別碼或事由不合格式 */
  | 'INPUT_INVALID'
  /** The key was used for something else before. 重送識別碼重複 */
  | 'KEY_USED'
  /** The place lies outside of the town's county. 坐標不符 */
  | 'LOCATION_INVALID'
  /** Another office numbers the houses there. 非本所轄區 */
  | 'OUTSIDE_OFFICE'
  /** The plate is out of force. 門牌已廢止 */
  | 'PLATE_ABOLISHED'
  /** The same plate is named twice. 門牌重複 */
  | 'PLATE_REPEATED'
  /** There is no such plate. 查無門牌 */
  | 'PLATE_UNKNOWN'
  /** Ask for a preview first, and name its revision. 未經預覽 */
  | 'PREVIEW_NEEDED'
  /** No plate in force stands there. 範圍內無門牌 */
  | 'STREET_EMPTY'
  /** Name a road, settlement, lane or village. 未指定範圍 */
  | 'STREET_MISSING'
  /** There is no such township. 查無鄉鎮市區 */
  | 'TOWN_UNKNOWN'
  /** The township has no such village. 查無村里 */
  | 'VILLAGE_UNKNOWN';

/** One line of a renumbering. 整編對照 */
export type DoorPlateRenumbering = {
  /** The plate after; null in a preview. 新門牌 */
  readonly after: Maybe<DoorPlate>;
  /** The plate before. 原門牌 */
  readonly before: DoorPlate;
  /** The address after. 新門牌地址 */
  readonly text: Scalars['String']['output'];
};

/** 門牌狀態 */
export type DoorPlateStatus =
  /** Taken away. 廢止 */
  | 'ABOLISHED'
  /** In force. 現用 */
  | 'ACTIVE';

/** A plate as the officer has read it; another version means that someone changed it since. 門牌版次 */
export type DoorPlateVersionInput = {
  readonly id: Scalars['ID']['input'];
  readonly version: Scalars['Int']['input'];
};

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

export type MergeDoorPlatesInput = {
  /** 生效日期 */
  readonly effectiveDate: Scalars['Date']['input'];
  /** The plate that stays in force. 保留門牌 */
  readonly kept: DoorPlateVersionInput;
  /** Chosen by the client; the same key never acts twice. 重送識別碼 */
  readonly key: Scalars['ID']['input'];
  /** The plates that are joined into it; at least one, at most 200. 併入門牌 */
  readonly merged: ReadonlyArray<DoorPlateVersionInput>;
  /** 異動事由 */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

export type MergeDoorPlatesPayload = {
  /** The plate that stayed. 保留門牌 */
  readonly doorPlate: Maybe<DoorPlate>;
  /** Why nothing was done. 不予辦理 */
  readonly rejection: Maybe<DoorPlateRejection>;
};

export type Mutation = {
  /** Takes the plate of a building that is gone out of force. 門牌廢止 */
  readonly abolishDoorPlate: Maybe<AbolishDoorPlatePayload>;
  /** Gives the units of a split building plates of their own; the plate they come from stays. 門牌增編 */
  readonly addDoorPlates: Maybe<AddDoorPlatesPayload>;
  /** Gives a new building its plate. 門牌初編 */
  readonly assignDoorPlate: Maybe<AssignDoorPlatePayload>;
  /** Gives one plate another address: it was wrong or double, or the door moved. 門牌改編 */
  readonly changeDoorPlate: Maybe<ChangeDoorPlatePayload>;
  /** Joins plates into one of them. 門牌合併 */
  readonly mergeDoorPlates: Maybe<MergeDoorPlatesPayload>;
  /** Hands out the sign of a plate anew; its address stays. 門牌補發 */
  readonly reissueDoorPlate: Maybe<ReissueDoorPlatePayload>;
  /** Renumbers all plates of a road or settlement at once, or shows what it would do. 門牌整編 */
  readonly renumberDoorPlates: Maybe<RenumberDoorPlatesPayload>;
};


export type MutationAbolishDoorPlateArgs = {
  input: AbolishDoorPlateInput;
};


export type MutationAddDoorPlatesArgs = {
  input: AddDoorPlatesInput;
};


export type MutationAssignDoorPlateArgs = {
  input: AssignDoorPlateInput;
};


export type MutationChangeDoorPlateArgs = {
  input: ChangeDoorPlateInput;
};


export type MutationMergeDoorPlatesArgs = {
  input: MergeDoorPlatesInput;
};


export type MutationReissueDoorPlateArgs = {
  input: ReissueDoorPlateInput;
};


export type MutationRenumberDoorPlatesArgs = {
  input: RenumberDoorPlatesInput;
};

/** The address of a new plate, each part as the register writes its column. 門牌地址 */
export type NewDoorPlateInput = {
  /** 弄 */
  readonly alley?: InputMaybe<Scalars['String']['input']>;
  /** 地區 */
  readonly area?: InputMaybe<Scalars['String']['input']>;
  /** 巷 */
  readonly lane?: InputMaybe<Scalars['String']['input']>;
  /** 坐標 */
  readonly location: DoorPlateLocationInput;
  /** 鄰 */
  readonly neighborhood?: InputMaybe<Scalars['Int']['input']>;
  /** With all that belongs to it: `24之2號`, `臨130號`, `5號3樓之1`. 號 */
  readonly number: Scalars['String']['input'];
  /** 街路 */
  readonly road?: InputMaybe<Scalars['String']['input']>;
  /** 段 */
  readonly section?: InputMaybe<Scalars['Int']['input']>;
  /** 衖 */
  readonly subAlley?: InputMaybe<Scalars['String']['input']>;
  /** Eight digits. 鄉鎮市區代碼 */
  readonly townCode: Scalars['ID']['input'];
  /** 里 or 村 with its kind. 村里 */
  readonly village: Scalars['String']['input'];
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

export type ReissueDoorPlateInput = {
  /** 門牌 */
  readonly doorPlate: DoorPlateVersionInput;
  /** 補發日期 */
  readonly effectiveDate: Scalars['Date']['input'];
  /** Chosen by the client; the same key never acts twice. 重送識別碼 */
  readonly key: Scalars['ID']['input'];
  /** 異動事由 */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

export type ReissueDoorPlatePayload = {
  /** 門牌 */
  readonly doorPlate: Maybe<DoorPlate>;
  /** Why nothing was done. 不予辦理 */
  readonly rejection: Maybe<DoorPlateRejection>;
};

export type RenumberDoorPlatesInput = {
  /** 生效日期 */
  readonly effectiveDate: Scalars['Date']['input'];
  /** Only show what would be done. 預覽 */
  readonly isPreview?: InputMaybe<Scalars['Boolean']['input']>;
  /** Chosen by the client; the same key never acts twice. 重送識別碼 */
  readonly key: Scalars['ID']['input'];
  /** What becomes different of single ones besides. 個別號碼 */
  readonly numbers?: InputMaybe<ReadonlyArray<RenumberedPlateInput>>;
  /** 異動事由 */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** As the preview told it: what was shown is done, or nothing. 預覽版次 */
  readonly revision?: InputMaybe<Scalars['ID']['input']>;
  /** What becomes different of all of them. 整編後地址 */
  readonly to?: InputMaybe<RenumberedPartsInput>;
  /** Which plates: all in force there, at most 2,000. 整編範圍 */
  readonly where: RenumberedStreetInput;
};

export type RenumberDoorPlatesPayload = {
  /** Every plate of the street. 整編對照 */
  readonly changes: ReadonlyArray<DoorPlateRenumbering>;
  /** Whether nothing was done yet. 預覽 */
  readonly isPreview: Scalars['Boolean']['output'];
  /** Why nothing was done. 不予辦理 */
  readonly rejection: Maybe<DoorPlateRejection>;
  /** Names the plates and versions that were shown; null after a rejection. 預覽版次 */
  readonly revision: Maybe<Scalars['ID']['output']>;
};

/** Parts that become different; one that is left out stays, a null takes it away. 整編後地址 */
export type RenumberedPartsInput = {
  /** 地區 */
  readonly area?: InputMaybe<Scalars['String']['input']>;
  /** 巷 */
  readonly lane?: InputMaybe<Scalars['String']['input']>;
  /** 鄰 */
  readonly neighborhood?: InputMaybe<Scalars['Int']['input']>;
  /** 街路 */
  readonly road?: InputMaybe<Scalars['String']['input']>;
  /** 段 */
  readonly section?: InputMaybe<Scalars['Int']['input']>;
  /** 村里 */
  readonly village?: InputMaybe<Scalars['String']['input']>;
};

/** A plate of the street and its new number. 個別號碼 */
export type RenumberedPlateInput = {
  readonly id: Scalars['ID']['input'];
  /** With all that belongs to it: `24之2號`. 號 */
  readonly number: Scalars['String']['input'];
};

/** A road, settlement or lane of a town; of one village where it is given. 整編範圍 */
export type RenumberedStreetInput = {
  /** 地區 */
  readonly area?: InputMaybe<Scalars['String']['input']>;
  /** 巷 */
  readonly lane?: InputMaybe<Scalars['String']['input']>;
  /** 街路 */
  readonly road?: InputMaybe<Scalars['String']['input']>;
  /** 段 */
  readonly section?: InputMaybe<Scalars['Int']['input']>;
  /** Eight digits. 鄉鎮市區代碼 */
  readonly townCode: Scalars['ID']['input'];
  /** 村里 */
  readonly village?: InputMaybe<Scalars['String']['input']>;
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
  AbolishDoorPlateInput: AbolishDoorPlateInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AbolishDoorPlatePayload: ResolverTypeWrapper<Omit<AbolishDoorPlatePayload, 'doorPlate'> & { doorPlate?: Maybe<ResolversTypes['DoorPlate']> }>;
  AddDoorPlatesInput: AddDoorPlatesInput;
  AddDoorPlatesPayload: ResolverTypeWrapper<Omit<AddDoorPlatesPayload, 'doorPlates'> & { doorPlates: ReadonlyArray<ResolversTypes['DoorPlate']> }>;
  Address: ResolverTypeWrapper<Omit<Address, 'doorPlate'> & { doorPlate?: Maybe<ResolversTypes['DoorPlate']> }>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  AdministrativeArea: ResolverTypeWrapper<AdministrativeAreaParent>;
  AdministrativeLevel: AdministrativeLevel;
  AssignDoorPlateInput: AssignDoorPlateInput;
  AssignDoorPlatePayload: ResolverTypeWrapper<Omit<AssignDoorPlatePayload, 'doorPlate'> & { doorPlate?: Maybe<ResolversTypes['DoorPlate']> }>;
  Authority: ResolverTypeWrapper<Authority>;
  ChangeDoorPlateInput: ChangeDoorPlateInput;
  ChangeDoorPlatePayload: ResolverTypeWrapper<Omit<ChangeDoorPlatePayload, 'doorPlate'> & { doorPlate?: Maybe<ResolversTypes['DoorPlate']> }>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DoorPlate: ResolverTypeWrapper<DoorPlateParent>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  DoorPlateAddressInput: DoorPlateAddressInput;
  DoorPlateLocationInput: DoorPlateLocationInput;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  DoorPlateRejection: ResolverTypeWrapper<DoorPlateRejection>;
  DoorPlateRejectionCode: DoorPlateRejectionCode;
  DoorPlateRenumbering: ResolverTypeWrapper<Omit<DoorPlateRenumbering, 'after' | 'before'> & { after?: Maybe<ResolversTypes['DoorPlate']>, before: ResolversTypes['DoorPlate'] }>;
  DoorPlateStatus: DoorPlateStatus;
  DoorPlateVersionInput: DoorPlateVersionInput;
  GeoPoint: ResolverTypeWrapper<GeoPoint>;
  MergeDoorPlatesInput: MergeDoorPlatesInput;
  MergeDoorPlatesPayload: ResolverTypeWrapper<Omit<MergeDoorPlatesPayload, 'doorPlate'> & { doorPlate?: Maybe<ResolversTypes['DoorPlate']> }>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NationalId: ResolverTypeWrapper<Scalars['NationalId']['output']>;
  NewDoorPlateInput: NewDoorPlateInput;
  NumberPrefix: NumberPrefix;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReissueDoorPlateInput: ReissueDoorPlateInput;
  ReissueDoorPlatePayload: ResolverTypeWrapper<Omit<ReissueDoorPlatePayload, 'doorPlate'> & { doorPlate?: Maybe<ResolversTypes['DoorPlate']> }>;
  RenumberDoorPlatesInput: RenumberDoorPlatesInput;
  RenumberDoorPlatesPayload: ResolverTypeWrapper<Omit<RenumberDoorPlatesPayload, 'changes'> & { changes: ReadonlyArray<ResolversTypes['DoorPlateRenumbering']> }>;
  RenumberedPartsInput: RenumberedPartsInput;
  RenumberedPlateInput: RenumberedPlateInput;
  RenumberedStreetInput: RenumberedStreetInput;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AbolishDoorPlateInput: AbolishDoorPlateInput;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  AbolishDoorPlatePayload: Omit<AbolishDoorPlatePayload, 'doorPlate'> & { doorPlate?: Maybe<ResolversParentTypes['DoorPlate']> };
  AddDoorPlatesInput: AddDoorPlatesInput;
  AddDoorPlatesPayload: Omit<AddDoorPlatesPayload, 'doorPlates'> & { doorPlates: ReadonlyArray<ResolversParentTypes['DoorPlate']> };
  Address: Omit<Address, 'doorPlate'> & { doorPlate?: Maybe<ResolversParentTypes['DoorPlate']> };
  Boolean: Scalars['Boolean']['output'];
  AdministrativeArea: AdministrativeAreaParent;
  AssignDoorPlateInput: AssignDoorPlateInput;
  AssignDoorPlatePayload: Omit<AssignDoorPlatePayload, 'doorPlate'> & { doorPlate?: Maybe<ResolversParentTypes['DoorPlate']> };
  Authority: Authority;
  ChangeDoorPlateInput: ChangeDoorPlateInput;
  ChangeDoorPlatePayload: Omit<ChangeDoorPlatePayload, 'doorPlate'> & { doorPlate?: Maybe<ResolversParentTypes['DoorPlate']> };
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DoorPlate: DoorPlateParent;
  Int: Scalars['Int']['output'];
  DoorPlateAddressInput: DoorPlateAddressInput;
  DoorPlateLocationInput: DoorPlateLocationInput;
  Float: Scalars['Float']['output'];
  DoorPlateRejection: DoorPlateRejection;
  DoorPlateRenumbering: Omit<DoorPlateRenumbering, 'after' | 'before'> & { after?: Maybe<ResolversParentTypes['DoorPlate']>, before: ResolversParentTypes['DoorPlate'] };
  DoorPlateVersionInput: DoorPlateVersionInput;
  GeoPoint: GeoPoint;
  MergeDoorPlatesInput: MergeDoorPlatesInput;
  MergeDoorPlatesPayload: Omit<MergeDoorPlatesPayload, 'doorPlate'> & { doorPlate?: Maybe<ResolversParentTypes['DoorPlate']> };
  Mutation: Record<PropertyKey, never>;
  NationalId: Scalars['NationalId']['output'];
  NewDoorPlateInput: NewDoorPlateInput;
  Query: Record<PropertyKey, never>;
  ReissueDoorPlateInput: ReissueDoorPlateInput;
  ReissueDoorPlatePayload: Omit<ReissueDoorPlatePayload, 'doorPlate'> & { doorPlate?: Maybe<ResolversParentTypes['DoorPlate']> };
  RenumberDoorPlatesInput: RenumberDoorPlatesInput;
  RenumberDoorPlatesPayload: Omit<RenumberDoorPlatesPayload, 'changes'> & { changes: ReadonlyArray<ResolversParentTypes['DoorPlateRenumbering']> };
  RenumberedPartsInput: RenumberedPartsInput;
  RenumberedPlateInput: RenumberedPlateInput;
  RenumberedStreetInput: RenumberedStreetInput;
};

export type AbolishDoorPlatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AbolishDoorPlatePayload'] = ResolversParentTypes['AbolishDoorPlatePayload']> = {
  doorPlate?: Resolver<Maybe<ResolversTypes['DoorPlate']>, ParentType, ContextType>;
  rejection?: Resolver<Maybe<ResolversTypes['DoorPlateRejection']>, ParentType, ContextType>;
};

export type AddDoorPlatesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddDoorPlatesPayload'] = ResolversParentTypes['AddDoorPlatesPayload']> = {
  doorPlates?: Resolver<ReadonlyArray<ResolversTypes['DoorPlate']>, ParentType, ContextType>;
  rejection?: Resolver<Maybe<ResolversTypes['DoorPlateRejection']>, ParentType, ContextType>;
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

export type AssignDoorPlatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssignDoorPlatePayload'] = ResolversParentTypes['AssignDoorPlatePayload']> = {
  doorPlate?: Resolver<Maybe<ResolversTypes['DoorPlate']>, ParentType, ContextType>;
  rejection?: Resolver<Maybe<ResolversTypes['DoorPlateRejection']>, ParentType, ContextType>;
};

export type AuthorityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Authority'] = ResolversParentTypes['Authority']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ChangeDoorPlatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeDoorPlatePayload'] = ResolversParentTypes['ChangeDoorPlatePayload']> = {
  doorPlate?: Resolver<Maybe<ResolversTypes['DoorPlate']>, ParentType, ContextType>;
  rejection?: Resolver<Maybe<ResolversTypes['DoorPlateRejection']>, ParentType, ContextType>;
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
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  village?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  villageCode?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type DoorPlateRejectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DoorPlateRejection'] = ResolversParentTypes['DoorPlateRejection']> = {
  code?: Resolver<ResolversTypes['DoorPlateRejectionCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DoorPlateRenumberingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DoorPlateRenumbering'] = ResolversParentTypes['DoorPlateRenumbering']> = {
  after?: Resolver<Maybe<ResolversTypes['DoorPlate']>, ParentType, ContextType>;
  before?: Resolver<ResolversTypes['DoorPlate'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type GeoPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GeoPoint'] = ResolversParentTypes['GeoPoint']> = {
  easting?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  latitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  northing?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type MergeDoorPlatesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MergeDoorPlatesPayload'] = ResolversParentTypes['MergeDoorPlatesPayload']> = {
  doorPlate?: Resolver<Maybe<ResolversTypes['DoorPlate']>, ParentType, ContextType>;
  rejection?: Resolver<Maybe<ResolversTypes['DoorPlateRejection']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  abolishDoorPlate?: Resolver<Maybe<ResolversTypes['AbolishDoorPlatePayload']>, ParentType, ContextType, RequireFields<MutationAbolishDoorPlateArgs, 'input'>>;
  addDoorPlates?: Resolver<Maybe<ResolversTypes['AddDoorPlatesPayload']>, ParentType, ContextType, RequireFields<MutationAddDoorPlatesArgs, 'input'>>;
  assignDoorPlate?: Resolver<Maybe<ResolversTypes['AssignDoorPlatePayload']>, ParentType, ContextType, RequireFields<MutationAssignDoorPlateArgs, 'input'>>;
  changeDoorPlate?: Resolver<Maybe<ResolversTypes['ChangeDoorPlatePayload']>, ParentType, ContextType, RequireFields<MutationChangeDoorPlateArgs, 'input'>>;
  mergeDoorPlates?: Resolver<Maybe<ResolversTypes['MergeDoorPlatesPayload']>, ParentType, ContextType, RequireFields<MutationMergeDoorPlatesArgs, 'input'>>;
  reissueDoorPlate?: Resolver<Maybe<ResolversTypes['ReissueDoorPlatePayload']>, ParentType, ContextType, RequireFields<MutationReissueDoorPlateArgs, 'input'>>;
  renumberDoorPlates?: Resolver<Maybe<ResolversTypes['RenumberDoorPlatesPayload']>, ParentType, ContextType, RequireFields<MutationRenumberDoorPlatesArgs, 'input'>>;
};

export interface NationalIdScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['NationalId'], any> {
  name: 'NationalId';
}

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  administrativeAreas?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AdministrativeArea']>>, ParentType, ContextType, RequireFields<QueryAdministrativeAreasArgs, 'level'>>;
  doorPlate?: Resolver<Maybe<ResolversTypes['DoorPlate']>, ParentType, ContextType, RequireFields<QueryDoorPlateArgs, 'id'>>;
};

export type ReissueDoorPlatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReissueDoorPlatePayload'] = ResolversParentTypes['ReissueDoorPlatePayload']> = {
  doorPlate?: Resolver<Maybe<ResolversTypes['DoorPlate']>, ParentType, ContextType>;
  rejection?: Resolver<Maybe<ResolversTypes['DoorPlateRejection']>, ParentType, ContextType>;
};

export type RenumberDoorPlatesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RenumberDoorPlatesPayload'] = ResolversParentTypes['RenumberDoorPlatesPayload']> = {
  changes?: Resolver<ReadonlyArray<ResolversTypes['DoorPlateRenumbering']>, ParentType, ContextType>;
  isPreview?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rejection?: Resolver<Maybe<ResolversTypes['DoorPlateRejection']>, ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AbolishDoorPlatePayload?: AbolishDoorPlatePayloadResolvers<ContextType>;
  AddDoorPlatesPayload?: AddDoorPlatesPayloadResolvers<ContextType>;
  Address?: AddressResolvers<ContextType>;
  AdministrativeArea?: AdministrativeAreaResolvers<ContextType>;
  AssignDoorPlatePayload?: AssignDoorPlatePayloadResolvers<ContextType>;
  Authority?: AuthorityResolvers<ContextType>;
  ChangeDoorPlatePayload?: ChangeDoorPlatePayloadResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DoorPlate?: DoorPlateResolvers<ContextType>;
  DoorPlateRejection?: DoorPlateRejectionResolvers<ContextType>;
  DoorPlateRenumbering?: DoorPlateRenumberingResolvers<ContextType>;
  GeoPoint?: GeoPointResolvers<ContextType>;
  MergeDoorPlatesPayload?: MergeDoorPlatesPayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NationalId?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  ReissueDoorPlatePayload?: ReissueDoorPlatePayloadResolvers<ContextType>;
  RenumberDoorPlatesPayload?: RenumberDoorPlatesPayloadResolvers<ContextType>;
};

