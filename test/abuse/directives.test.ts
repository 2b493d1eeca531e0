import { buildSubgraphSchema } from '@apollo/subgraph'
import { parse } from 'graphql'
import { composeSupergraph } from '../../cli/compose/compose-supergraph.ts'
import { loadSupergraph } from '../../gateway/compile/load-supergraph.ts'
import {
  createGuardedGateway,
  type GuardedAnswer,
  type GuardedAsk,
} from '../support/disclosure/guarded-gateway.ts'
import { composeAny } from '../support/disclosure/compose-any.ts'
import { createLocalAgency, type LocalAgency } from '../support/federation/local-agency.ts'

// What the hub’s own schema does not have (interfaces, unions, stricter implementations, arguments
// with rules) is tried on supergraphs of two small agencies.

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@external", "@requires", "@shareable", "@composeDirective", "@authenticated", "@requiresScopes", "@policy"])`
const INPUTS = `extend schema @composeDirective(name: "@inputScopes")
  @link(url: "https://specs.hub.local/inputAccess/v0.1", import: ["@inputScopes"])
  directive @inputScopes(scopes: [[String!]!]!) on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE`

const RECORDS = `${LINK} ${INPUTS}
  type Query { media: [Media] found: [Found] persons(by: Order, where: Filter, top: Int @inputScopes(scopes: [["r:top"]])): [Person] @authenticated }
  interface Media { id: ID title: String }
  type Book implements Media { id: ID title: String pages: Int }
  type Letter implements Media @requiresScopes(scopes: [["r:letters"]]) { id: ID title: String sender: String }
  union Found = Book | Secret
  type Secret @policy(policies: [["p"]]) { id: ID text: String }
  type Person @key(fields: "id") { id: ID! name: String @authenticated income: Int @requiresScopes(scopes: [["r:income"]]) sort: Kind }
  enum Kind @requiresScopes(scopes: [["r:kind"]]) { A B }
  enum Order { NAME INCOME @inputScopes(scopes: [["r:income"]]) }
  input Filter { name: String least: Int @inputScopes(scopes: [["r:income"]]) any: [Filter!] }`
const DERIVED = `${LINK} type Person @key(fields: "id") { id: ID! income: Int @external
  poor: Boolean @requires(fields: "income") @requiresScopes(scopes: [["d:poor"]]) }`

const person = { __typename: 'Person', id: '1', name: 'LEAK-NAME', income: 7, sort: 'A' }
const letter = { __typename: 'Letter', id: '3', title: 'LEAK-TITLE', sender: 'LEAK-SENDER' }
const book = { __typename: 'Book', id: '2', title: 'open', pages: 3 }
const secret = { __typename: 'Secret', id: '4', text: 'LEAK-TEXT' }

const records = createLocalAgency(
  'records',
  buildSubgraphSchema({
    typeDefs: parse(RECORDS),
    resolvers: {
      Query: { media: () => [book, letter], found: () => [book, secret], persons: () => [person] },
      Person: { __resolveReference: () => person },
    },
  }),
)
const derived = createLocalAgency(
  'derived',
  buildSubgraphSchema({
    typeDefs: parse(DERIVED),
    resolvers: { Person: { poor: ({ income }: typeof person) => income < 10 } },
  }),
)
const agencies = new Map<string, LocalAgency>([
  ['records', records],
  ['derived', derived],
])

// `poor` may not be composed over a fact of other scopes: the rule is put in after composition, as a
// supergraph made by another tool might carry it
const composed = composeAny({
  records: RECORDS,
  derived: DERIVED.replace('["d:poor"]', '["d:poor", "r:income"]'),
}).replaceAll(/\["d:poor", "r:income"\]|\["r:income", "d:poor"\]/g, '["d:poor"]')
const ask = createGuardedGateway(loadSupergraph(composed), agencies)

/** Asks, and tells which agencies were asked for it. */
async function tried(
  asked: GuardedAsk,
): Promise<GuardedAnswer & { readonly asked: readonly string[] }> {
  const before = [...agencies].map(([name, agency]) => [name, agency.asked()] as const)
  const answer = await ask(asked)
  const names = before.filter(([name, count]) => agencies.get(name)!.asked() > count)
  return { ...answer, asked: names.map(([name]) => name) }
}

