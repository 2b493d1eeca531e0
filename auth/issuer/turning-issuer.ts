import type { JwkSet, PrivateJwk } from '../keys/signing-key.ts'
import type { Issuer } from './issuer.ts'

/** An issuer that is built anew when its keys have turned: new tokens are signed by the new key. */
export function createTurningIssuer(
  readKeys: () => JwkSet<PrivateJwk>,
  build: (keys: JwkSet<PrivateJwk>) => Issuer,
): Issuer {
  let known = readKeys()
  let issuer = build(known)
  return {
    url: issuer.url,
    jwksUri: issuer.jwksUri,
    tokenEndpoint: issuer.tokenEndpoint,
    callback(request, response) {
      const keys = readKeys()
      if (keys !== known) {
        known = keys
        issuer = build(keys)
      }
      issuer.callback(request, response)
    },
  }
}
