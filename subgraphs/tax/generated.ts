// Generated from schema.graphql by `npm run generate`.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { PersonParent, VehicleParent, TaxProfileParent, TaxBillParent, LicenceTaxParent, SelfUseResidenceParent, TaxPropertyParent, TaxIncomeParent, TaxIncomeItemParent, TaxedHouseParent, TaxedParcelParent, AddressParent, Context } from './loaders.ts';
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

/** How a house is taxed. 房屋使用情形 */
export type HouseTaxUse =
  /** 營業 */
  | 'BUSINESS'
  /** 非住家非營業 */
  | 'NON_BUSINESS'
  /** 出租 */
  | 'RENTED'
  /** 自住 */
  | 'SELF_USE'
  /** 空置 */
  | 'VACANT';

/** Kind of income. 所得類別 */
export type IncomeKind =
  /** 股利所得 */
  | 'DIVIDEND'
  /** 利息所得 */
  | 'INTEREST'
  /** 退職所得及年金 */
  | 'PENSION'
  /** 租賃所得 */
  | 'RENT'
  /** 薪資所得 */
  | 'SALARY';

/** What the land is used for. 土地使用 */
export type LandTaxUse =
  /** 建築用地 */
  | 'BUILDING'
  /** 農業用地 */
  | 'FARM'
  /** 林業用地 */
  | 'FOREST';

/** Licence-plate tax of a vehicle in one year. 使用牌照稅 */
export type LicenceTax = {
  /** TWD billed so far for the year, without surcharge. 稅額 */
  readonly amount: Scalars['Int']['output'];
  /** Of the instalment that stands worst; null where nothing is billed. 繳納截止日 */
  readonly dueDate: Maybe<Scalars['Date']['output']>;
  /** 免徵原因 */
  readonly relief: Maybe<TaxRelief>;
  /** Of the instalment that stands worst. 繳納狀態 */
  readonly status: TaxBillStatus;
  /** TWD as of the business day. 滯納金 */
  readonly surcharge: Scalars['Int']['output'];
  /** ROC year. 課稅年度 */
  readonly taxYear: Scalars['Int']['output'];
};

export type Person = {
  readonly caseGrant: Maybe<Scalars['String']['output']>;
  readonly formerIds: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  readonly id: Scalars['ID']['output'];
  readonly isProtected: Maybe<Scalars['Boolean']['output']>;
  /** What the tax offices hold on this person; null where they hold nothing. 稅務資料 */
  readonly tax: Maybe<TaxProfile>;
};

/** Who is registered at the dwelling, which self-use asks for. 設籍人 */
export type SelfUseRegistrant =
  /** 直系親屬 */
  | 'LINEAL_KIN'
  /** 土地或房屋所有權人 */
  | 'OWNER'
  /** 配偶 */
  | 'SPOUSE';

/** A residence taxed at self-use rates. 自用住宅 */
export type SelfUseResidence = {
  /** 門牌地址 */
  readonly address: Maybe<Address>;
  /** 申請日期 */
  readonly appliedOn: Maybe<Scalars['Date']['output']>;
  /** Day the registration was checked. 設籍查核日 */
  readonly checkedOn: Maybe<Scalars['Date']['output']>;
  /** First day they no longer held. 停止適用日 */
  readonly endedOn: Maybe<Scalars['Date']['output']>;
  /** Whether the rates hold on the business day. 是否核准 */
  readonly isGranted: Scalars['Boolean']['output'];
  /** Who was found registered there on the day checked; null: nobody 空戶. 設籍人 */
  readonly registrant: Maybe<SelfUseRegistrant>;
  /** First day the rates held. 適用起日 */
  readonly since: Maybe<Scalars['Date']['output']>;
};

/** A tax bill. 繳款書 */
export type TaxBill = {
  /** Tax in TWD, without surcharge. 稅額 */
  readonly amount: Scalars['Int']['output'];
  /** The office that is owed. 稽徵機關 */
  readonly authority: Authority;
  /** 16 digits. 銷帳編號 */
  readonly billNo: Scalars['ID']['output'];
  /** Last day of payment, always a working day. 繳納截止日 */
  readonly dueDate: Scalars['Date']['output'];
  /** Part of the year, from 1. 期別 */
  readonly instalment: Scalars['Int']['output'];
  /** 稅目 */
  readonly kind: TaxKind;
  /** 繳納日期 */
  readonly paidOn: Maybe<Scalars['Date']['output']>;
  /** First day of payment. 繳納期間起日 */
  readonly payableFrom: Scalars['Date']['output'];
  /** First day the tax is for. 課稅期間起日 */
  readonly periodFrom: Scalars['Date']['output'];
  /** Last day the tax is for. 課稅期間迄日 */
  readonly periodTo: Scalars['Date']['output'];
  /** Why less or nothing is collected. 免徵原因 */
  readonly relief: Maybe<TaxRelief>;
  /** 繳納狀態 */
  readonly status: TaxBillStatus;
  /** Surcharge for late payment in TWD as of the business day. 滯納金 */
  readonly surcharge: Scalars['Int']['output'];
  /** The tax roll number of the house or land account; never an address. 稅籍編號 */
  readonly taxRollNo: Maybe<Scalars['String']['output']>;
  /** ROC year the tax is for. 課稅年度 */
  readonly taxYear: Scalars['Int']['output'];
  /** Tax and surcharge still to be paid, TWD. 應納總額 */
  readonly totalDue: Scalars['Int']['output'];
  /** The taxed vehicle. 車輛 */
  readonly vehicle: Maybe<Vehicle>;
};