async function expectRefused(asked: GuardedAsk, coordinate: string): Promise<void> {
  const { answer, asked: names } = await tried(asked)
  expect(Object.values(answer?.data ?? {})).toEqual([null])
  expect(answer?.errors.map(({ extensions }) => extensions)).toEqual([
    { code: 'UNAUTHORIZED_FIELD_OR_TYPE', coordinate },
  ])
  expect(names).toEqual([])
}

describe('one stricter type', () => {
  it.each([
    ['its field', '{ media { title } }'],
    ['the name of its type', '{ media { __typename } }'],
    ['a fragment', '{ media { ... on Letter { sender } } }'],
    ['another implementation', '{ media { ... on Book { pages } } }'],
  ])('Z3 closes its interface: %s', async (_what, query) => {
    await expectRefused({ query, scopes: [] }, 'Query.media')
  })

  it('Z3 opens it for whoever may see all', async () => {
    const query = '{ media { __typename title ... on Letter { sender } } }'
    const { answer } = await tried({ query, scopes: ['r:letters'] })
    expect(answer?.errors).toEqual([])
    expect(answer?.data?.['media']).toMatchObject([{ title: 'open' }, { sender: 'LEAK-SENDER' }])
  })

  it.each([
    ['its field', '{ found { ... on Secret { text } } }'],
    ['its name and number', '{ found { __typename } }'],
    ['a fragment of no type', '{ found { ... { __typename } } }'],
    ['another member', '{ found { ... on Book { title } } }'],
  ])('Z4 closes its union: %s', async (_what, query) => {
    await expectRefused({ query, scopes: ['p'] }, 'Query.found')
  })

  it('Z4 opens it for whoever holds the policy', async () => {
    const query = '{ found { ... on Secret { text } } }'
    const { answer } = await tried({ query, scopes: ['policy:p'] })
    expect(answer?.data?.['found']).toEqual([{}, { text: 'LEAK-TEXT' }])
  })

  it('Z5 of an enum closes the field', async () => {
    const { answer } = await tried({ query: '{ persons { sort name } }', scopes: [] })
    expect(answer?.data).toEqual({ persons: [{ sort: null, name: 'LEAK-NAME' }] })
    expect(answer?.errors[0]?.extensions).toMatchObject({ coordinate: 'Person.sort' })
  })
})

it('Z9 a value worked out of a forbidden one is not asked for at all', async () => {
  const asked = { query: '{ persons { poor } }', scopes: ['d:poor'] }
  const { refusal, asked: names } = await tried(asked)
  expect(refusal).toMatchObject({ code: 'UNAUTHORIZED_DEPENDENCY' })
  expect(refusal?.parameters).toEqual({ coordinate: 'Person.income' })
  expect(names).toEqual([])
  const allowed = await tried({ ...asked, scopes: ['d:poor', 'r:income'] })
  expect(allowed.answer?.data).toEqual({ persons: [{ poor: true }] })
})

describe('Z22 a forbidden field is no oracle', () => {
  it.each([
    ['an argument', '{ persons(top: 1) { name } }', 'Query.persons(top:)'],
    ['an order', '{ persons(by: INCOME) { name } }', 'Order.INCOME'],
    ['a filter', '{ persons(where: { least: 5 }) { name } }', 'Filter.least'],
    [
      'a filter in a list',
      '{ persons(where: { any: [{ name: "a" }, { least: 5 }] }) { name } }',
      'Filter.least',
    ],
    [
      'a filter whose value is a variable',
      'query ($x: Int) { persons(where: { least: $x }) { name } }',
      'Filter.least',
    ],
    ['a skipped one', 'query { persons(top: 1) @skip(if: true) { name } }', 'Query.persons(top:)'],
  ])('by %s', async (_how, query, coordinate) => {
    const { answer, asked } = await tried({ query, scopes: [] })
    expect(answer?.errors[0]?.extensions).toEqual({
      code: 'UNAUTHORIZED_FIELD_OR_TYPE',
      coordinate,
    })
    expect(answer?.data?.['persons'] ?? null).toBeNull()
    expect(asked).toEqual([])
  })

  it.each([
    ['a filter', 'query ($w: Filter) { persons(where: $w) { name } }', { w: { least: 5 } }],
    [
      'a deep filter',
      'query ($w: Filter) { persons(where: $w) { name } }',
      { w: { any: [{ least: 5 }] } },
    ],
    ['a null', 'query ($w: Filter) { persons(where: $w) { name } }', { w: { least: null } }],
    ['an order', 'query ($w: Order) { persons(by: $w) { name } }', { w: 'INCOME' }],
    ['a default', 'query ($w: Filter = { least: 5 }) { persons(where: $w) { name } }', {}],
  ])('by a variable: %s', async (_how, query, variables) => {
    const { refusal, asked } = await tried({ query, variables, scopes: [] })
    expect(refusal).toMatchObject({ code: 'UNAUTHORIZED_FIELD_OR_TYPE' })
    expect(asked).toEqual([])
    const allowed = await tried({ query, variables, scopes: ['r:income'] })
    expect(allowed.answer?.errors).toEqual([])
  })

  it('and what is open stays open', async () => {
    const query = 'query ($w: Filter, $o: Order) { persons(where: $w, by: $o) { name } }'
    const variables = { w: { name: 'a', any: [{ name: 'b' }] }, o: 'NAME' }
    const { answer } = await tried({ query, variables, scopes: [] })
    expect(answer?.errors).toEqual([])
  })
})

