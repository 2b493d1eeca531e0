import { createHash } from 'node:crypto'
import { GraphQLError, Kind, validate, type DocumentNode, type GraphQLSchema } from 'graphql'
import { LRUCache } from 'lru-cache'
import { hubError } from '../../schemas/errors.ts'
import { mentionsNationalId } from '../../schemas/scalars/national-id.ts'
import { parseGuarded } from './guard.ts'
import { asksForSchema, requireSchemaAlone } from './introspection.ts'
import type { RegisteredOperation } from './registered-operations.ts'

/** A document within the limits, parsed; valid only after `requireValid`. */
export interface KnownDocument {
  readonly document: DocumentNode
  /** SHA-256 of its text, hex: the name that caches and the log know it by. */
  readonly hash: string
  readonly isRegistered: boolean
  /** It asks for the schema, by `__schema` or `__type`. */
  readonly isIntrospection: boolean
}

/** A document that does not fit the schema: every fault of it. */
export class InvalidDocument extends Error {
  readonly faults: readonly GraphQLError[]

  constructor(faults: readonly GraphQLError[]) {
    super('the document is not valid')
    this.name = 'InvalidDocument'
    this.faults = faults
  }
}

/** Characters of free-form documents that are remembered, all together. */
const REMEMBERED_CHARACTERS = 8 * 1024 * 1024

/**
 * Documents by their text, so that each is parsed and validated once. Registered operations are
 * always known: no flood of others pushes them out.
 */
export class Documents {
  readonly #schema: GraphQLSchema
  readonly #registered: ReadonlyMap<string, KnownDocument>
  readonly #texts: ReadonlyMap<string, string>
  readonly #freeForm = new LRUCache<string, KnownDocument>({
    maxSize: REMEMBERED_CHARACTERS,
    sizeCalculation: (_document, text) => text.length,
  })
  readonly #faults = new WeakMap<KnownDocument, readonly GraphQLError[]>()

  constructor(schema: GraphQLSchema, registered: ReadonlyMap<string, RegisteredOperation>) {
    this.#schema = schema
    const operations = [...registered.values()]
    this.#registered = new Map(operations.map(({ text }) => [text, know(text, true)]))
    this.#texts = new Map(operations.map(({ documentId, text }) => [documentId, text]))
  }

  /** The registered operations. */
  get registered(): readonly KnownDocument[] {
    return [...this.#registered.values()]
  }

  /** The text of a registered operation by its `documentId`. */
  textOf(documentId: unknown): string | undefined {
    return typeof documentId === 'string' ? this.#texts.get(documentId) : undefined
  }

  /** A document within the limits. Throws what `parseGuarded` throws, and remembers nothing of it. */
  read(text: string): KnownDocument {
    const known = this.#registered.get(text) ?? this.#freeForm.get(text)
    if (known) return known
    const read = know(text, false)
    this.#freeForm.set(text, read)
    return read
  }

  /**
   * Throws `InvalidDocument` for one that does not fit the schema, `QUERY_INVALID` for one that asks
   * for the schema and for data at once. The faults are told as the schema that the caller may use has
   * them: to whoever may not see it, a thing that is closed is one that is not there.
   */
  requireValid(known: KnownDocument, visibleSchema: () => GraphQLSchema): void {
    let faults = this.#faults.get(known)
    if (!faults) {
      faults = faultsOf(this.#schema, known)
      this.#faults.set(known, faults)
    }
    if (faults.length > 0) {
      const visible = faultsOf(visibleSchema(), known)
      // none: all that it names is open to the caller, and so are the faults
      throw new InvalidDocument(visible.length > 0 ? visible : faults)
    }
    if (known.isIntrospection) requireSchemaAlone(known.document)
  }
}

function faultsOf(schema: GraphQLSchema, { document }: KnownDocument): readonly GraphQLError[] {
  // validation passes over all that stands under a root type that is not there
  const rootless = document.definitions.flatMap((node) =>
    node.kind === Kind.OPERATION_DEFINITION && !schema.getRootType(node.operation)
      ? [new GraphQLError(`The hub has no ${node.operation}.`)]
      : [],
  )
  return [...rootless, ...validate(schema, document, undefined, { hideSuggestions: true })]
}

function know(text: string, isRegistered: boolean): KnownDocument {
  if (mentionsNationalId(text)) throw hubError('NATIONAL_ID_LITERAL')
  const hash = createHash('sha256').update(text).digest('hex')
  const document = parseGuarded(text)
  return { document, hash, isRegistered, isIntrospection: asksForSchema(document) }
}
