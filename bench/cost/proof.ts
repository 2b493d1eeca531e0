import { calculateJwkThumbprint } from 'jose'
import { createDpopProof } from '../../auth/client-token.ts'
import { isValidProof } from '../../auth/dpop.ts'
import { generateSigningKey } from '../../auth/keys/signing-key.ts'
import { createMemoryStore } from '../../auth/shared-store.ts'
import { cpuSince } from './compare.ts'

const TIMES = 300

/** Microseconds of CPU that the DPoP proof of one request takes, which a desk's session spares. */
export async function measureProof(): Promise<number> {
  const [key, url, accessToken] = [generateSigningKey(), 'https://hub.example/graphql', 'token']
  const { d: _d, ...publicKey } = key as unknown as Record<string, string>
  const jkt = await calculateJwkThumbprint(publicKey)
  const proofs = await Promise.all(
    Array.from({ length: TIMES }, () => createDpopProof({ key, method: 'POST', url, accessToken })),
  )
  const store = createMemoryStore()
  const before = process.cpuUsage()
  for (const proof of proofs) {
    if (!(await isValidProof(proof, { method: 'POST', url, accessToken, jkt }, store))) {
      throw new Error('a proof is not valid')
    }
  }
  return Math.round(cpuSince(before) / TIMES)
}