/** How a bill stands on the business day. 繳納狀態 */
export type TaxBillStatus =
  /** More than 30 days late, to be enforced. 移送執行 */
  | 'ENFORCED'
  /** Nothing is to be paid. 免徵 */
  | 'EXEMPT'
  /** The due date has passed; a surcharge grows. 逾期 */
  | 'OVERDUE'
  /** 已繳 */
  | 'PAID'
  /** Issued, the due date has not passed. 未繳 */
  | 'UNPAID';

/** Income of one year as the national tax bureau has it. 所得清單 */
export type TaxIncome = {
  /** 資料機關 */
  readonly authority: Authority;
  /** 所得明細 */
  readonly items: ReadonlyArray<TaxIncomeItem>;
  /** TWD. 所得總額 */
  readonly total: Scalars['Int']['output'];
  /** ROC year. 所得年度 */
  readonly year: Scalars['Int']['output'];
};

/** One item of income. 所得明細 */
export type TaxIncomeItem = {
  /** TWD in the year. 給付總額 */
  readonly amount: Scalars['Int']['output'];
  /** 所得類別 */
  readonly kind: IncomeKind;
  /** 扣繳單位 */
  readonly payer: Scalars['String']['output'];
};

/** A tax. 稅目 */
export type TaxKind =
  /** 房屋稅 */
  | 'HOUSE_TAX'
  /** 綜合所得稅 */
  | 'INCOME_TAX'
  /** 地價稅 */
  | 'LAND_VALUE_TAX'
  /** 使用牌照稅 */
  | 'LICENCE_PLATE_TAX';

/** A taxpayer's file. 納稅義務人稅務資料 */
export type TaxProfile = {
  /** When the register stood as answered here. 資料時間 */
  readonly asOf: Maybe<Scalars['DateTime']['output']>;
  /** The local tax office that keeps the file. 主管稽徵機關 */
  readonly authority: Maybe<Authority>;
  /** Bills issued so far, the latest due first; of these statuses only, where given. 繳款書 */
  readonly bills: Maybe<ReadonlyArray<TaxBill>>;
  /** Income of a ROC year; of the latest year on file where none is given. 所得 */
  readonly income: Maybe<TaxIncome>;
  /** Houses and land on the tax roll. 財產歸屬 */
  readonly property: Maybe<TaxProperty>;
  /** The residence taxed at self-use rates; null where none was ever applied for. 自用住宅 */
  readonly selfUseResidence: Maybe<SelfUseResidence>;
};


/** A taxpayer's file. 納稅義務人稅務資料 */
export type TaxProfileBillsArgs = {
  status?: InputMaybe<ReadonlyArray<TaxBillStatus>>;
};


/** A taxpayer's file. 納稅義務人稅務資料 */
export type TaxProfileIncomeArgs = {
  year?: InputMaybe<Scalars['Int']['input']>;
};

/** Houses and land of a person. 財產歸屬清單 */
export type TaxProperty = {
  /** House values and announced land values together, TWD. 財產總額 */
  readonly assessedTotal: Scalars['Float']['output'];
  /** 房屋 */
  readonly houses: ReadonlyArray<TaxedHouse>;
  /** 土地 */
  readonly parcels: ReadonlyArray<TaxedParcel>;
};

/** Why a tax or part of it is not collected. 免徵原因 */
export type TaxRelief =
  /** One vehicle of a disabled person. 身心障礙者免徵 */
  | 'DISABILITY'
  /** 電動車輛免徵 */
  | 'ELECTRIC'
  /** A dwelling of low value. 住家房屋現值在一定金額以下 */
  | 'LOW_VALUE_HOME'
  /** A motorcycle up to 150 cc. 150cc以下機車 */
  | 'SMALL_ENGINE';

