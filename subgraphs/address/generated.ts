// Generated from schema.graphql by `npm run generate`.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { DoorPlateParent, AdministrativeAreaParent } from './queries.ts';
import type { AddressMatchesParent, DoorPlateConnectionParent, DoorPlateMatchParent, IntersectionParent, LandmarkParent, LandmarkMatchParent, NearbyDoorPlateParent, ParsedAddressParent, Context } from './loaders.ts';
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

/** 地址類別 */
export type AddressKind =
  /** A county, town or village alone. 行政區域 */
  | 'AREA'
  /** Two roads that cross. 交叉路口 */
  | 'CROSSROADS'
  /** A kilometre post of a highway, which is no door plate. 里程樁 */
  | 'KILOMETRE_POST'
  /** A lamp or power post, which is no door plate. 路燈、電桿 */
  | 'LAMP_POST'
  /** Nothing of an address. 無法辨識 */
  | 'NOTHING'
  /** An address with a house number. 門牌 */
  | 'PLATE'
  /** A street without a house number. 街路 */
  | 'STREET';

/** What an address was read as, and the plates it may mean. 門牌地址查詢結果 */
export type AddressMatches = {
  /** The best first; empty where nothing fits. 相符門牌 */
  readonly matches: ReadonlyArray<DoorPlateMatch>;
  /** The address in its parts. 解析結果 */
  readonly parsed: ParsedAddress;
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
  /** Six digits where the post's ranges tell them, else the three of the town. 郵遞區號 */
  readonly zip: Maybe<Scalars['String']['output']>;
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

/** One page of a village's plates. 門牌清單 */
export type DoorPlateConnection = {
  /** The plates of the page. 門牌 */
  readonly nodes: ReadonlyArray<DoorPlate>;
  /** Where the page ends. 分頁 */
  readonly pageInfo: PageInfo;
  /** How many plates the whole list has. 總筆數 */
  readonly totalCount: Scalars['Int']['output'];
};

/** Where a plate hangs, in WGS84 degrees. 坐標 */
export type DoorPlateLocationInput = {
  readonly latitude: Scalars['Float']['input'];
  readonly longitude: Scalars['Float']['input'];
};

/** A plate that an address may mean. 相符門牌 */
export type DoorPlateMatch = {
  /** Metres from the plate that was told: 0 for itself, null where that one's place is not known. 距離 */
  readonly distanceM: Maybe<Scalars['Float']['output']>;
  /** 門牌 */
  readonly doorPlate: DoorPlate;
  /** How well it fits. 相符程度 */
  readonly quality: DoorPlateMatchQuality;
};

/** Why a plate is among the matches, the best first. 相符程度 */
export type DoorPlateMatchQuality =
  /** It is this plate or another that fits as well: more must be told. 多筆相符 */
  | 'AMBIGUOUS'
  /** The house number is right, the storey, unit or neighbourhood another. 同號不同樓層或鄰 */
  | 'BUILDING'
  /** Written in another way, or with parts left out, it is this plate and no other. 正規化後相符 */
  | 'CANONICAL'
  /** The address is written as the register writes it. 完全相符 */
  | 'EXACT'
  /** There is no such number; this one is near it on the same street. 同路最近門牌 */
  | 'NEAREST_NUMBER'
  /** A part told is otherwise in the register: village, section, lane or name of the road. 建議 */
  | 'SUGGESTION';

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

/** A place where two roads meet, inferred from their plates: no centre-lines are published. 交叉路口 */
export type Intersection = {
  /** Metres between the two plates it is inferred from. 推估間距 */
  readonly gapM: Scalars['Float']['output'];
  /** Half-way between the nearest plates of both roads. 坐標 */
  readonly location: GeoPoint;
  /** Nearest first. 鄰近門牌 */
  readonly nearest: ReadonlyArray<DoorPlate>;
  /** How sure the place is. 推估品質 */
  readonly quality: IntersectionQuality;
  /** 鄉鎮市區 */
  readonly town: Scalars['String']['output'];
};

/** 交叉路口推估品質 */
export type IntersectionQuality =
  /** Within 150 m: the roads come near each other and may not cross. 一百五十公尺內 */
  | 'INFERRED_FAR'
  /** Plates of both roads stand within 40 m of each other. 四十公尺內 */
  | 'INFERRED_NEAR';

/** A place people name instead of an address. 地標 */
export type Landmark = {
  /** Address as its source writes it. 地址 */
  readonly address: Maybe<Scalars['String']['output']>;
  /** Other names. 別名 */
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  /** 地標識別碼 */
  readonly id: Scalars['ID']['output'];
  /** 類別 */
  readonly kind: LandmarkKind;
  /** Null where no source tells it. 坐標 */
  readonly location: Maybe<GeoPoint>;
  /** 名稱 */
  readonly name: Scalars['String']['output'];
  /** How exact the place is. 坐標精度 */
  readonly precision: Maybe<LandmarkPrecision>;
  /** Who says so. 資料來源 */
  readonly source: Scalars['String']['output'];
  /** 八碼鄉鎮市區代碼 */
  readonly townCode: Scalars['ID']['output'];
};

/** 地標類別 */
export type LandmarkKind =
  /** 橋梁 */
  | 'BRIDGE'
  /** 活動中心、園區 */
  | 'CENTRE'
  /** 博物館 */
  | 'MUSEUM'
  /** 機關 */
  | 'OFFICE'
  /** 公園 */
  | 'PARK'
  /** 警察機關 */
  | 'POLICE'
  /** 學校 */
  | 'SCHOOL'
  /** 車站 */
  | 'STATION'
  /** 寺廟 */
  | 'TEMPLE';

/** A landmark and the plates nearest to it. 地標查詢結果 */
export type LandmarkMatch = {
  /** 地標 */
  readonly landmark: Landmark;
  /** Nearest first; empty where the landmark's place is not known. 鄰近門牌 */
  readonly nearest: ReadonlyArray<DoorPlate>;
};

/** 地標坐標精度 */
export type LandmarkPrecision =
  /** The place of its door plate. 門牌 */
  | 'PLATE'
  /** The place of a plate near its number on the same street. 同路鄰近門牌 */
  | 'STREET'
  /** The middle of its village alone. 村里 */
  | 'VILLAGE';

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

/** A plate and its distance from a point. 鄰近門牌 */
export type NearbyDoorPlate = {
  /** Metres. 公尺 */
  readonly distanceM: Scalars['Float']['output'];
  /** 門牌 */
  readonly doorPlate: DoorPlate;
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

/** Where a page of a list ends. 分頁 */
export type PageInfo = {
  /** What to send as `after` for the next page. 游標 */
  readonly endCursor: Maybe<Scalars['String']['output']>;
  /** Whether more follow. 尚有資料 */
  readonly hasNextPage: Scalars['Boolean']['output'];
};

/** An address as it was told, in its parts; what was not told is null. 解析後地址 */
export type ParsedAddress = {
  /** 弄 */
  readonly alley: Maybe<Scalars['String']['output']>;
  /** Settlement. 地區 */
  readonly area: Maybe<Scalars['String']['output']>;
  /** What follows 附. 附號 */
  readonly attached: Maybe<Scalars['String']['output']>;
  /** Today's name. 直轄市、縣 */
  readonly county: Maybe<Scalars['String']['output']>;
  /** Negative below ground. 樓 */
  readonly floor: Maybe<Scalars['Int']['output']>;
  /** What the text turned out to be. 類別 */
  readonly kind: AddressKind;
  /** 巷 */
  readonly lane: Maybe<Scalars['String']['output']>;
  /** Words of a kilometre post or lamp post. 里程、路燈編號 */
  readonly marker: Maybe<Scalars['String']['output']>;
  /** 鄰 */
  readonly neighborhood: Maybe<Scalars['Int']['output']>;
  /** A remark in brackets. 註記 */
  readonly note: Maybe<Scalars['String']['output']>;
  /** 號 */
  readonly number: Maybe<Scalars['Int']['output']>;
  /** What follows 之. 之 */
  readonly numberSuffix: Maybe<Scalars['String']['output']>;
  /** Further house numbers of the same line: 95、97號. 其他號 */
  readonly otherNumbers: ReadonlyArray<Scalars['String']['output']>;
  /** 臨、附、地下 */
  readonly prefix: Maybe<NumberPrefix>;
  /** 街路 */
  readonly road: Maybe<Scalars['String']['output']>;
  /** Roads that cross, or the highway of a kilometre post. 相交道路 */
  readonly roads: ReadonlyArray<Scalars['String']['output']>;
  /** 室 */
  readonly room: Maybe<Scalars['String']['output']>;
  /** 段 */
  readonly section: Maybe<Scalars['Int']['output']>;
  /** 衖 */
  readonly subAlley: Maybe<Scalars['String']['output']>;
  /** The address in canonical form, as far as it was understood. 正規化地址 */
  readonly text: Scalars['String']['output'];
  /** Today's name. 鄉鎮市區 */
  readonly town: Maybe<Scalars['String']['output']>;
  /** Words that belong to no part. 無法辨識文字 */
  readonly unplaced: ReadonlyArray<Scalars['String']['output']>;
  /** 村里 */
  readonly village: Maybe<Scalars['String']['output']>;
  /** 郵遞區號 */
  readonly zip: Maybe<Scalars['String']['output']>;
};

export type Query = {
  /** Counties, towns or villages by code; of one parent where it is given. 行政區域 */
  readonly administrativeAreas: Maybe<ReadonlyArray<AdministrativeArea>>;
  /** The door plate with this id; null where there is none. 門牌 */
  readonly doorPlate: Maybe<DoorPlate>;
  /**
   * Plates that an address may mean, as people say or write it, the best first; at most 200 characters,
   * `first` is 1 to 100. 依門牌地址查詢
   */
  readonly doorPlatesByAddress: Maybe<AddressMatches>;
  /**
   * Plates in force of a village (和安, 和安里 or 和安村), of one neighbourhood or road where told, by
   * neighbourhood, street and number; `first` is 1 to 100. 依行政區域查詢門牌
   */
  readonly doorPlatesByArea: Maybe<DoorPlateConnection>;
  /** Where two roads meet, in either order, with the `first` plates nearest to each place. 依交叉路口查詢 */
  readonly doorPlatesByIntersection: Maybe<ReadonlyArray<Intersection>>;
  /** Landmarks of that name, part of a name or other name, each with the `first` plates nearest to it. 依地標查詢 */
  readonly doorPlatesByLandmark: Maybe<ReadonlyArray<LandmarkMatch>>;
  /** The plates in force nearest to a point of WGS84, within `withinM` metres (at most 5,000). 鄰近門牌 */
  readonly doorPlatesNear: Maybe<ReadonlyArray<NearbyDoorPlate>>;
  /** The village whose outline holds a point of WGS84; null where none does, or none was imported. 依坐標查詢村里 */
  readonly villageAt: Maybe<AdministrativeArea>;
};


export type QueryAdministrativeAreasArgs = {
  level: AdministrativeLevel;
  parentCode?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryDoorPlateArgs = {
  id: Scalars['ID']['input'];
};


export type QueryDoorPlatesByAddressArgs = {
  first: Scalars['Int']['input'];
  text: Scalars['String']['input'];
};


export type QueryDoorPlatesByAreaArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  neighborhood?: InputMaybe<Scalars['Int']['input']>;
  road?: InputMaybe<Scalars['String']['input']>;
  townCode: Scalars['ID']['input'];
  village: Scalars['String']['input'];
};


export type QueryDoorPlatesByIntersectionArgs = {
  first: Scalars['Int']['input'];
  roadA: Scalars['String']['input'];
  roadB: Scalars['String']['input'];
  townCode?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryDoorPlatesByLandmarkArgs = {
  first: Scalars['Int']['input'];
  name: Scalars['String']['input'];
};


export type QueryDoorPlatesNearArgs = {
  first: Scalars['Int']['input'];
  latitude: Scalars['Float']['input'];
  longitude: Scalars['Float']['input'];
  withinM: Scalars['Int']['input'];
};


export type QueryVillageAtArgs = {
  latitude: Scalars['Float']['input'];
  longitude: Scalars['Float']['input'];
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
  AddressKind: AddressKind;
  AddressMatches: ResolverTypeWrapper<AddressMatchesParent>;
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
  DoorPlateConnection: ResolverTypeWrapper<DoorPlateConnectionParent>;
  DoorPlateLocationInput: DoorPlateLocationInput;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  DoorPlateMatch: ResolverTypeWrapper<DoorPlateMatchParent>;
  DoorPlateMatchQuality: DoorPlateMatchQuality;
  DoorPlateRejection: ResolverTypeWrapper<DoorPlateRejection>;
  DoorPlateRejectionCode: DoorPlateRejectionCode;
  DoorPlateRenumbering: ResolverTypeWrapper<Omit<DoorPlateRenumbering, 'after' | 'before'> & { after?: Maybe<ResolversTypes['DoorPlate']>, before: ResolversTypes['DoorPlate'] }>;
  DoorPlateStatus: DoorPlateStatus;
  DoorPlateVersionInput: DoorPlateVersionInput;
  GeoPoint: ResolverTypeWrapper<GeoPoint>;
  Intersection: ResolverTypeWrapper<IntersectionParent>;
  IntersectionQuality: IntersectionQuality;
  Landmark: ResolverTypeWrapper<LandmarkParent>;
  LandmarkKind: LandmarkKind;
  LandmarkMatch: ResolverTypeWrapper<LandmarkMatchParent>;
  LandmarkPrecision: LandmarkPrecision;
  MergeDoorPlatesInput: MergeDoorPlatesInput;
  MergeDoorPlatesPayload: ResolverTypeWrapper<Omit<MergeDoorPlatesPayload, 'doorPlate'> & { doorPlate?: Maybe<ResolversTypes['DoorPlate']> }>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NationalId: ResolverTypeWrapper<Scalars['NationalId']['output']>;
  NearbyDoorPlate: ResolverTypeWrapper<NearbyDoorPlateParent>;
  NewDoorPlateInput: NewDoorPlateInput;
  NumberPrefix: NumberPrefix;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  ParsedAddress: ResolverTypeWrapper<ParsedAddressParent>;
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
  AddressMatches: AddressMatchesParent;
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
  DoorPlateConnection: DoorPlateConnectionParent;
  DoorPlateLocationInput: DoorPlateLocationInput;
  Float: Scalars['Float']['output'];
  DoorPlateMatch: DoorPlateMatchParent;
  DoorPlateRejection: DoorPlateRejection;
  DoorPlateRenumbering: Omit<DoorPlateRenumbering, 'after' | 'before'> & { after?: Maybe<ResolversParentTypes['DoorPlate']>, before: ResolversParentTypes['DoorPlate'] };
  DoorPlateVersionInput: DoorPlateVersionInput;
  GeoPoint: GeoPoint;
  Intersection: IntersectionParent;
  Landmark: LandmarkParent;
  LandmarkMatch: LandmarkMatchParent;
  MergeDoorPlatesInput: MergeDoorPlatesInput;
  MergeDoorPlatesPayload: Omit<MergeDoorPlatesPayload, 'doorPlate'> & { doorPlate?: Maybe<ResolversParentTypes['DoorPlate']> };
  Mutation: Record<PropertyKey, never>;
  NationalId: Scalars['NationalId']['output'];
  NearbyDoorPlate: NearbyDoorPlateParent;
  NewDoorPlateInput: NewDoorPlateInput;
  PageInfo: PageInfo;
  ParsedAddress: ParsedAddressParent;
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

export type AddressMatchesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddressMatches'] = ResolversParentTypes['AddressMatches']> = {
  matches?: Resolver<ReadonlyArray<ResolversTypes['DoorPlateMatch']>, ParentType, ContextType>;
  parsed?: Resolver<ResolversTypes['ParsedAddress'], ParentType, ContextType>;
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
  zip?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DoorPlateConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DoorPlateConnection'] = ResolversParentTypes['DoorPlateConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['DoorPlate']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DoorPlateMatchResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DoorPlateMatch'] = ResolversParentTypes['DoorPlateMatch']> = {
  distanceM?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  doorPlate?: Resolver<ResolversTypes['DoorPlate'], ParentType, ContextType>;
  quality?: Resolver<ResolversTypes['DoorPlateMatchQuality'], ParentType, ContextType>;
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

export type IntersectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Intersection'] = ResolversParentTypes['Intersection']> = {
  gapM?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  location?: Resolver<ResolversTypes['GeoPoint'], ParentType, ContextType>;
  nearest?: Resolver<ReadonlyArray<ResolversTypes['DoorPlate']>, ParentType, ContextType>;
  quality?: Resolver<ResolversTypes['IntersectionQuality'], ParentType, ContextType>;
  town?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LandmarkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Landmark'] = ResolversParentTypes['Landmark']> = {
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LandmarkKind'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['GeoPoint']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  precision?: Resolver<Maybe<ResolversTypes['LandmarkPrecision']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  townCode?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type LandmarkMatchResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LandmarkMatch'] = ResolversParentTypes['LandmarkMatch']> = {
  landmark?: Resolver<ResolversTypes['Landmark'], ParentType, ContextType>;
  nearest?: Resolver<ReadonlyArray<ResolversTypes['DoorPlate']>, ParentType, ContextType>;
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

export type NearbyDoorPlateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NearbyDoorPlate'] = ResolversParentTypes['NearbyDoorPlate']> = {
  distanceM?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  doorPlate?: Resolver<ResolversTypes['DoorPlate'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ParsedAddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ParsedAddress'] = ResolversParentTypes['ParsedAddress']> = {
  alley?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  area?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  attached?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  county?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  floor?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AddressKind'], ParentType, ContextType>;
  lane?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  marker?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  neighborhood?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  numberSuffix?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  otherNumbers?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  prefix?: Resolver<Maybe<ResolversTypes['NumberPrefix']>, ParentType, ContextType>;
  road?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  roads?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  room?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  section?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  subAlley?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  town?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unplaced?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  village?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  zip?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  administrativeAreas?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AdministrativeArea']>>, ParentType, ContextType, RequireFields<QueryAdministrativeAreasArgs, 'level'>>;
  doorPlate?: Resolver<Maybe<ResolversTypes['DoorPlate']>, ParentType, ContextType, RequireFields<QueryDoorPlateArgs, 'id'>>;
  doorPlatesByAddress?: Resolver<Maybe<ResolversTypes['AddressMatches']>, ParentType, ContextType, RequireFields<QueryDoorPlatesByAddressArgs, 'first' | 'text'>>;
  doorPlatesByArea?: Resolver<Maybe<ResolversTypes['DoorPlateConnection']>, ParentType, ContextType, RequireFields<QueryDoorPlatesByAreaArgs, 'first' | 'townCode' | 'village'>>;
  doorPlatesByIntersection?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Intersection']>>, ParentType, ContextType, RequireFields<QueryDoorPlatesByIntersectionArgs, 'first' | 'roadA' | 'roadB'>>;
  doorPlatesByLandmark?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LandmarkMatch']>>, ParentType, ContextType, RequireFields<QueryDoorPlatesByLandmarkArgs, 'first' | 'name'>>;
  doorPlatesNear?: Resolver<Maybe<ReadonlyArray<ResolversTypes['NearbyDoorPlate']>>, ParentType, ContextType, RequireFields<QueryDoorPlatesNearArgs, 'first' | 'latitude' | 'longitude' | 'withinM'>>;
  villageAt?: Resolver<Maybe<ResolversTypes['AdministrativeArea']>, ParentType, ContextType, RequireFields<QueryVillageAtArgs, 'latitude' | 'longitude'>>;
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
  AddressMatches?: AddressMatchesResolvers<ContextType>;
  AdministrativeArea?: AdministrativeAreaResolvers<ContextType>;
  AssignDoorPlatePayload?: AssignDoorPlatePayloadResolvers<ContextType>;
  Authority?: AuthorityResolvers<ContextType>;
  ChangeDoorPlatePayload?: ChangeDoorPlatePayloadResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DoorPlate?: DoorPlateResolvers<ContextType>;
  DoorPlateConnection?: DoorPlateConnectionResolvers<ContextType>;
  DoorPlateMatch?: DoorPlateMatchResolvers<ContextType>;
  DoorPlateRejection?: DoorPlateRejectionResolvers<ContextType>;
  DoorPlateRenumbering?: DoorPlateRenumberingResolvers<ContextType>;
  GeoPoint?: GeoPointResolvers<ContextType>;
  Intersection?: IntersectionResolvers<ContextType>;
  Landmark?: LandmarkResolvers<ContextType>;
  LandmarkMatch?: LandmarkMatchResolvers<ContextType>;
  MergeDoorPlatesPayload?: MergeDoorPlatesPayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NationalId?: GraphQLScalarType;
  NearbyDoorPlate?: NearbyDoorPlateResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  ParsedAddress?: ParsedAddressResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ReissueDoorPlatePayload?: ReissueDoorPlatePayloadResolvers<ContextType>;
  RenumberDoorPlatesPayload?: RenumberDoorPlatesPayloadResolvers<ContextType>;
};

