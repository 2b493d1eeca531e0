/** Who a verified access token speaks for. */
export interface VerifiedCaller {
  readonly clientId: string
  /** the acting officer, or the client itself when a system asks */
  readonly subject: string
  /** code of the caller's agency, where the token names it */
  readonly agency: string | null
  /** the one purpose the token was given for */
  readonly purpose: string
  readonly scopes: readonly string[]
  /** the acting role, where the token names it */
  readonly role: string | null
  /** RFC 7638 thumbprint of the key the token is bound to */
  readonly jkt: string
  /** seconds since 1970 */
  readonly expiresAt: number
}
