// Generated from schema.graphql by `npm run generate`.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { PersonParent, MotorProfileParent, VehicleParent, Context } from './loaders.ts';
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

/** A driver licence; its number is the national ID, so it is not repeated here. 駕駛執照 */
export type DriverLicence = {
  /** What may be driven. 駕照種類 */
  readonly classes: ReadonlyArray<LicenceClass>;
  /** Whether it is for driving as an occupation. 職業駕照 */
  readonly isProfessional: Scalars['Boolean']['output'];
  /** Day this card was issued. 發照日期 */
  readonly issuedOn: Scalars['Date']['output'];
  /** As of the business day. 駕照狀態 */
  readonly status: LicenceStatus;
  /** Last day of validity; null where the licence has no end. 有效日期 */
  readonly validTo: Maybe<Scalars['Date']['output']>;
};

/** A plate a vehicle bore before. 舊車牌 */
export type FormerPlate = {
  /** With its hyphen. 車牌號碼 */
  readonly plateNo: Scalars['String']['output'];
  /** First day on this vehicle. 領用日 */
  readonly validFrom: Scalars['Date']['output'];
  /** First day no longer on it. 停用日 */
  readonly validTo: Maybe<Scalars['Date']['output']>;
};

/** One instalment of the fuel use fee; collected by this office, not by the tax office. 汽車燃料使用費 */
export type FuelFee = {
  /** TWD. 金額 */
  readonly amount: Scalars['Int']['output'];
  /** Last day to pay. 繳納期限 */
  readonly dueDate: Scalars['Date']['output'];
  /** Quarter for business vehicles; null where the fee is yearly. 期別 */
  readonly quarter: Maybe<Scalars['Int']['output']>;
  /** As of the business day. 繳納狀態 */
  readonly status: FuelFeeStatus;
  /** ROC year. 年度 */
  readonly year: Scalars['Int']['output'];
};

/** Whether an instalment is settled. 繳納狀態 */
export type FuelFeeStatus =
  /** 移送行政執行 */
  | 'ENFORCED'
  /** 逾期未繳 */
  | 'OVERDUE'
  /** 已繳 */
  | 'PAID'
  /** 未繳, still in time */
  | 'UNPAID';

/** What a licence allows to drive. 駕照種類 */
export type LicenceClass =
  /** 聯結車 */
  | 'ARTICULATED'
  /** 大客車 */
  | 'BUS'
  /** 普通重型機車 */
  | 'HEAVY_MOTORCYCLE'
  /** 大貨車 */
  | 'HEAVY_TRUCK'
  /** 大型重型機車 */
  | 'LARGE_HEAVY_MOTORCYCLE'
  /** 輕型機車 */
  | 'LIGHT_MOTORCYCLE'
  /** 小型車 */
  | 'SMALL_CAR';

/** Whether a licence may be used. 駕照狀態 */
export type LicenceStatus =
  /** 逾期 */
  | 'EXPIRED'
  /** 吊銷、註銷 */
  | 'REVOKED'
  /** 吊扣 */
  | 'SUSPENDED'
  /** 有效 */
  | 'VALID';

/** What the motor vehicle office has registered on one person. 監理資料 */
export type MotorProfile = {
  /** When the register stood as answered. 資料時間 */
  readonly asOf: Maybe<Scalars['DateTime']['output']>;
  /** The station that keeps the register. 監理站 */
  readonly authority: Maybe<Authority>;
  /** The driver licence; null where none was ever issued. 駕駛執照 */
  readonly licence: Maybe<DriverLicence>;
  /** Vehicles the person owns, whatever their status, oldest plate first. 車輛 */
  readonly vehicles: Maybe<ReadonlyArray<Vehicle>>;
};

export type Person = {
  readonly caseGrant: Maybe<Scalars['String']['output']>;
  readonly formerIds: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  readonly id: Scalars['ID']['output'];
  readonly isProtected: Maybe<Scalars['Boolean']['output']>;
  /** What the motor vehicle office has registered on this person; empty where it has nothing. 監理資料 */
  readonly motor: Maybe<MotorProfile>;
};

