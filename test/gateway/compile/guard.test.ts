import { DOCUMENT_LIMITS, parseGuarded } from '../../../gateway/compile/guard.ts'
import type { HubError } from '../../../schemas/errors.ts'

describe('a document', () => {
  it('within the limits is parsed', () => {
    expect(parseGuarded('query A { a b(text: "甲仙") }').definitions).toHaveLength(1)
  })

  it.each([
    ['plain', '"S223456786"'],
    ['with a letter escaped', '"\\u0053223456786"'],
    ['with a digit escaped', '"S22345678\\u0036"'],
    ['in wide characters that are escaped', '"\\uFF33223456786"'],
    ['with a wrong check digit', '"S223456785"'],
    ['inside a longer text', '"of \\u0053223456786, please"'],
    ['as a block string', '"""S223456786"""'],
    ['in a list inside an object', '{ ids: ["\\u0053223456786"] }'],
  ])('with a national ID %s is refused', (_how, value) => {
    expect(codeOf(`{ a(b: ${value}) }`)).toBe('NATIONAL_ID_LITERAL')
  })

  it('with a national ID as the default of a variable is refused', () => {
    expect(codeOf('query ($b: String = "\\u0053223456786") { a(b: $b) }')).toBe(
      'NATIONAL_ID_LITERAL',
    )
  })

  it.each([
    ['G1 31 aliases', `{ ${repeat(31, (n) => `a${n}: a`)} }`, 'aliases'],
    ['G3 depth 13', `${'{ a '.repeat(13)}${'}'.repeat(13)}`, 'depth'],
    ['G5 a bomb of fragments', bomb(22), 'expanded selections'],
    ['G5 a bomb under the same key', bomb(20, 'a'), 'expanded selections'],
    ['G7 21 directives', `{ a ${repeat(21, () => '@include(if: true)')} }`, 'directives'],
    ['G8 two operations', 'query A { a } query B { a }', 'operations'],
    ['G9 17 KiB of comments', `#${'x'.repeat(17 * 1024)}\n{ a }`, 'bytes'],
    ['G10 a list nested 3,000 deep', `{ a(b: ${'['.repeat(3000)}${']'.repeat(3000)}) }`, 'tokens'],
    ['11 root fields', `{ ${repeat(11, (n) => `a${n}`)} }`, 'root fields'],
    ['31 fragments', `{ a } ${repeat(31, (n) => `fragment F${n} on A { a }`)}`, 'fragments'],
  ] as const)('%s is refused by the name of the limit', (_what, source, limit) => {
    const started = performance.now()
    const error = errorOf(source)
    expect(error).toMatchObject({
      code: 'OPERATION_LIMIT',
      parameters: { limit, maximum: DOCUMENT_LIMITS[limit] },
    })
    expect(performance.now() - started).toBeLessThan(500)
  })

  it('G4 whose fragments include each other is refused', () => {
    const source = '{ ...A } fragment A on T { ...B } fragment B on T { ...A }'
    expect(codeOf(source)).toBe('OPERATION_LIMIT')
  })

  it('with an alias like those that the gateway adds and takes out again is refused', () => {
    expect(codeOf('{ a { hub__typename: b } }')).toBe('QUERY_INVALID')
    expect(codeOf('{ ...F } fragment F on T { hub__x: b }')).toBe('QUERY_INVALID')
  })

  it('with a syntax error is refused by place, without its text', () => {
    const { code, message } = errorOf('{ secretName( }')
    expect(code).toBe('QUERY_INVALID')
    expect(message).toContain('line 1, column 15')
    expect(message).not.toContain('secret')
  })
})

/** Fragments that each hold the next one twice. */
function bomb(doublings: number, key?: string): string {
  const last = `fragment F${doublings} on T { a }`
  const twice = (n: number): string =>
    key ? `${key} { ...F${n} } ${key} { ...F${n} }` : `...F${n} ...F${n}`
  return `{ ...F0 } ${repeat(doublings, (n) => `fragment F${n} on T { ${twice(n + 1)} }`)} ${last}`
}

function repeat(count: number, piece: (n: number) => string): string {
  return Array.from({ length: count }, (_, n) => piece(n)).join(' ')
}

function codeOf(source: string): string {
  return errorOf(source).code
}

function errorOf(source: string): HubError {
  try {
    parseGuarded(source)
  } catch (error) {
    return error as HubError
  }
  throw new Error('the document was let through')
}
