/** Resolvers of one subgraph, as `@apollo/subgraph` takes them. */
type Resolvers = Readonly<Record<string, object>>

/** One subgraph of a scenario; the federation link is put before its SDL. */
export interface ScenarioSubgraph {
  readonly sdl: string
  readonly resolvers: Resolvers
}

/** One question to a scenario and what is right to answer. */
export interface ScenarioCase {
  readonly name: string
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
  /** Subgraphs that do not answer. */
  readonly down?: readonly string[]
  /** Changes what a subgraph answers, as a hostile or broken one would. */
  readonly tamper?: Readonly<Record<string, (data: Record<string, unknown>) => unknown>>
  readonly data: unknown
  /** Places of all errors, `books.0.price`, in alphabetical order; none by default. */
  readonly errors?: readonly string[]
  /** How many times each subgraph is asked, where that matters. */
  readonly asked?: Readonly<Record<string, number>>
  /** Representations one subgraph is sent in all, where that matters. */
  readonly represented?: Readonly<Record<string, number>>
  /** Code of the error that refuses it as a whole; `data` is null then. */
  readonly refused?: string
  /** What the reference executor gets wrong here; it is equal where nothing is said. */
  readonly referenceFault?: string
}

/** One federation feature: subgraphs over some data, questions, answers. */
export interface Scenario {
  readonly feature: string
  /** The hub's own rule of composition that refuses such subgraphs: the planner is wrong there. */
  readonly lint?: string
  readonly subgraphs: Readonly<Record<string, ScenarioSubgraph>>
  readonly cases: readonly ScenarioCase[]
}

/** A `__resolveReference` that looks rows up by what the representation says of some columns. */
export function findIn<Row extends object>(
  rows: readonly Row[],
  ...columns: readonly (keyof Row)[]
): (reference: Row) => Row | null {
  return (reference) =>
    rows.find((row) => columns.every((column) => row[column] === reference[column])) ?? null
}