/** A registered vehicle. Its identity is the vehicle number 車身號碼; plates come and go. 車輛 */
export type Vehicle = {
  /** Brand. 廠牌 */
  readonly brand: Maybe<Scalars['String']['output']>;
  /** That the case in hand leads to this vehicle; only an agency can write it. 案件授權 */
  readonly caseGrant: Maybe<Scalars['String']['output']>;
  /** Displacement in cubic centimetres; 0 for electric vehicles. 排氣量 */
  readonly displacementCc: Maybe<Scalars['Int']['output']>;
  /** Day the first plate was issued. 發照日期 */
  readonly firstPlateDate: Maybe<Scalars['Date']['output']>;
  /** Plates it bore before, newest first. 舊車牌 */
  readonly formerPlates: Maybe<ReadonlyArray<FormerPlate>>;
  /** Energy. 能源種類 */
  readonly fuel: Maybe<VehicleFuel>;
  /** Fuel use fees issued so far, newest first; all of them where no status is asked for. 汽車燃料使用費 */
  readonly fuelFees: Maybe<ReadonlyArray<FuelFee>>;
  /** Opaque, bound to the VIN, never to the plate. 車籍識別碼 */
  readonly id: Scalars['ID']['output'];
  /** Kind. 車種 */
  readonly kind: Maybe<VehicleKind>;
  /** Month of manufacture, `YYYY-MM`. 出廠年月 */
  readonly manufacturedYm: Maybe<Scalars['String']['output']>;
  /**
   * The earliest inspection not yet passed, which may lie in the past; may be met a month before or after.
   * Null where none is due. For ordinary motorcycles: the exhaust test. 定期檢驗日(機車:排氣定期檢驗)
   */
  readonly nextInspectionDue: Maybe<Scalars['Date']['output']>;
  /** The plate it bears, or bore last, with its hyphen. 車牌號碼 */
  readonly plateNo: Maybe<Scalars['String']['output']>;
  /** Address in the vehicle register, which may be out of date; withheld unless the owner is known not to be protected. 車籍地址 */
  readonly registeredAddress: Maybe<Address>;
  /** Status of the registration. 牌照狀態 */
  readonly status: Maybe<VehicleStatus>;
  /** Private or business. 自用/營業 */
  readonly use: Maybe<VehicleUse>;
};


/** A registered vehicle. Its identity is the vehicle number 車身號碼; plates come and go. 車輛 */
export type VehicleFuelFeesArgs = {
  status?: InputMaybe<ReadonlyArray<FuelFeeStatus>>;
};

/** Energy that drives the vehicle. 能源種類 */
export type VehicleFuel =
  /** 柴油 */
  | 'DIESEL'
  /** 電能 */
  | 'ELECTRIC'
  /** 油電 */
  | 'HYBRID'
  /** 汽油 */
  | 'PETROL';

/** Kind of vehicle. 車種 */
export type VehicleKind =
  /** 小客車 */
  | 'CAR'
  /** 普通重型機車, 51 to 250 cc */
  | 'HEAVY_MOTORCYCLE'
  /** 大型重型機車, above 250 cc */
  | 'LARGE_HEAVY_MOTORCYCLE'
  /** 輕型機車, up to 50 cc */
  | 'LIGHT_MOTORCYCLE'
  /** 小貨車 */
  | 'TRUCK'
  /** 小客貨兩用車 */
  | 'VAN';

/** Status of the registration. 牌照狀態 */
export type VehicleStatus =
  /** 使用中 */
  | 'IN_USE'
  /** 註銷、吊銷 */
  | 'PLATE_REVOKED'
  /** 繳銷 */
  | 'PLATE_SURRENDERED'
  /** 報廢 */
  | 'SCRAPPED'
  /** 停駛 */
  | 'SUSPENDED';

