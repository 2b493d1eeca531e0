// DEL and C1 (which has an ANSI introducer of its own), marks and overrides of direction, and the
// separators that some terminals break lines at; JSON escapes the other control characters itself.
const STEERING = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/**
 * JSON that a terminal shows as it is: names and numbers come from registers and callers, and none of
 * their characters may move the cursor or turn the line around. What reads it gets the same values.
 */
export function terminalJson(value: unknown, indent?: number): string {
  const json = JSON.stringify(value, null, indent)
  return json.replaceAll(STEERING, (sign) => `\\u${hexOf(sign)}`)
}

function hexOf(sign: string): string {
  return sign.charCodeAt(0).toString(16).padStart(4, '0')
}
