import type { PostgresType } from 'postgres'

const JSON_OIDS = [114, 3802]

/** A column's name as TypeScript has it: `birth_date` is `birthDate`. */
export function camelCase(name: string): string {
  return name.replaceAll(/(?<=.)_+(.)/g, (_, next: string) => next.toUpperCase())
}

/** JSON that a statement made of rows: their columns are named as rows' are. */
export const CAMEL_CASE_JSON: PostgresType = {
  to: JSON_OIDS[0]!,
  from: [...JSON_OIDS],
  serialize: (value: unknown) => JSON.stringify(value),
  parse: (text: string): unknown => renamed(JSON.parse(text)),
}

// a walk of our own: the parser's reviver costs some five times as much
function renamed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(renamed)
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [camelCase(name), renamed(each)]),
  )
}
