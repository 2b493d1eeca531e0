/** A text so many times over, joined by spaces. */
export const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ')

/** A fragment that holds the one before it twice: 2^levels selections. */
function bomb(levels: number, leaf: string): string {
  const fragments = times(levels, (level) => {
    const inner = level === 0 ? leaf : `...F${level - 1} ...F${level - 1}`
    return `fragment F${level} on Query { ${inner} }`
  })
  return `{ ...F${levels - 1} } ${fragments}`
}

const nest = (depth: number): string =>
  `query ($id: NationalId!) { person(nationalId: $id) { registration { household {${' headOfHousehold { registration { household {'.repeat(depth)} id ${'}'.repeat(3 * depth)} } } } }`

/** Documents beyond a limit, by abuse case: each is refused with `OPERATION_LIMIT`. */
export const OVERSIZED: readonly (readonly [string, string])[] = [
  ['G1 100 aliases', `{ ${times(100, (n) => `a${n}: __typename`)} }`],
  ['G2 a field 500 times', `{ ${times(500, () => '__typename')} }`],
  ['G2 a field 5,000 times', `{ ${times(5_000, () => 'a')} }`],
  ['G3 a depth of 13', nest(4)],
  ['G3 a depth of 400', `${'{ a '.repeat(400)}${'}'.repeat(400)}`],
  ['G5 a fragment bomb of 2^22', bomb(22, 'a: __typename')],
  ['G5 a bomb of one key, 2^20', bomb(20, '__typename')],
  [
    'G6 inline fragments that overlap',
    `{ ${times(60, () => '... on Query { doorPlate(id: "1") { id } }')} }`,
  ],
  ['G7 200 known directives', `{ __typename ${'@include(if: true) '.repeat(200)} }`],
  ['G7 200 unknown directives', `{ __typename ${'@nothing '.repeat(200)} }`],
  ['G8 300 operations', times(300, (n) => `query Q${n} { __typename }`)],
  ['G8 two operations', 'query A { __typename } query B { __typename }'],
  ['G9 60 kB of comments', `{ __typename } ${'# x\n'.repeat(12_000)}`],
  [
    'G10 a list nested 3,000 deep',
    `{ doorPlate(id: ${'['.repeat(3_000)}${']'.repeat(3_000)}) { id } }`,
  ],
  [
    'G11 circular introspection',
    `{ __schema { types ${'{ fields { type '.repeat(8)} { name } ${'} }'.repeat(8)} } }`,
  ],
  [
    'G11 circular introspection within the depth',
    '{ __schema { types { fields { type { fields { type { name } } } } } } }',
  ],
  [
    'G11 introspection many times over',
    `{ __schema { types { ${times(25, (n) => `a${n}: fields { name }`)} } } }`,
  ],
  [
    'G14 31 unused fragments',
    `{ __typename } ${times(31, (n) => `fragment F${n} on Query { __typename }`)}`,
  ],
  [
    'G15 a sweep of 11 national IDs in one document',
    `query ($id: NationalId!) { ${times(11, (n) => `p${n}: person(nationalId: $id) { id }`)} }`,
  ],
]

/** G4 Two fragments that include each other. */
export const FRAGMENT_CYCLE = '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'

/** G9 More comments than a body may have bytes. */
export const COMMENTS = `{ __typename } ${'# x\n'.repeat(40_000)}`

/** G12 A page of a person’s register events, its size written out or as `$n`. */
export const eventsQuery = (size: string): string =>
  `query ($id: NationalId!${size === '$n' ? ', $n: Int' : ''}) { person(nationalId: $id) { registration { events(first: ${size}) { type } } } }`

const kin = (inner: string): string =>
  `members { person { registration { household { ${inner} } } } }`

/** G13 Fifteen times the kin of a household’s kin: within every limit but the cost. */
export const COSTLY = `query ($id: NationalId!) { person(nationalId: $id) { registration { household { ${times(15, (n) => `m${n}: ${kin(kin('members { relationToHead }'))}`)} } } } }`
