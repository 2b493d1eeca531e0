import type { GeneratedVillage } from '../_kit/population/types.ts'
import type { CopyValue, SeedTable } from '../_kit/seed-table.ts'
import { taxRollOf, type TaxRoll } from './roll/tax-roll.ts'

/** The tax roll and its bills, derived from the generated population by the law tables. */
export const seedTables: readonly SeedTable<GeneratedVillage>[] = [
  table('taxpayer', 'taxpayers', ['nationalId', 'authorityCode']),
  table('house', 'houses', [
    'taxRollNo',
    'nationalId',
    'plateId',
    'addressText',
    'areaM2',
    'builtYear',
    'use',
    'assessedValue',
  ]),
  table('parcel', 'parcels', [
    'taxRollNo',
    'nationalId',
    'section',
    'parcelNo',
    'areaM2',
    'announcedValuePerM2',
    'declaredValuePerM2',
    'isUrban',
    'isIndigenousReserve',
    'use',
    'houseRollNo',
  ]),
  table('self_use_residence', 'residences', [
    'nationalId',
    'houseRollNo',
    'plateId',
    'addressText',
    'appliedOn',
    'since',
    'endedOn',
    'registrant',
    'checkedOn',
  ]),
  table('taxable_vehicle', 'vehicles', [
    'vehicleId',
    'nationalId',
    'kind',
    'use',
    'displacementCc',
    'motorPowerKw',
    'isElectric',
    'taxableFrom',
    'taxableTo',
    'relief',
  ]),
  table('income_item', 'incomes', [
    'nationalId',
    'year',
    'seq',
    'kind',
    'amount',
    'payer',
    'authorityCode',
  ]),
  table('tax_bill', 'bills', [
    'billNo',
    'nationalId',
    'kind',
    'taxYear',
    'instalment',
    'taxRollNo',
    'vehicleId',
    'amount',
    'relief',
    'payableFrom',
    'dueDate',
    'periodFrom',
    'periodTo',
    'paidOn',
    'authorityCode',
  ]),
]

function table<Part extends keyof TaxRoll>(
  name: string,
  part: Part,
  columns: readonly (keyof TaxRoll[Part][number] & string)[],
): SeedTable<GeneratedVillage> {
  return {
    table: name,
    columns: columns.map(snakeCase),
    *rows(village, { today }) {
      const rows = taxRollOf(village, today)[part] as readonly Record<string, CopyValue>[]
      for (const row of rows) yield columns.map((column) => row[column] ?? null)
    },
  }
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
