import type { IncomingHttpHeaders } from 'node:http'
import { hubError } from '../../schemas/errors.ts'

/**
 * Lets through what a page of the hub's own origin sent: a cookie says who sits at the browser, not
 * which page asks. Throws `CSRF`.
 */
export function requireOwnPage(headers: IncomingHttpHeaders, publicOrigin: string): void {
  if (headers.origin !== publicOrigin) throw hubError('CSRF')
  requireSameSite(headers)
}

/** Refuses what the browser itself says another site asked for. Throws `CSRF`. */
export function requireSameSite(headers: IncomingHttpHeaders): void {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw hubError('CSRF')
}
