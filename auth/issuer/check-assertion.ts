import { errors, type KoaContextWithOIDC } from 'oidc-provider'

/** Longest a client assertion may live, and so the longest that one is remembered. */
const MAX_ASSERTION_SECONDS = 300

/**
 * What the provider leaves open of a client assertion (RFC 7523 §3, FAPI 2.0 §5.3.2.1): it speaks of
 * the client itself, to this issuer alone, and not for long.
 *
 * @throws InvalidClientAuth
 */
export async function checkAssertion(
  ctx: KoaContextWithOIDC,
  claims: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { iss, sub, aud, iat, exp } = claims
  if (sub !== iss) throw new errors.InvalidClientAuth('sub must be the client, as iss is')
  if (aud !== ctx.oidc.issuer) throw new errors.InvalidClientAuth('aud must be the issuer alone')
  const begins = typeof iat === 'number' ? iat : Date.now() / 1000
  if (typeof exp !== 'number' || exp - begins > MAX_ASSERTION_SECONDS) {
    throw new errors.InvalidClientAuth(`exp may be ${MAX_ASSERTION_SECONDS} s ahead at most`)
  }
}
