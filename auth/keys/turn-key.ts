/** A key with its instants in ISO, null where unknown. */
export interface DatedKey {
  readonly madeAt: string | null
  /** since when another is used in its place */
  readonly endedAt: string | null
}

/** A key that turns, of whatever kind, in its file. */
export interface TurnableKey {
  /** as the command names it: hop-tax, issuer, sealed-person */
  readonly name: string
  /** ms after its end within which a key may still be met; null: until an operator says it is not */
  readonly overlapMs: number | null
  /** the keys as they are, the used one first, each with what it may be called where others read it */
  list(): readonly (DatedKey & { readonly id: string })[]
  /** puts a new key beside the used one: whoever reads the file accepts it, nobody uses it yet */
  announce(): void
  /** uses the announced key from now on; the one before is accepted for its overlap */
  promote(now: Date): void
  /** takes out the keys that ended before `before` */
  retire(before: Date): void
}

/** A ring with a new key announced: behind the used one, so that it is accepted and not used. */
export function withAnnounced<Key extends DatedKey>(
  ring: readonly Key[],
  made: Key,
): readonly Key[] {
  const [used, ...others] = ring
  return used === undefined ? [made] : [used, made, ...others]
}

/** Whether a key stands announced: a turn that was ended midway goes on with it. */
export function hasAnnounced([, ...others]: readonly DatedKey[]): boolean {
  return others.some(({ endedAt }) => endedAt === null)
}

/** A ring that uses its announced key; the same ring where none is. */
export function withPromoted<Key extends DatedKey>(
  ring: readonly Key[],
  now: Date,
): readonly Key[] {
  const [used, ...others] = ring
  const next = others.find(({ endedAt }) => endedAt === null)
  if (used === undefined || next === undefined) return ring
  const ended = { ...used, endedAt: now.toISOString() }
  return [next, ended, ...others.filter((key) => key !== next)]
}

/** A ring without the keys that ended before an instant; the used and the announced stay. */
export function withoutEnded<Key extends DatedKey>(
  ring: readonly Key[],
  before: Date,
): readonly Key[] {
  return ring.filter(({ endedAt }) => endedAt === null || endedAt >= before.toISOString())
}
