import { sql, type Kysely } from 'kysely'

const NATIONAL_ID = `national_id text not null check (national_id ~ '^[A-Z][12][0-9]{8}$')`
const RELIEF = `relief text check (relief in ('DISABILITY', 'ELECTRIC', 'SMALL_ENGINE', 'LOW_VALUE_HOME'))`

const STATEMENTS = [
  `create table tax_authority (
     code text primary key,
     name text not null
   )`,
  `comment on table tax_authority is '稽徵機關'`,
  `insert into tax_authority (code, name) values
     ('LOCALTAX_QISHAN', '高雄市稅捐稽徵處旗山分處'),
     ('LOCALTAX_KAOHSIUNG', '高雄市稅捐稽徵處'),
     ('NTB_QISHAN', '財政部高雄國稅局旗山稽徵所'),
     ('NTB_KAOHSIUNG', '財政部高雄國稅局')`,

  `create table taxpayer (
     ${NATIONAL_ID},
     authority_code text not null references tax_authority,
     primary key (national_id)
   )`,
  `comment on table taxpayer is '納稅義務人;統一編號變更前之稅籍仍以舊號列管'`,
  `comment on column taxpayer.national_id is '統一編號'`,

  `create table house (
     tax_roll_no text primary key,
     ${NATIONAL_ID},
     plate_id text not null,
     address_text text not null,
     area_m2 numeric(10, 2) not null,
     built_year integer not null,
     use text not null check (use in ('SELF_USE', 'RENTED', 'VACANT', 'BUSINESS', 'NON_BUSINESS')),
     assessed_value integer not null check (assessed_value >= 0)
   )`,
  `comment on table house is '房屋稅籍'`,
  `comment on column house.tax_roll_no is '稅籍編號'`,
  `comment on column house.built_year is '建築完成年(民國)'`,
  `comment on column house.assessed_value is '房屋現值'`,
  `create index house_national_id on house (national_id)`,

  `create table parcel (
     tax_roll_no text primary key,
     ${NATIONAL_ID},
     section text not null,
     parcel_no text not null,
     area_m2 numeric(12, 2) not null,
     announced_value_per_m2 integer not null,
     declared_value_per_m2 integer not null,
     is_urban boolean not null,
     is_indigenous_reserve boolean not null,
     use text not null check (use in ('BUILDING', 'FARM', 'FOREST')),
     house_roll_no text
   )`,
  `comment on table parcel is '地價稅籍'`,
  `comment on column parcel.section is '地段'`,
  `comment on column parcel.parcel_no is '地號'`,
  `comment on column parcel.announced_value_per_m2 is '公告土地現值'`,
  `comment on column parcel.declared_value_per_m2 is '申報地價'`,
  `comment on column parcel.is_indigenous_reserve is '原住民保留地'`,
  `comment on column parcel.house_roll_no is '地上房屋稅籍編號'`,
  `create index parcel_national_id on parcel (national_id)`,

  `create table self_use_residence (
     ${NATIONAL_ID},
     house_roll_no text not null,
     plate_id text not null,
     address_text text not null,
     applied_on date not null,
     since date not null,
     ended_on date check (ended_on >= since),
     registrant text check (registrant in ('OWNER', 'SPOUSE', 'LINEAL_KIN')),
     checked_on date not null,
     primary key (national_id, house_roll_no)
   )`,
  `comment on table self_use_residence is '自用住宅用地申請及設籍查核'`,
  `comment on column self_use_residence.since is '適用起日'`,
  `comment on column self_use_residence.ended_on is '停止適用日'`,
  `comment on column self_use_residence.registrant is '查核日設籍人與所有權人之關係;空值為空戶'`,
  `comment on column self_use_residence.checked_on is '設籍查核日'`,

  `create table taxable_vehicle (
     vehicle_id text primary key,
     ${NATIONAL_ID},
     kind text not null,
     use text not null check (use in ('PRIVATE', 'BUSINESS')),
     displacement_cc integer not null,
     motor_power_kw integer,
     is_electric boolean not null,
     taxable_from date not null,
     taxable_to date,
     ${RELIEF}
   )`,
  `comment on table taxable_vehicle is '車籍資料:監理機關依使用牌照稅法交換,僅供課徵使用牌照稅'`,
  `comment on column taxable_vehicle.taxable_to is '停駛、報廢、繳註銷前一日'`,
  `comment on column taxable_vehicle.relief is '全額免徵原因'`,

  `create table income_item (
     ${NATIONAL_ID},
     year integer not null,
     seq integer not null,
     kind text not null check (kind in ('SALARY', 'INTEREST', 'RENT', 'DIVIDEND', 'PENSION')),
     amount integer not null,
     payer text not null,
     authority_code text not null references tax_authority,
     primary key (national_id, year, seq)
   )`,
  `comment on table income_item is '所得資料'`,
  `comment on column income_item.payer is '扣繳單位'`,

  `create table tax_bill (
     bill_no text primary key check (bill_no ~ '^[0-9]{16}$'),
     ${NATIONAL_ID},
     kind text not null check (kind in
       ('HOUSE_TAX', 'LAND_VALUE_TAX', 'LICENCE_PLATE_TAX', 'INCOME_TAX')),
     tax_year integer not null,
     instalment integer not null check (instalment > 0),
     tax_roll_no text,
     vehicle_id text,
     amount integer not null check (amount >= 0),
     ${RELIEF},
     payable_from date not null,
     due_date date not null check (due_date >= payable_from),
     period_from date not null,
     period_to date not null check (period_to >= period_from),
     paid_on date,
     authority_code text not null references tax_authority
   )`,
  `comment on table tax_bill is '繳款書;狀態及滯納金依日期與法規計算,不儲存'`,
  `comment on column tax_bill.bill_no is '銷帳編號'`,
  `comment on column tax_bill.tax_year is '課稅年度(民國)'`,
  `comment on column tax_bill.instalment is '期別'`,
  `comment on column tax_bill.amount is '稅額'`,
  `comment on column tax_bill.payable_from is '繳納期間起日'`,
  `comment on column tax_bill.due_date is '繳納截止日(遇假日順延)'`,
  `comment on column tax_bill.period_from is '課稅期間起日'`,
  `comment on column tax_bill.paid_on is '繳納日期'`,
  `create index tax_bill_national_id on tax_bill (national_id)`,
  `create index tax_bill_vehicle on tax_bill (vehicle_id, tax_year) where vehicle_id is not null`,
]

/** The tax roll 稅籍: who pays, what is taxed, and the bills; no address of a person is kept apart. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
