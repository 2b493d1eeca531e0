import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { loadAgreements } from '../../auth/agreement.ts'
import { createIssuer, type Issuer } from '../../auth/issuer/issuer.ts'
import { DESK_CLIENT_ID, listSampleClients } from '../../auth/issuer/sample-clients.ts'
import { type KeyStore, openKeyStore } from '../../auth/keys/key-store.ts'
import type { JwkSet } from '../../auth/keys/signing-key.ts'

export const AUDIENCE = 'urn:hub:gateway'

/** The embedded issuer over HTTP on loopback, with the sample's clients and new keys. */
export interface LoopbackIssuer extends Issuer {
  readonly keys: KeyStore
  /** faults of the issuer itself; a test that expects none looks here */
  readonly faults: readonly Error[]
  stop(): Promise<void>
}

/** Starts one; with `desk` it knows that client of its staff's, by key and address. */
export async function startLoopbackIssuer(desk?: {
  readonly jwks: JwkSet
  readonly redirectUri: string
}): Promise<LoopbackIssuer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hub-issuer-'))
  const keys = openKeyStore({ dataDir })
  const faults: Error[] = []
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const agreements = loadAgreements('auth/agreements')
  const issuer = createIssuer({
    issuerUrl: `http://127.0.0.1:${port}/oidc`,
    audience: AUDIENCE,
    keys: keys.issuerKeys(),
    agreements,
    clients: [
      ...listSampleClients(agreements, keys),
      ...(desk ? [{ id: DESK_CLIENT_ID, jwks: desk.jwks }] : []),
    ],
    ...(desk && { redirectUri: desk.redirectUri }),
    onFault: (fault) => faults.push(fault),
  })
  server.on('request', issuer.callback)
  return {
    ...issuer,
    keys,
    faults,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
