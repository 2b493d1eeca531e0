import type { FastifyInstance } from 'fastify'
import { createHopGate } from '../../auth/hop-gate.ts'
import type { SharedStore } from '../../auth/shared-store.ts'
import { hubError } from '../../schemas/errors.ts'
import type { DisclosureLog } from '../audit/disclosure-log.ts'
import { bodyOf, PEER_PATH, peerKey, type PeerQuestion } from '../hub/receipt/peer-gateways.ts'
import { requireJson } from './json-bodies.ts'

/** What other gateways are answered with. */
export interface PeerRouteParts {
  readonly log: DisclosureLog
  readonly subjectKey: Uint8Array
  readonly store: SharedStore
}

/**
 * `POST /peer/receipts`: the receipt of a request in this gateway's log, for the other gateways alone:
 * whoever cannot make their token gets 401 `HOP_TOKEN_…`.
 */
export function addPeerRoutes(
  app: FastifyInstance,
  { log, subjectKey, store }: PeerRouteParts,
): void {
  const key = peerKey(subjectKey)
  const admit = createHopGate({ audience: log.source.origin, keys: () => [key], store })
  app.route({
    method: 'POST',
    url: PEER_PATH,
    onRequest: requireJson,
    handler: async (request) => {
      const question = readQuestion(request.body)
      await admit(request.headers.authorization, Buffer.from(bodyOf(question)))
      const { caller, requestId, leafIndex } = question
      const receipt = caller
        ? await log.receiptFor(caller, question)
        : await log.source.receiptAt(requestId, leafIndex)
      if (!receipt) throw hubError('NOT_FOUND')
      return receipt
    },
  })
}

function readQuestion(body: unknown): PeerQuestion {
  const { leafIndex, requestId, caller } = Object(body) as Partial<PeerQuestion>
  const isPlace = Number.isSafeInteger(leafIndex) && typeof requestId === 'string'
  const { actor, client } = Object(caller) as {
    readonly actor?: unknown
    readonly client?: unknown
  }
  const isWho = caller === null || (typeof actor === 'string' && typeof client === 'string')
  if (!isPlace || !isWho) throw hubError('REQUEST_MALFORMED')
  return { leafIndex: leafIndex!, requestId, caller: caller as PeerQuestion['caller'] }
}
