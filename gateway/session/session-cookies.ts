import type { IncomingHttpHeaders } from 'node:http'

/** Names the session; sent to no other site, read by no script, kept by browsers over https or loopback. */
export const SESSION_COOKIE = '__Host-hub-session'
/** Names one attempt to sign in; Lax, since it must come back with the redirect of another site. */
export const ATTEMPT_COOKIE = '__Host-hub-sign-in'

/** The value of a cookie in a request, or nothing where it is absent or there twice. */
export function readCookie(
  { cookie }: Pick<IncomingHttpHeaders, 'cookie'>,
  name: string,
): string | undefined {
  if (cookie === undefined) return undefined
  const start = cookie.indexOf(name)
  if (start < 0) return undefined
  // there once, and plainly: nothing need be taken apart
  if (isPair(cookie, start, name) && cookie.indexOf(name, start + 1) < 0) {
    const end = cookie.indexOf(';', start)
    return cookie.slice(start + name.length + 1, end < 0 ? undefined : end).trimEnd()
  }
  const values = cookie
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
  return values.length === 1 ? values[0]!.slice(name.length + 1) : undefined
}

function isPair(cookie: string, start: number, name: string): boolean {
  const isFirst = start === 0 || cookie.startsWith('; ', start - 2)
  return isFirst && cookie[start + name.length] === '='
}

/** Whether a request brings a session's cookie, of whatever value. */
export function hasSessionCookie({ cookie }: Pick<IncomingHttpHeaders, 'cookie'>): boolean {
  return cookie !== undefined && cookie.includes(`${SESSION_COOKIE}=`)
}

/** `Set-Cookie` of a session, for as long as the browser runs. */
export function sessionCookie(value: string): string {
  return `${SESSION_COOKIE}=${value}; Path=/; Secure; HttpOnly; SameSite=Strict`
}

/** `Set-Cookie` of an attempt to sign in. */
export function attemptCookie(value: string, maxAgeSeconds: number): string {
  return `${ATTEMPT_COOKIE}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}`
}

/** `Set-Cookie` that makes the browser forget one. */
export function forgottenCookie(name: string): string {
  return `${name}=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0`
}
