/** What composition says in passing. */
interface Hint {
  readonly definition: { readonly code: string }
  readonly message: string
}

/**
 * Hints that describe a choice and lose nothing. Every other hint fails composition: custom directives
 * that are dropped, types that conflict and descriptions that differ are all told as hints only.
 */
const HARMLESS = new Set([
  // A value type some agencies describe and others reference; the description is the same or absent.
  'UNUSED_ENUM_TYPE',
])

/** The hints that must not be there, as sentences. */
export function lintHints(hints: readonly Hint[]): readonly string[] {
  return hints
    .filter(({ definition }) => !HARMLESS.has(definition.code))
    .map(({ definition, message }) => `${definition.code}: ${message}`)
}
