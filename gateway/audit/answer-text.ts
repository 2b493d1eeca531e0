import { canonicalJson } from './canonical-json.ts'
import type { DisclosedSubject } from './disclosure-log.ts'

/** The canonical JSON of an answer, and of what it shows of each person. */
export interface AnswerText {
  readonly whole: string
  /** In the order of `disclosed`. */
  readonly persons: readonly string[]
}

/** Writes an answer once: what it shows of persons are parts of that text. */
export function writeAnswer(data: unknown, disclosed: readonly DisclosedSubject[]): AnswerText {
  const texts = new Map<unknown, string>()
  for (const { data: shown } of disclosed) {
    if (Array.isArray(shown)) for (const object of shown) texts.set(object, '')
  }
  const whole = canonicalJson(data, texts)
  const textOf = (value: unknown): string => texts.get(value) || canonicalJson(value)
  const persons = disclosed.map(({ data: shown }) => {
    if (shown === data) return whole
    return Array.isArray(shown) ? `[${shown.map(textOf).join(',')}]` : textOf(shown)
  })
  return { whole, persons }
}