/** A house on the tax roll. 房屋 */
export type TaxedHouse = {
  /** 門牌地址 */
  readonly address: Maybe<Address>;
  /** m². 面積 */
  readonly areaM2: Scalars['Float']['output'];
  /** TWD. 房屋現值 */
  readonly assessedValue: Scalars['Int']['output'];
  /** ROC year it was built. 建築完成年 */
  readonly builtYear: Scalars['Int']['output'];
  /** 稅籍編號 */
  readonly taxRollNo: Scalars['ID']['output'];
  /** 使用情形 */
  readonly use: HouseTaxUse;
};

/** A parcel of land on the tax roll. 土地 */
export type TaxedParcel = {
  /** Announced value, TWD per m². 公告土地現值 */
  readonly announcedValuePerM2: Scalars['Int']['output'];
  /** m². 面積 */
  readonly areaM2: Scalars['Float']['output'];
  /** Area times announced value, TWD. 公告現值總額 */
  readonly assessedValue: Scalars['Float']['output'];
  /** Declared value, TWD per m², the base of land value tax. 申報地價 */
  readonly declaredValuePerM2: Scalars['Int']['output'];
  /** 原住民保留地 */
  readonly isIndigenousReserve: Scalars['Boolean']['output'];
  /** 都市土地 */
  readonly isUrban: Scalars['Boolean']['output'];
  /** Null where the owner is protected. 地號 */
  readonly parcelNo: Maybe<Scalars['String']['output']>;
  /** Null where the owner is protected. 地段 */
  readonly section: Maybe<Scalars['String']['output']>;
  /** 稅籍編號 */
  readonly taxRollNo: Scalars['ID']['output'];
  /** 使用情形 */
  readonly use: LandTaxUse;
};

export type Vehicle = {
  /** That the case in hand leads to this vehicle; only an agency can write it. 案件授權 */
  readonly caseGrant: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  /** Licence-plate tax of the current year; null where none is billed yet. 使用牌照稅 */
  readonly licenceTax: Maybe<LicenceTax>;
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
  Address: ResolverTypeWrapper<AddressParent>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Authority: ResolverTypeWrapper<Authority>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DoorPlate: ResolverTypeWrapper<DoorPlate>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  HouseTaxUse: HouseTaxUse;
  IncomeKind: IncomeKind;
  LandTaxUse: LandTaxUse;
  LicenceTax: ResolverTypeWrapper<LicenceTaxParent>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  NationalId: ResolverTypeWrapper<Scalars['NationalId']['output']>;
  Person: ResolverTypeWrapper<PersonParent>;
  SelfUseRegistrant: SelfUseRegistrant;
  SelfUseResidence: ResolverTypeWrapper<SelfUseResidenceParent>;
  TaxBill: ResolverTypeWrapper<TaxBillParent>;
  TaxBillStatus: TaxBillStatus;
  TaxIncome: ResolverTypeWrapper<TaxIncomeParent>;
  TaxIncomeItem: ResolverTypeWrapper<TaxIncomeItemParent>;
  TaxKind: TaxKind;
  TaxProfile: ResolverTypeWrapper<TaxProfileParent>;
  TaxProperty: ResolverTypeWrapper<TaxPropertyParent>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  TaxRelief: TaxRelief;
  TaxedHouse: ResolverTypeWrapper<TaxedHouseParent>;
  TaxedParcel: ResolverTypeWrapper<TaxedParcelParent>;
  Vehicle: ResolverTypeWrapper<VehicleParent>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Address: AddressParent;
  Boolean: Scalars['Boolean']['output'];
  String: Scalars['String']['output'];
  Authority: Authority;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DoorPlate: DoorPlate;
  ID: Scalars['ID']['output'];
  LicenceTax: LicenceTaxParent;
  Int: Scalars['Int']['output'];
  NationalId: Scalars['NationalId']['output'];
  Person: PersonParent;
  SelfUseResidence: SelfUseResidenceParent;
  TaxBill: TaxBillParent;
  TaxIncome: TaxIncomeParent;
  TaxIncomeItem: TaxIncomeItemParent;
  TaxProfile: TaxProfileParent;
  TaxProperty: TaxPropertyParent;
  Float: Scalars['Float']['output'];
  TaxedHouse: TaxedHouseParent;
  TaxedParcel: TaxedParcelParent;
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

export type LicenceTaxResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LicenceTax'] = ResolversParentTypes['LicenceTax']> = {
  amount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  dueDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  relief?: Resolver<Maybe<ResolversTypes['TaxRelief']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TaxBillStatus'], ParentType, ContextType>;
  surcharge?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  taxYear?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface NationalIdScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['NationalId'], any> {
  name: 'NationalId';
}

export type PersonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person'], FederationReferenceType extends FederationReferenceTypes['Person'] = FederationReferenceTypes['Person']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Person']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  tax?: Resolver<Maybe<ResolversTypes['TaxProfile']>, ParentType, ContextType>;
};

