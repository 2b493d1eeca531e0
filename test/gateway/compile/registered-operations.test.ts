import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { Kind, parse, print, type DefinitionNode } from 'graphql'
import {
  readRegisteredOperations,
  splitOperations,
} from '../../../gateway/compile/registered-operations.ts'

const FOLDER = new URL('../../../schemas/operations/', import.meta.url)

/** Operations and fragments of a folder's files, each as `print` writes it alone. */
const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.graphql'))
  .map((name) => parse(readFileSync(new URL(name, FOLDER), 'utf8')).definitions)

const isOperation = ({ kind }: DefinitionNode): boolean => kind === Kind.OPERATION_DEFINITION
const nameOf = (node: DefinitionNode): string => ('name' in node && node.name?.value) || ''
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** Text of an operation with what it spreads, found by its spelling and not by the gateway's code. */
function textOf(operation: DefinitionNode, file: readonly DefinitionNode[]): string {
  const reached = new Set<DefinitionNode>()
  for (let before = -1, text = print(operation); before < reached.size;) {
    before = reached.size
    for (const node of file.filter((each) => !isOperation(each))) {
      if (new RegExp(`\\.\\.\\.${nameOf(node)}\\b`).test(text)) reached.add(node)
    }
    text = [operation, ...reached].map(print).join('\n\n')
  }
  return [operation, ...file.filter((node) => reached.has(node))].map(print).join('\n\n')
}

describe('the identifier of a registered operation', () => {
  const operations = readRegisteredOperations()
  const all = files.flatMap((file) => file.filter(isOperation).map((node) => ({ node, file })))

  it('is there for every operation of the folder', () => {
    expect([...operations.keys()].toSorted()).toEqual(
      all.map(({ node }) => nameOf(node)).toSorted(),
    )
  })

  it.each(all.map(({ node, file }) => [nameOf(node), textOf(node, file)]))(
    'of %s is the SHA-256 of it alone, printed with the fragments it reaches',
    (name, text) => {
      expect(operations.get(name)).toEqual({ name, text, documentId: `sha256:${sha256(text)}` })
      expect(print(parse(text))).toBe(text)
    },
  )

  it('counts a fragment reached through another, and none that is not reached', () => {
    const [first, second] = splitOperations(
      parse(`
        query First { ...A }
        fragment C on Query { c }
        fragment B on Query { b }
        fragment A on Query { ...B }
        query Second { __typename }
      `),
    )
    const text = `query First {
  ...A
}

fragment B on Query {
  b
}

fragment A on Query {
  ...B
}`
    expect(first).toEqual({ name: 'First', text, documentId: `sha256:${sha256(text)}` })
    expect(second?.text).toBe('query Second {\n  __typename\n}')
  })
})
