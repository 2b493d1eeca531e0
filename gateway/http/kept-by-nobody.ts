/**
 * Headers of whatever may hold personal data: no cache on the way keeps it, no browser guesses what it is.
 */
export const KEPT_BY_NOBODY = [
  ['cache-control', 'no-store'],
  ['x-content-type-options', 'nosniff'],
] as const