export type SelfUseResidenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SelfUseResidence'] = ResolversParentTypes['SelfUseResidence']> = {
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  appliedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  checkedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  endedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  isGranted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  registrant?: Resolver<Maybe<ResolversTypes['SelfUseRegistrant']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type TaxBillResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaxBill'] = ResolversParentTypes['TaxBill']> = {
  amount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  authority?: Resolver<ResolversTypes['Authority'], ParentType, ContextType>;
  billNo?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  dueDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  instalment?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TaxKind'], ParentType, ContextType>;
  paidOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  payableFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  periodFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  periodTo?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  relief?: Resolver<Maybe<ResolversTypes['TaxRelief']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TaxBillStatus'], ParentType, ContextType>;
  surcharge?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  taxRollNo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  taxYear?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  totalDue?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  vehicle?: Resolver<Maybe<ResolversTypes['Vehicle']>, ParentType, ContextType>;
};

export type TaxIncomeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaxIncome'] = ResolversParentTypes['TaxIncome']> = {
  authority?: Resolver<ResolversTypes['Authority'], ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['TaxIncomeItem']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TaxIncomeItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaxIncomeItem'] = ResolversParentTypes['TaxIncomeItem']> = {
  amount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['IncomeKind'], ParentType, ContextType>;
  payer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TaxProfileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaxProfile'] = ResolversParentTypes['TaxProfile']> = {
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  authority?: Resolver<Maybe<ResolversTypes['Authority']>, ParentType, ContextType>;
  bills?: Resolver<Maybe<ReadonlyArray<ResolversTypes['TaxBill']>>, ParentType, ContextType, Partial<TaxProfileBillsArgs>>;
  income?: Resolver<Maybe<ResolversTypes['TaxIncome']>, ParentType, ContextType, Partial<TaxProfileIncomeArgs>>;
  property?: Resolver<Maybe<ResolversTypes['TaxProperty']>, ParentType, ContextType>;
  selfUseResidence?: Resolver<Maybe<ResolversTypes['SelfUseResidence']>, ParentType, ContextType>;
};

export type TaxPropertyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaxProperty'] = ResolversParentTypes['TaxProperty']> = {
  assessedTotal?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  houses?: Resolver<ReadonlyArray<ResolversTypes['TaxedHouse']>, ParentType, ContextType>;
  parcels?: Resolver<ReadonlyArray<ResolversTypes['TaxedParcel']>, ParentType, ContextType>;
};

export type TaxedHouseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaxedHouse'] = ResolversParentTypes['TaxedHouse']> = {
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  areaM2?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  assessedValue?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  builtYear?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  taxRollNo?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  use?: Resolver<ResolversTypes['HouseTaxUse'], ParentType, ContextType>;
};

export type TaxedParcelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaxedParcel'] = ResolversParentTypes['TaxedParcel']> = {
  announcedValuePerM2?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  areaM2?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  assessedValue?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  declaredValuePerM2?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isIndigenousReserve?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isUrban?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  parcelNo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  section?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  taxRollNo?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  use?: Resolver<ResolversTypes['LandTaxUse'], ParentType, ContextType>;
};

export type VehicleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Vehicle'] = ResolversParentTypes['Vehicle'], FederationReferenceType extends FederationReferenceTypes['Vehicle'] = FederationReferenceTypes['Vehicle']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Vehicle']> | FederationReferenceType, FederationReferenceType, ContextType>;
  caseGrant?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  licenceTax?: Resolver<Maybe<ResolversTypes['LicenceTax']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Address?: AddressResolvers<ContextType>;
  Authority?: AuthorityResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DoorPlate?: DoorPlateResolvers<ContextType>;
  LicenceTax?: LicenceTaxResolvers<ContextType>;
  NationalId?: GraphQLScalarType;
  Person?: PersonResolvers<ContextType>;
  SelfUseResidence?: SelfUseResidenceResolvers<ContextType>;
  TaxBill?: TaxBillResolvers<ContextType>;
  TaxIncome?: TaxIncomeResolvers<ContextType>;
  TaxIncomeItem?: TaxIncomeItemResolvers<ContextType>;
  TaxProfile?: TaxProfileResolvers<ContextType>;
  TaxProperty?: TaxPropertyResolvers<ContextType>;
  TaxedHouse?: TaxedHouseResolvers<ContextType>;
  TaxedParcel?: TaxedParcelResolvers<ContextType>;
  Vehicle?: VehicleResolvers<ContextType>;
};

