import { Ajv } from 'ajv'

/** Leave for one agency's systems or staff to see some classes of data, for one purpose. */
export interface Agreement {
  readonly id: string
  /** client ids that may use it */
  readonly clients: readonly string[]
  /** the asking agency */
  readonly agency: { readonly code: string; readonly name: string }
  readonly purpose: Purpose
  /** people at a screen, or a system */
  readonly kind: 'staff' | 'system'
  /** what the acting person may be; the first stands where a token names none */
  readonly roles: readonly string[]
  readonly scopes: readonly string[]
  /** names for `@policy` */
  readonly policies: readonly string[]
  /** whether every request needs a case number, which personal data does */
  readonly caseRequired: boolean
  /** whether the caller may know that a record it may not see exists */
  readonly grantsExistence: boolean
  /** which rows it opens; the owner of each row decides */
  readonly rows: RowLimits
  /** whether documents outside the registered operations may be sent */
  readonly freeFormDocuments: boolean
  /** first and last day in force, ISO dates in Taiwan; at most 5 years apart */
  readonly validFrom: string
  readonly validTo: string
  /** requests */
  readonly limits: { readonly perCase: number; readonly perDay: number }
  /** as whom it reads the log of a person's data; needed with the scope hub:access-log alone */
  readonly accessLog?: LogReading
  /** the agencies whose data it opens, each with its detached JWS (RFC 7515 App. F) or null */
  readonly providers: readonly Provider[]
}

/** Which rows an agreement opens. */
export interface RowLimits {
  /** codes of counties, districts or villages, or what they begin with; null for the whole register */
  readonly regions: readonly string[] | null
  /** whether a named officer sees none but the cases assigned to that officer */
  readonly caseAssignment: boolean
}

/** Why data is asked for. */
export interface Purpose {
  readonly id: string
  /** number of the specific purpose 特定目的 under the Personal Data Protection Act, Art. 53 */
  readonly code: string
  readonly name: string
  readonly legalBasis: string
}

/** As whom the log of a person's data is read. */
export interface LogReading {
  /** the person themselves at a desk, or an auditor */
  readonly reader: 'citizen' | 'auditor'
  /** agencies besides its own whose looks an auditor is shown, by code, or all of them */
  readonly agencies?: readonly string[] | 'all'
}

/** An agency that lets its data be seen, and its signature. */
export interface Provider {
  readonly agency: string
  readonly signature: string | null
}

const text = { type: 'string', minLength: 1, maxLength: 300 }
const name = { type: 'string', pattern: '^[a-z][a-z0-9-]{0,63}$' }
const date = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }
const count = { type: 'integer', minimum: 1 }
const flag = { type: 'boolean' }
const listOf = (items: object, minItems = 0) => ({
  type: 'array',
  items,
  minItems,
  uniqueItems: true,
})

const record = (needed: Record<string, object>, possible: Record<string, object> = {}) => ({
  type: 'object',
  properties: { ...needed, ...possible },
  required: Object.keys(needed),
  additionalProperties: false,
})

const code = { type: 'string', pattern: '^[A-Z][A-Z0-9_]*$' }
const logReading = record(
  { reader: { enum: ['citizen', 'auditor'] } },
  { agencies: { anyOf: [{ const: 'all' }, listOf(code)] } },
)

const needed = {
  id: name,
  clients: listOf(name, 1),
  agency: record({ code, name: text }),
  purpose: record({
    id: name,
    code: { type: 'string', pattern: '^\\d{3}$' },
    name: text,
    legalBasis: text,
  }),
  kind: { enum: ['staff', 'system'] },
  roles: listOf(name, 1),
  scopes: listOf(text, 1),
  policies: listOf(text),
  caseRequired: flag,
  grantsExistence: flag,
  rows: record({
    regions: {
      type: ['array', 'null'],
      items: { type: 'string', pattern: '^\\d{5,11}$' },
      minItems: 1,
      uniqueItems: true,
    },
    caseAssignment: flag,
  }),
  freeFormDocuments: flag,
  validFrom: date,
  validTo: date,
  limits: record({ perCase: count, perDay: count }),
  providers: listOf(record({ agency: name, signature: { type: ['string', 'null'] } })),
}

const AGREEMENT_SCHEMA = record(needed, { accessLog: logReading })

const validate = new Ajv({ allowUnionTypes: true }).compile<Agreement>(AGREEMENT_SCHEMA)

/** The agreement in a parsed file, or the first thing wrong with its form. */
export function checkAgreementForm(
  data: unknown,
): { readonly agreement: Agreement } | { readonly reason: string } {
  if (validate(data)) return { agreement: data }
  const { instancePath, message, params } = validate.errors?.[0] ?? {}
  const path = instancePath?.slice(1).replaceAll('/', '.')
  const extra = (params as { additionalProperty?: string } | undefined)?.additionalProperty
  const found = extra === undefined ? '' : ` (${extra})`
  return { reason: [path, `${message ?? 'is not an agreement'}${found}`].filter(Boolean).join(' ') }
}
