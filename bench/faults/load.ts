import { createDpopProof } from '../../auth/client-token.ts'
import type { PrivateJwk } from '../../auth/keys/signing-key.ts'
import type { LaneReady } from '../gateway/lane.ts'

/** What a client was told of its request's record, in an answer that it got whole. */
export interface Told {
  readonly requestId: string
  readonly leafIndex: number
}

/** Clients that ask on and on, until their gateway is gone. */
export interface Load {
  /** Answers that came whole, in the order they came. */
  readonly told: readonly Told[]
  /** Returns when every client has noticed. */
  readonly ended: Promise<unknown>
}

/** Starts `clients` clients, each with one request at a time. */
export function startLoad(ready: LaneReady, body: string, clients: number): Load {
  const told: Told[] = []
  const ended = Promise.all(Array.from({ length: clients }, () => askOn(ready, body, told)))
  return { told, ended }
}

async function askOn(ready: LaneReady, body: string, told: Told[]): Promise<void> {
  for (;;) {
    const answer = await ask(ready, body)
    if (!answer) return
    told.push(answer)
  }
}

/** Nothing where the gateway went before the answer was whole. */
async function ask(
  { url, token = '', dpopKey }: LaneReady,
  body: string,
): Promise<Told | undefined> {
  const key = dpopKey as unknown as PrivateJwk
  const dpop = await createDpopProof({ key, method: 'POST', url, accessToken: token })
  const headers = {
    'content-type': 'application/json',
    authorization: `DPoP ${token}`,
    dpop,
    'hub-case': '1070510-0147',
  }
  let status: number
  let text: string
  try {
    const response = await fetch(url, { method: 'POST', headers, body })
    status = response.status
    text = await response.text()
  } catch {
    return undefined
  }
  if (status !== 200) throw new Error(`a client was answered ${status}`)
  const answer = JSON.parse(text) as { readonly extensions: { readonly disclosure: Told } }
  return answer.extensions.disclosure
}
