import { readdirSync, existsSync } from 'node:fs'
import { readSubgraphSdl, withShareableImport } from '../../../subgraphs/_kit/subgraph-schema.ts'
import { createFuzzSchema, type FuzzSchema } from './fuzz-schema.ts'
import type { WorldOptions } from './random-world.ts'

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@shareable", "@external", "@requires", "@provides", "@interfaceObject", "@inaccessible", "@override"])`

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
      id: ID! name: String @shareable born: Int secret: String @inaccessible home: Place books: [Book!] films: [Film]
      earned: Int @requires(fields: "books { price(unit: USD) }") }
    type Book @key(fields: "id") {
      id: ID! price(unit: Money = TWD): Int @external royalty: Int @requires(fields: "price(unit: USD)")
      levy: Int @requires(fields: "price(unit: TWD)") }
    type Film @key(fields: "id") { id: ID! }
    enum Money { TWD USD }
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

const TRANSIT = {
  lines: `${LINK}
    type Query { lines: [Line!] line(id: ID!, kind: LineKind): Line routes(within: Box): [[Route!]] find(text: String = "a"): [Found!] }
    type Mutation { openLine(input: LineInput!): LineOpened! closeLine(id: ID!): Line }
    interface Named { name: String }
    interface Route implements Named @key(fields: "id") { id: ID! name: String stops: [Stop!] span: Span }
    type Line implements Route & Named @key(fields: "id") @key(fields: "code") {
      id: ID! code: String! name: String stops: [Stop!] span: Span kind: LineKind legs: [[Leg]]
      keeper: Driver @provides(fields: "name office { town }") zones: [Int] }
    type Ferry implements Route & Named @key(fields: "id") {
      id: ID! name: String stops: [Stop!] span: Span crew: [Driver]! harbour: Place @shareable }
    type Stop @key(fields: "id") { id: ID! }
    type Driver @key(fields: "id") { id: ID! name: String @external office: Office @external }
    type Office { town: String @external }
    type Leg { from: Stop to: Stop! minutes: Int }
    type Span @shareable { from: Int to: Int place: Place }
    type Place @shareable { town: String road: Road }
    type Road @shareable { name: String! width: Int }
    type LineOpened { line: Line! on: [Route] }
    union Found = Line | Ferry | Stop | Leg
    enum LineKind { BUS RAIL NIGHT }
    input LineInput { name: String! kind: LineKind box: Box }
    input Box { left: Int = 0 names: [String!] }`,
  stops: `${LINK}
    type Query { stop(id: ID!): Stop! keeper: Worker nearest(box: Box): [Stop] place: Place @shareable }
    type Mutation { moveStop(id: ID!, to: Box!): Stop }
    type Stop @key(fields: "id") {
      id: ID! name: String place: Place lines: [Line!] zone(of: Int): Int level: Level shelter: [Shelter] rail: Boolean @inaccessible }
    type Line @key(fields: "code") { code: String! depot: Place }
    type Worker @key(fields: "id") @interfaceObject {
      id: ID! name: String @external stop: Stop badge: String @requires(fields: "name") rank: Level }
    interface Shelter { seats: Int stop: Stop }
    type Roof implements Shelter { seats: Int stop: Stop glass: Boolean }
    type Hall implements Shelter { seats: Int stop: Stop lines: [Line] }
    type Place @shareable { town: String road: Road }
    type Road @shareable { name: String! width: Int }
    enum Level { LOW HIGH }
    input Box { left: Int = 0 names: [String!] }`,
  fares: `${LINK}
    type Query { cheap: [Route] prices(of: Class): [Price!] }
    type Route @key(fields: "id") @interfaceObject {
      id: ID! name: String @external span: Span @external fare: Int @requires(fields: "name") pass: Pass @requires(fields: "span { from place { town } }")
      prices(rider: Rider): [Price!]! tickets: [Ticket] }
    type Stop @key(fields: "id") {
      id: ID! place: Place @external rail: Boolean @external charge: Int @requires(fields: "place { town road { name } } rail")
      level: Level @override(from: "stops") fee: Int! @requires(fields: "rail") }
    type Span @external { from: Int place: Place }
    type Place @external { town: String road: Road }
    type Road @external { name: String! }
    type Pass { days: Int! of: Route stop: Stop }
    union Ticket = Pass | Price
    type Price { amount: Int unit: String route: Route! }
    enum Rider { CHILD ADULT }
    enum Class { CITY COUNTRY }
    enum Level { LOW HIGH }`,
  people: `${LINK}
    type Query { workers(first: Int): [Worker!] boss: Worker! drivers: [[Driver!]!] }
    interface Worker @key(fields: "id") { id: ID! name: String boss: Worker }
    type Driver implements Worker @key(fields: "id") {
      id: ID! name: String @shareable office: Office @shareable boss: Worker drives: [Line] licence(on: String): [[String!]] }
    type Clerk implements Worker @key(fields: "id") { id: ID! name: String boss: Worker desk: Stop serves: [Ferry!] }
    type Line @key(fields: "id") { id: ID! workers: [Worker!] }
    type Ferry @key(fields: "id") { id: ID! workers: [Worker!] head: Driver }
    type Stop @key(fields: "id", resolvable: false) { id: ID! }
    type Office { town: String @shareable floor: Int }`,
}

/** Fields of the library that fail for some objects. */
const FAILING = new Set(['Author.born', 'Book.price', 'Film.minutes', 'Rent.days', 'Place.name'])

/** A supergraph of four subgraphs with most features of federation. */
export function createLibrary(): FuzzSchema {
  return createFuzzSchema(LIBRARY, { isFailing: (coordinate) => FAILING.has(coordinate) })
}

const FAILING_IN_TRANSIT = new Set([
  'Stop.name',
  'Driver.boss',
  'Line.kind',
  'Road.width',
  'Pass.days',
])

/** One with mutations, input objects, two keys for a type, two interface objects of one interface, nested requirements. */
export function createTransit(): FuzzSchema {
  const isFailing = (coordinate: string): boolean => FAILING_IN_TRANSIT.has(coordinate)
  return createFuzzSchema(TRANSIT, { isFailing, otherKey: 'code' })
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
