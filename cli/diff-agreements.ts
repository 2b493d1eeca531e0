import type { Agreement } from '../auth/agreement.ts'

/** Lines that tell two versions of an agreement apart: `+` stands in the second alone, `-` in the first. */
export function diffAgreements(before: Agreement, after: Agreement): readonly string[] {
  const names = Object.keys(before) as (keyof Agreement)[]
  return names.flatMap((name) => {
    const [old, now] = [partsOf(before[name]), partsOf(after[name])]
    return [
      ...old.filter((part) => !now.includes(part)).map((part) => `- ${name}: ${part}`),
      ...now.filter((part) => !old.includes(part)).map((part) => `+ ${name}: ${part}`),
    ]
  })
}

/** Lists are told apart item by item, everything else as a whole. */
function partsOf(value: unknown): readonly string[] {
  const parts: readonly unknown[] = Array.isArray(value) ? value : [value]
  return parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part)))
}
