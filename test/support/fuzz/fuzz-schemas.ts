import { readdirSync, existsSync } from 'node:fs'
import { readSubgraphSdl, withShareableImport } from '../../../subgraphs/_kit/subgraph-schema.ts'
import { createFuzzSchema, type FuzzSchema } from './fuzz-schema.ts'
import type { WorldOptions } from './random-world.ts'

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@shareable", "@external", "@requires", "@provides", "@interfaceObject", "@inaccessible"])`

const LIBRARY = {
  shelf: `${LINK}
    type Query { media: [Media!]! book(id: ID! = "t1", kind: Kind): Book search(text: String): [Result] grid: [[Book]] }
    interface Media @key(fields: "id") { id: ID! title: String tags: [String!] }
    type Book implements Media @key(fields: "id") {
      id: ID! title: String size: Size @shareable tags: [String!] author: Author @provides(fields: "name") pages(from: Int = 1): Int! kind: Kind }
    type Film implements Media @key(fields: "id") {
      id: ID! title: String size: Span tags: [String!] cast: [Author!]! minutes: Int }
    type Author @key(fields: "id") { id: ID! name: String @external }
    type Size @shareable { width: Int height: Int unit: Unit! }
    type Span { start: Int unit: Unit }
    type Unit @shareable { name: String }
    union Result = Book | Film | Author
    enum Kind { NOVEL POEM }`,
  people: `${LINK}
    type Query { authors: [Author!] author: Author! }
    type Author @key(fields: "id") {
      id: ID! name: String @shareable born: Int secret: String @inaccessible home: Place books: [Book!] films: [Film] }
    type Book @key(fields: "id") { id: ID! }
    type Film @key(fields: "id") { id: ID! }
    type Place { name: String! near: [Place] }`,
  ratings: `${LINK}
    type Query { best: Media worst: [Media] }
    type Media @key(fields: "id") @interfaceObject {
      id: ID! title: String @external stars: Int votes(over: Int): Int! review: Review label: String @requires(fields: "title") }
    type Author @key(fields: "id") { id: ID! secret: String @external fans: Int @requires(fields: "secret") }
    type Review { text: String! by: Author of: Media! }`,
  shop: `${LINK}
    type Query { cheapest: Book offers: [Offer!] }
    interface Offer { id: ID! price: Int }
    type Rent implements Offer @key(fields: "id") { id: ID! price: Int days: Int! film: Film }
    type Sale implements Offer @key(fields: "id") { id: ID! price: Int book: Book! }
    type Book @key(fields: "id") { id: ID! size: Size @shareable price(unit: Money = TWD): Int stock: [[Int!]!] }
    type Film @key(fields: "id") { id: ID! offers: [Offer!] }
    type Size @shareable { width: Int weight: Int }
    enum Money { TWD USD }`,
}

/** Fields of the library that fail for some objects. */
const FAILING = new Set(['Author.born', 'Book.price', 'Film.minutes', 'Rent.days', 'Place.name'])

/** A supergraph of four subgraphs with most features of federation. */
export function createLibrary(): FuzzSchema {
  return createFuzzSchema(LIBRARY, { isFailing: (coordinate) => FAILING.has(coordinate) })
}

/** The hub's own supergraph, every agency over made-up facts. */
export function createHubWorld(options?: WorldOptions): FuzzSchema {
  const folder = new URL('../../../subgraphs/', import.meta.url)
  const files = readdirSync(folder)
    .map((name) => [name, new URL(`${name}/schema.graphql`, folder)] as const)
    .filter(([, file]) => existsSync(file))
  return createFuzzSchema(
    Object.fromEntries(
      files.map(([name, file]) => [name, withShareableImport(readSubgraphSdl(file))]),
    ),
    options,
  )
}