describe('Z10 a renamed directive', () => {
  const subgraph = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", as: "fed",
      import: [{ name: "@requiresScopes", as: "@needs" }])
    type Query { a: String @needs(scopes: [["s"]]) b: String @fed__authenticated c: String @fed__policy(policies: [["p"]]) }`

  it('holds as before, by its link', async () => {
    const renamed = createGuardedGateway(loadSupergraph(composeAny({ one: subgraph })), new Map())
    for (const scopes of [null, []]) {
      const { answer, refusal } = await renamed({ query: '{ a c }', scopes })
      if (scopes === null) expect(refusal).toMatchObject({ code: 'UNAUTHENTICATED' })
      else expect(answer?.data).toEqual({ a: null, c: null })
    }
  })

  it('that no link names stops the start', () => {
    const sdl = composeAny({ one: subgraph })
      .replace(/@link\(url: "https:\/\/specs\.apollo\.dev\/requiresScopes[^)]*\)/, '')
      .replaceAll('@needs', '@requiresScopes')
    expect(() => loadSupergraph(sdl)).toThrow(
      'supergraph: the supergraph defines @requiresScopes without a link, so no rule would hold',
    )
  })
})

describe('the build', () => {
  const faultsOf = (subgraphs: Readonly<Record<string, string>>): readonly string[] =>
    composeSupergraph(
      Object.entries(subgraphs).map(([name, sdl]) => ({ name, sdl, url: `http://${name}` })),
    ).faults ?? []
  const field = (rule: string): string =>
    `type Query { "甲" a("乙" x: Int ${rule}): Int @authenticated @shareable }`
  const rule = (scope: string): string => `@inputScopes(scopes: [["${scope}"]])`

  it('Z11 fails where an agency forgets to compose a directive', () => {
    const forgotten = INPUTS.replace('@composeDirective(name: "@inputScopes")', '')
    expect(faultsOf({ one: `${LINK} ${INPUTS} ${field(rule('s'))}` })).toEqual([])
    expect(faultsOf({ one: `${LINK} ${forgotten} ${field(rule('s'))}` })).toEqual([
      'one: @inputScopes is dropped by composition; link its spec and name it in @composeDirective',
      'one: the access rule of Query.a(x:) is lost in composition',
    ])
  })

  it('Z11 fails where an agency defines an access directive instead of linking it', () => {
    const unlinked = LINK.replace(', "@policy"', '').replace('import', 'import')
    const own = `${unlinked} directive @policy(policies: [[String!]!]!) on FIELD_DEFINITION
      type Query { "甲" a: Int @policy(policies: [["p"]]) }`
    expect(faultsOf({ one: own })).toContain('one: @policy has no @link, so no rule would hold')
  })

  it.each([
    ['an argument', field(rule('s')), field(rule('t')), 'Query.a(x:)'],
    [
      'a field',
      'type Query { "甲" a: Int @shareable @policy(policies: [["purpose:one"]]) }',
      'type Query { "甲" a: Int @shareable @policy(policies: [["purpose:two"]]) }',
      'Query.a',
    ],
  ])('Z12 fails where two agencies state different purposes for %s', (_what, one, two, at) => {
    const faults = faultsOf({
      one: `${LINK} ${INPUTS} ${one}`,
      two: `${LINK} ${INPUTS} ${two}`,
    })
    expect(faults).toContain(`${at}: one and two give it different access rules`)
  })
})
