import { ERRORS } from '../schemas/errors.ts'

const HEAD = `<!-- Generated from schemas/errors.ts by \`npm run generate\`. -->

# Errors 錯誤碼

A client reads \`errors[].extensions.code\`; the message states the rule, never the data. A code is never
renamed. \`{name}\` is filled from rules, fields and limits. Absence is \`null\`; a business "no" is data.
_Operators_ are told as well (log and metrics) where the last column says so.

| code | HTTP | message | operators |
| --- | --- | --- | --- |
`

/** The page of all error codes, in the order of the table. */
export function renderErrors(): string {
  const rows = Object.entries(ERRORS).map(([code, { status, message, audience }]) => {
    const told = audience === 'operator' ? 'told' : ''
    return `| \`${code}\` | ${status} | ${inCell(message)} | ${told} |\n`
  })
  return HEAD + rows.join('')
}

function inCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;')
}
