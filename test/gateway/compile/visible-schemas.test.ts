import { buildSchema, printSchema } from 'graphql'
import type { AccessRule } from '../../../auth/access-rules.ts'
import { createRights } from '../../../auth/rights.ts'
import { VisibleSchemas } from '../../../gateway/compile/visible-schemas.ts'

const apiSchema = buildSchema(`
  type Query {
    "Open to all."
    open(by: Order, text: String): Open
    "Nothing is left of what it leads to."
    emptied: Emptied
    needs(secret: String!): Open
    picks(filter: Filter!): Open
    thing: Thing
    either: Either
  }
  type Mutation { change: Open }
  type Open { id: ID day: Day }
  type Emptied { only: String }
  interface Thing { id: ID }
  type Plain implements Thing { id: ID }
  type Strict implements Thing { id: ID }
  union Either = Plain | Strict
  enum Order { NAME INCOME }
  input Filter { town: String! income: Int }
  scalar Day
  type Unreached { id: ID }
`)

const RULES = {
  'Emptied.only': 'a',
  'Query.needs(secret:)': 'a',
  'Query.open(text:)': 'a',
  'Filter.income': 'a',
  'Order.INCOME': 'a',
  'Mutation.change': 'a',
  Strict: 'b',
  Day: 'c',
}
const rules = new Map<string, readonly AccessRule[]>(
  Object.entries(RULES).map(([coordinate, scope]) => [coordinate, [[[scope]]]]),
)
const schemas = new VisibleSchemas({ apiSchema, rules })
const shown = (...scopes: readonly string[]): string =>
  printSchema(schemas.of(createRights(scopes, [])))

describe('the schema under some rights', () => {
  it('has nothing that is closed, and nothing that cannot be asked for without it', () => {
    expect(shown()).toBe(
      `
type Query {
  """Open to all."""
  open(by: Order): Open
  picks(filter: Filter!): Open
}

type Open {
  id: ID
}

enum Order {
  NAME
}

input Filter {
  town: String!
}`.trim(),
    )
  })

  it('has an interface and a union only where every type of them is open', () => {
    expect(shown('a')).not.toMatch(/Thing|Either|Plain|Strict/)
    const whole = shown('b')
    expect(whole).toContain('union Either = Plain | Strict')
    expect(whole).toContain('type Strict implements Thing')
  })

  it('has all that the roots reach under all rights', () => {
    const whole = shown('a', 'b', 'c')
    expect(whole).toContain('needs(secret: String!): Open')
    expect(whole).toContain('emptied: Emptied')
    expect(whole).toContain('type Mutation')
    expect(whole).toContain('scalar Day')
    expect(whole).not.toContain('Unreached')
  })

  it('is kept by rights', () => {
    const of = (scope: string): object => schemas.of(createRights([scope], []))
    expect(of('a')).toBe(of('a'))
    expect(of('a')).not.toBe(of('b'))
  })
})
