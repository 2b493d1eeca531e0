import { createFuzzSchema, type FuzzSchema } from '../../test/support/fuzz/fuzz-schema.ts'

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@authenticated"])`

/** So many agencies that each know a part of one entity; the first finds it. */
export function createJoinedAgencies(count: number): FuzzSchema {
  const names = Array.from({ length: count }, (_, index) => `agency${index}`)
  const sdls = names.map((name, index) => [
    name,
    `${LINK}
    ${index === 0 ? 'type Query { thing: Thing @authenticated }' : ''}
    type Thing @key(fields: "id") { id: ID! @authenticated part${index}: Part${index} @authenticated }
    type Part${index} { text: String count: Int flag: Boolean items: [Item${index}!] }
    type Item${index} { text: String count: Int }`,
  ])
  const options = { nullOneIn: Number.POSITIVE_INFINITY, leastItems: 3 }
  return createFuzzSchema(Object.fromEntries(sdls), options)
}

/** A document that asks each of them for its part. */
export function joinedDocument(count: number): string {
  const parts = Array.from(
    { length: count },
    (_, index) => `part${index} { text count flag items { text count } }`,
  )
  return `{ thing { ${parts.join(' ')} } }`
}
