import { hubError } from '../../../schemas/errors.ts'
import { invariant } from '../../../schemas/invariant.ts'
import type { CopyValue } from '../seed-table.ts'

/** The table and columns a COPY fills. */
export interface CopyTarget {
  readonly table: string
  readonly columns: readonly string[]
}

const SUSPECT = /[\\\0\b\f\n\r\t\v]/
const SPECIAL = /[\\\b\f\n\r\t\v]/g
const ESCAPES: Record<string, string> = {
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
}

/**
 * One row as a line of PostgreSQL's COPY text format, line feed included: any text comes back as it
 * went in. Throws `COPY_TEXT_INVALID` where a text holds what PostgreSQL cannot store.
 */
export function copyLine(target: CopyTarget, row: readonly CopyValue[]): string {
  invariant(row.length === target.columns.length, `a row of ${target.table} has another length`)
  let line = ''
  for (let i = 0; i < row.length; i += 1) {
    if (i > 0) line += '\t'
    line += field(target, i, row[i] as CopyValue)
  }
  return `${line}\n`
}

function field(target: CopyTarget, index: number, value: CopyValue): string {
  if (value === null) return '\\N'
  if (typeof value === 'number') return String(value)
  const text = literal(value)
  if (!text.isWellFormed()) throw unstorable(target, index)
  if (!SUSPECT.test(text)) return text
  if (text.includes('\0')) throw unstorable(target, index)
  return text.replaceAll(SPECIAL, (character) => ESCAPES[character] ?? character)
}

function unstorable({ table, columns }: CopyTarget, index: number): Error {
  return hubError('COPY_TEXT_INVALID', { table, column: columns[index] ?? '' })
}

function literal(value: NonNullable<CopyValue>): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (typeof value !== 'object') return String(value)
  return 'x' in value ? `(${value.x},${value.y})` : `{${value.map(element).join(',')}}`
}

function element(value: string | number | boolean): string {
  return typeof value === 'string' ? `"${value.replaceAll(/["\\]/g, '\\$&')}"` : literal(value)
}
