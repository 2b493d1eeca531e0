import { sql, type Kysely } from 'kysely'

/** The registers of the office: vehicles, the plates they bore, fees, licences. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table vehicle (
    id text primary key,
    vin text not null unique,
    engine_no text not null,
    owner_national_id text not null,
    kind text not null check (kind in
      ('CAR', 'VAN', 'TRUCK', 'LIGHT_MOTORCYCLE', 'HEAVY_MOTORCYCLE', 'LARGE_HEAVY_MOTORCYCLE')),
    use text not null check (use in ('PRIVATE', 'BUSINESS')),
    brand text not null,
    fuel text not null check (fuel in ('PETROL', 'DIESEL', 'HYBRID', 'ELECTRIC')),
    displacement_cc integer not null check (displacement_cc >= 0),
    manufactured_ym text not null check (manufactured_ym ~ '^\\d{4}-(0[1-9]|1[0-2])$'),
    first_plate_date date not null,
    registered_address text not null,
    door_plate_id text,
    status text not null check (status in
      ('IN_USE', 'SUSPENDED', 'SCRAPPED', 'PLATE_SURRENDERED', 'PLATE_REVOKED')),
    status_date date not null,
    last_inspected_on date
  )`,
  'create index vehicle_owner on vehicle (owner_national_id)',

  // Plates are reissued, to the same vehicle or to another; the VIN is the key.
  `create table plate (
    vehicle_id text not null references vehicle,
    valid_from date not null,
    valid_to date check (valid_to >= valid_from),
    plate_no text not null check (plate_no ~ '^[A-Z0-9]{6,7}$'),
    display_no text not null check (replace(display_no, '-', '') = plate_no),
    primary key (vehicle_id, valid_from)
  )`,
  'create unique index plate_on_one_vehicle on plate (plate_no) where valid_to is null',

  `create table fuel_fee (
    vehicle_id text not null references vehicle,
    year integer not null,
    quarter integer check (quarter between 1 and 4),
    amount integer not null check (amount > 0),
    due_date date not null,
    paid_on date,
    enforced_on date,
    unique nulls not distinct (vehicle_id, year, quarter)
  )`,

  `create table driver_licence (
    holder_national_id text primary key,
    birth_date date not null,
    classes text[] not null check (cardinality(classes) > 0),
    is_professional boolean not null,
    first_issued_on date not null,
    issued_on date not null check (issued_on >= first_issued_on),
    measure text check (measure in ('SUSPENDED', 'REVOKED'))
  )`,

  `comment on table vehicle is '車籍主檔'`,
  `comment on column vehicle.id is '車籍識別碼(不隨車牌變更)'`,
  `comment on column vehicle.vin is '車身號碼'`,
  `comment on column vehicle.engine_no is '引擎號碼'`,
  `comment on column vehicle.owner_national_id is '車主統一編號'`,
  `comment on column vehicle.kind is '車種'`,
  `comment on column vehicle.use is '使用別(自用/營業)'`,
  `comment on column vehicle.brand is '廠牌'`,
  `comment on column vehicle.fuel is '能源種類'`,
  `comment on column vehicle.displacement_cc is '排氣量'`,
  `comment on column vehicle.manufactured_ym is '出廠年月'`,
  `comment on column vehicle.first_plate_date is '發照日期'`,
  `comment on column vehicle.registered_address is '車籍地址'`,
  `comment on column vehicle.door_plate_id is '門牌識別碼'`,
  `comment on column vehicle.status is '牌照狀態'`,
  `comment on column vehicle.status_date is '牌照狀態日期'`,
  `comment on column vehicle.last_inspected_on is '最近一次檢驗合格日'`,
  `comment on table plate is '號牌檔'`,
  `comment on column plate.plate_no is '車牌號碼(無連字號)'`,
  `comment on column plate.display_no is '車牌號碼(牌面)'`,
  `comment on column plate.valid_from is '領用日'`,
  `comment on column plate.valid_to is '停用日'`,
  `comment on table fuel_fee is '汽車燃料使用費徵收檔'`,
  `comment on column fuel_fee.year is '年度(民國)'`,
  `comment on column fuel_fee.quarter is '期別(營業車按季)'`,
  `comment on column fuel_fee.amount is '應繳金額'`,
  `comment on column fuel_fee.due_date is '繳納期限'`,
  `comment on column fuel_fee.paid_on is '繳納日'`,
  `comment on column fuel_fee.enforced_on is '移送執行日'`,
  `comment on table driver_licence is '駕籍主檔'`,
  `comment on column driver_licence.holder_national_id is '駕照號碼(即統一編號)'`,
  `comment on column driver_licence.birth_date is '出生日期'`,
  `comment on column driver_licence.classes is '駕照種類'`,
  `comment on column driver_licence.is_professional is '職業駕照'`,
  `comment on column driver_licence.first_issued_on is '初領日期'`,
  `comment on column driver_licence.issued_on is '發照日期(現持駕照)'`,
  `comment on column driver_licence.measure is '吊扣、吊銷'`,
]
