import type { Compilable, Kysely, RawBuilder } from 'kysely'
import { StatementError } from './database-error.ts'
import { isAskedDirectly, question } from './question.ts'

type Ask<Key, Row> = (keys: readonly Key[]) => Promise<readonly Row[]>

/** One of those who wait for a statement, and the rows that are theirs. */
interface Asker<Key, Row> {
  readonly keys: readonly Key[]
  readonly answer: PromiseWithResolvers<readonly Row[]>
}

/** Whoever asks about more keys has a statement alone: nobody waits for somebody else's thousand. */
const MOST_SHARED_KEYS = 100
/** By what a statement is asked besides its keys, such as days and purposes; nothing of a person. */
const MOST_REMEMBERED_TURNS = 64

/**
 * A `question` whose first argument is a list of keys and whose rows carry theirs in `column`: fetches
 * that ask it while a statement of it is under way share the next, and each is given the rows of its own keys
 * in the statement's order. So a row may hang on nothing but its key and the other arguments; who may see
 * it is decided after, caller by caller.
 */
export function questionByKey<
  Database,
  Key extends string | number,
  Others extends readonly (string | number | null)[],
  Row extends object,
>(
  column: keyof Row,
  build: (
    db: Kysely<Database>,
    keys: readonly Key[],
    ...others: Others
  ) => Pick<Compilable<Row>, 'compile'> | Pick<RawBuilder<Row>, 'compile'>,
): (db: Kysely<Database>, keys: readonly Key[], ...others: Others) => Promise<readonly Row[]> {
  const ask = question(build)
  const keyOf = (row: Row): Key => row[column] as Key
  const turnsOf = new WeakMap<object, Map<string, Turns<Key, Row>>>()
  return (db, keys, ...others) => {
    const alone: Ask<Key, Row> = (some) => ask(db, some, ...others)
    // a transaction sees what others must not
    if (keys.length > MOST_SHARED_KEYS || !isAskedDirectly(db)) return alone(keys)
    let byOthers = turnsOf.get(db)
    if (!byOthers) turnsOf.set(db, (byOthers = new Map()))
    const name = JSON.stringify(others)
    let turns = byOthers.get(name)
    if (!turns) {
      // whoever still waits in one that is forgotten is answered all the same
      if (byOthers.size === MOST_REMEMBERED_TURNS) byOthers.clear()
      turns = createTurns(alone, keyOf)
      byOthers.set(name, turns)
    }
    return turns(keys)
  }
}

type Turns<Key, Row> = Ask<Key, Row>

/** Takes turns at asking. */
function createTurns<Key, Row>(alone: Ask<Key, Row>, keyOf: (row: Row) => Key): Turns<Key, Row> {
  let isUnderWay = false
  const waiting: Asker<Key, Row>[] = []

  const begin = async (askers: readonly Asker<Key, Row>[]): Promise<void> => {
    isUnderWay = true
    await answerTogether(alone, keyOf, askers)
    isUnderWay = false
    if (waiting.length > 0) void begin(takeWaiting())
  }

  const takeWaiting = (): readonly Asker<Key, Row>[] => {
    let count = 0
    const next = waiting.findIndex(({ keys }) => (count += keys.length) > MOST_SHARED_KEYS)
    return waiting.splice(0, next === -1 ? waiting.length : next)
  }

  return (keys) => {
    const asker: Asker<Key, Row> = { keys, answer: Promise.withResolvers() }
    if (isUnderWay) waiting.push(asker)
    else void begin([asker])
    return asker.answer.promise
  }
}

async function answerTogether<Key, Row>(
  alone: Ask<Key, Row>,
  keyOf: (row: Row) => Key,
  askers: readonly Asker<Key, Row>[],
): Promise<void> {
  try {
    const rows = await alone([...new Set(askers.flatMap(({ keys }) => keys))])
    const shares = shareOut(rows, keyOf, askers)
    for (const [index, { answer }] of askers.entries()) answer.resolve(shares[index]!)
  } catch (error) {
    // what the server refuses for one asker's key is no fault of the others
    const isShared = askers.length > 1 && error instanceof StatementError
    for (const { keys, answer } of askers) {
      if (isShared) answer.resolve(alone(keys))
      else answer.reject(error)
    }
  }
}

/** Each asker's rows, in the order of the statement. */
function shareOut<Key, Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
  askers: readonly Pick<Asker<Key, Row>, 'keys'>[],
): readonly (readonly Row[])[] {
  if (askers.length === 1) return [rows]
  const shares = askers.map((): Row[] => [])
  const whose = new Map<Key, Row[][]>()
  for (const [index, { keys }] of askers.entries()) {
    for (const key of new Set(keys)) {
      const share = shares[index]!
      const known = whose.get(key)
      if (known) known.push(share)
      else whose.set(key, [share])
    }
  }
  for (const row of rows) whose.get(keyOf(row))?.forEach((share) => share.push(row))
  return shares
}