/** What the vehicle is used for. 使用別 */
export type VehicleUse =
  /** 營業 */
  | 'BUSINESS'
  /** 自用 */
  | 'PRIVATE';



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
  Vehicle: Vehicle;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Person:
    ( { __typename: 'Person' }
    & GraphQLRecursivePick<FederationTypes['Person'], {"id":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Person'], {"formerIds":true,"isProtected":true,"caseGrant":true}> ) );
  Vehicle:
    ( { __typename: 'Vehicle' }
    & GraphQLRecursivePick<FederationTypes['Vehicle'], {"id":true,"caseGrant":true}> );
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
  DriverLicence: ResolverTypeWrapper<DriverLicence>;
  FormerPlate: ResolverTypeWrapper<FormerPlate>;
  FuelFee: ResolverTypeWrapper<FuelFee>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  FuelFeeStatus: FuelFeeStatus;
  LicenceClass: LicenceClass;
  LicenceStatus: LicenceStatus;
  MotorProfile: ResolverTypeWrapper<MotorProfileParent>;
  NationalId: ResolverTypeWrapper<Scalars['NationalId']['output']>;
  Person: ResolverTypeWrapper<PersonParent>;
  Vehicle: ResolverTypeWrapper<VehicleParent>;
  VehicleFuel: VehicleFuel;
  VehicleKind: VehicleKind;
  VehicleStatus: VehicleStatus;
  VehicleUse: VehicleUse;
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
  DriverLicence: DriverLicence;
  FormerPlate: FormerPlate;
  FuelFee: FuelFee;
  Int: Scalars['Int']['output'];
  MotorProfile: MotorProfileParent;
  NationalId: Scalars['NationalId']['output'];
  Person: PersonParent;
  Vehicle: VehicleParent;
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

export type DriverLicenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DriverLicence'] = ResolversParentTypes['DriverLicence']> = {
  classes?: Resolver<ReadonlyArray<ResolversTypes['LicenceClass']>, ParentType, ContextType>;
  isProfessional?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  issuedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['LicenceStatus'], ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type FormerPlateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FormerPlate'] = ResolversParentTypes['FormerPlate']> = {
  plateNo?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type FuelFeeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FuelFee'] = ResolversParentTypes['FuelFee']> = {
  amount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  dueDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  quarter?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['FuelFeeStatus'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MotorProfileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MotorProfile'] = ResolversParentTypes['MotorProfile']> = {
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  authority?: Resolver<Maybe<ResolversTypes['Authority']>, ParentType, ContextType>;
  licence?: Resolver<Maybe<ResolversTypes['DriverLicence']>, ParentType, ContextType>;
  vehicles?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Vehicle']>>, ParentType, ContextType>;
};

export interface NationalIdScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['NationalId'], any> {
  name: 'NationalId';
}

export type PersonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person'], FederationReferenceType extends FederationReferenceTypes['Person'] = FederationReferenceTypes['Person']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Person']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  motor?: Resolver<Maybe<ResolversTypes['MotorProfile']>, ParentType, ContextType>;
};

export type VehicleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Vehicle'] = ResolversParentTypes['Vehicle'], FederationReferenceType extends FederationReferenceTypes['Vehicle'] = FederationReferenceTypes['Vehicle']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Vehicle']> | FederationReferenceType, FederationReferenceType, ContextType>;
  brand?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  caseGrant?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displacementCc?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  firstPlateDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  formerPlates?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FormerPlate']>>, ParentType, ContextType>;
  fuel?: Resolver<Maybe<ResolversTypes['VehicleFuel']>, ParentType, ContextType>;
  fuelFees?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FuelFee']>>, ParentType, ContextType, Partial<VehicleFuelFeesArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['VehicleKind']>, ParentType, ContextType>;
  manufacturedYm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nextInspectionDue?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  plateNo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  registeredAddress?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['VehicleStatus']>, ParentType, ContextType>;
  use?: Resolver<Maybe<ResolversTypes['VehicleUse']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Address?: AddressResolvers<ContextType>;
  Authority?: AuthorityResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DoorPlate?: DoorPlateResolvers<ContextType>;
  DriverLicence?: DriverLicenceResolvers<ContextType>;
  FormerPlate?: FormerPlateResolvers<ContextType>;
  FuelFee?: FuelFeeResolvers<ContextType>;
  MotorProfile?: MotorProfileResolvers<ContextType>;
  NationalId?: GraphQLScalarType;
  Person?: PersonResolvers<ContextType>;
  Vehicle?: VehicleResolvers<ContextType>;
};

