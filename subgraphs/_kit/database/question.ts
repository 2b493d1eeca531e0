import type { Compilable, CompiledQuery, Kysely, RawBuilder } from 'kysely'
import { invariant } from '../../../schemas/invariant.ts'
import type { StatementResult } from './statement.ts'

/** Sends one statement outside of a transaction; its columns come back named as in TypeScript. */
export type Ask = (text: string, parameters: readonly unknown[]) => Promise<StatementResult>

const asks = new WeakMap<object, Ask>()

/** Lets questions on this Kysely pass by it: they are compiled already. */
export function askDirectly(db: object, ask: Ask): void {
  asks.set(db, ask)
}

/** Whether questions on this Kysely pass by it: outside of a transaction. */
export function isAskedDirectly(db: object): boolean {
  return asks.has(db)
}

/**
 * A question with one text for all times: built and compiled by Kysely when it is first asked, from
 * then on only given its parameters. What is asked may stand where a parameter may, and nowhere else:
 * a text that hangs on an argument is no such question, and stops at once.
 */
export function question<Database, Arguments extends readonly unknown[], Row>(
  build: (
    db: Kysely<Database>,
    ...args: Arguments
  ) => Pick<Compilable<Row>, 'compile'> | Pick<RawBuilder<Row>, 'compile'>,
): (db: Kysely<Database>, ...args: Arguments) => Promise<Row[]> {
  let compiled: CompiledQuery<Row> | undefined
  return async (db, ...args) => {
    compiled ??= compile(db, build, args.length)
    const parameters = compiled.parameters.map((each) =>
      each instanceof Placeholder ? args[each.index] : each,
    )
    const ask = asks.get(db)
    if (ask) return (await ask(compiled.sql, parameters)) as unknown as Row[]
    // a transaction has a session of its own
    return (await db.executeQuery<Row>({ ...compiled, parameters })).rows
  }
}

function compile<Database, Row>(
  db: Kysely<Database>,
  build: (db: Kysely<Database>, ...args: never) => object,
  count: number,
): CompiledQuery<Row> {
  const placeholders = Array.from({ length: count }, (_, index) => new Placeholder(index))
  const built = build(db, ...(placeholders as never)) as RawBuilder<Row>
  const compiled = built.compile(db)
  const isWhole = placeholders.every((each) => compiled.parameters.includes(each))
  invariant(isWhole, 'every argument of a question is a parameter of its statement')
  return compiled
}

/** Stands for an argument while a question is compiled. */
class Placeholder {
  readonly index: number

  constructor(index: number) {
    this.index = index
  }

  [Symbol.toPrimitive](): never {
    invariant(false, 'an argument of a question is a parameter, not a part of its text')
  }
}
