import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { TokenVerifier } from '../../auth/verify-token.ts'
import { hubError } from '../../schemas/errors.ts'
import type { DisclosureLog } from '../audit/disclosure-log.ts'
import { isLogOrigin } from '../audit/log-origin.ts'
import type { PeerGateways } from '../hub/receipt/peer-gateways.ts'
import type { Receipt } from '../audit/receipt.ts'

interface ReceiptRoute {
  readonly Params: { readonly leafIndex: string; readonly requestId: string }
  readonly Querystring: { readonly log?: string | readonly string[] }
}

/** What receipts are given from. */
export interface ReceiptRouteParts {
  readonly log: DisclosureLog
  readonly verifier: TokenVerifier
  /** The gateways that keep the other logs. */
  readonly peers: Pick<PeerGateways, 'receiptAt'> | undefined
}

/**
 * `GET /receipts/<leafIndex>/<requestId>?log=<name>`: the receipt of a request, for the caller that made
 * it, from whichever gateway keeps that log. It has salts, so anybody else reads what a request that never
 * was reads: `NOT_FOUND`. `RECEIPT_ELSEWHERE` where the other gateway does not answer.
 */
export function addReceiptRoutes(
  app: FastifyInstance,
  { log, verifier, peers }: ReceiptRouteParts,
): void {
  const answer = async (request: FastifyRequest<ReceiptRoute>): Promise<Receipt> => {
    const { authorization, dpop } = request.headers
    const { method, url, params } = request
    const caller = await verifier.verify({ authorization, dpop, method, url })
    if (!/^\d{1,15}$/.test(params.leafIndex)) throw hubError('NOT_FOUND')
    const who = { actor: caller.subject, client: caller.clientId }
    const place = { leafIndex: Number(params.leafIndex), requestId: params.requestId }
    const { log: origin = log.source.origin } = request.query
    if (typeof origin !== 'string' || !isLogOrigin(origin)) throw hubError('NOT_FOUND')
    const isElsewhere = peers && origin !== log.source.origin
    const receipt = isElsewhere
      ? await peers.receiptAt(origin, { ...place, caller: who })
      : await log.receiptFor(who, place)
    if (!receipt) throw hubError('NOT_FOUND')
    return receipt
  }
  app.route<ReceiptRoute>({
    method: 'GET',
    url: '/receipts/:leafIndex/:requestId',
    handler: answer,
  })
}
