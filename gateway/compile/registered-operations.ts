import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import {
  Kind,
  parse,
  print,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql'

/** An operation that clients may name by the hash of its text. */
export interface RegisteredOperation {
  readonly name: string
  /** `sha256:<64 lower-case hex>` of `text` */
  readonly documentId: string
  /** The operation alone with the fragments it reaches. */
  readonly text: string
}

const FOLDER = new URL('../../schemas/operations/', import.meta.url)

/** The operations of `schemas/operations/*.graphql`, each alone, by name. */
export function readRegisteredOperations(
  folder = FOLDER,
): ReadonlyMap<string, RegisteredOperation> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'))
  return new Map(
    files
      .flatMap((file) => splitOperations(parse(readFileSync(new URL(file, folder), 'utf8'))))
      .map((operation) => [operation.name, operation]),
  )
}

/** Every operation of a document alone, printed with the fragments it reaches. */
export function splitOperations(document: DocumentNode): readonly RegisteredOperation[] {
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
  return document.definitions
    .filter((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION)
    .map((operation) => {
      const definitions = [operation, ...reachedFrom(operation, fragments)]
      const text = print({ kind: Kind.DOCUMENT, definitions })
      const hash = createHash('sha256').update(text).digest('hex')
      return { name: operation.name?.value ?? '', documentId: `sha256:${hash}`, text }
    })
}

function reachedFrom(
  operation: OperationDefinitionNode,
  fragments: readonly FragmentDefinitionNode[],
): readonly FragmentDefinitionNode[] {
  const reached = new Set<string>()
  const collect = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      [Kind.FRAGMENT_SPREAD]: ({ name }) => {
        if (reached.has(name.value)) return
        reached.add(name.value)
        const fragment = fragments.find((each) => each.name.value === name.value)
        if (fragment) collect(fragment)
      },
    })
  }
  collect(operation)
  return fragments.filter(({ name }) => reached.has(name.value))
}
