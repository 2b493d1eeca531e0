/** How names begin that the gateway gives in documents; no client may use such. */
export const OWN_NAMES = 'hub__'

const NUMBERED = new RegExp(`^${OWN_NAMES}\\d+_`)

/** A name that nobody has yet for a field. */
export function ownName(number: number, field: string): string {
  return `${OWN_NAMES}${number}_${field}`
}

/** What to call a field in the path of an error: nobody knows the gateway's own names. */
export function nameTold(name: string): string {
  return name.replace(NUMBERED, '')
}
