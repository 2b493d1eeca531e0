import type { Rights } from '../../auth/rights.ts'

/** Scopes and policies as one set, policies as `policy:<name>`. */
export function heldBy(rights: Rights): ReadonlySet<string> {
  return new Set([...rights.scopes, ...rights.policies.map((policy) => `policy:${policy}`)])
}
