import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { TokenVerifier } from '../../auth/verify-token.ts'
import { hubError } from '../../schemas/errors.ts'
import type { DisclosureLog } from '../audit/disclosure-log.ts'
import type { Receipt } from '../audit/receipt.ts'

interface ReceiptRoute {
  readonly Params: { readonly leafIndex: string; readonly requestId: string }
}

/**
 * `GET /receipts/<leafIndex>/<requestId>`: the receipt of a request, for the caller that made it. It
 * has salts, so anybody else reads what a request that never was reads: `NOT_FOUND`.
 */
export function addReceiptRoutes(
  app: FastifyInstance,
  { log, verifier }: { readonly log: DisclosureLog; readonly verifier: TokenVerifier },
): void {
  const answer = async (request: FastifyRequest<ReceiptRoute>): Promise<Receipt> => {
    const { authorization, dpop } = request.headers
    const { method, url, params } = request
    const caller = await verifier.verify({ authorization, dpop, method, url })
    if (!/^\d{1,15}$/.test(params.leafIndex)) throw hubError('NOT_FOUND')
    const receipt = await log.receiptFor(
      { actor: caller.subject, client: caller.clientId },
      { leafIndex: Number(params.leafIndex), requestId: params.requestId },
    )
    if (!receipt) throw hubError('NOT_FOUND')
    return receipt
  }
  app.route<ReceiptRoute>({
    method: 'GET',
    url: '/receipts/:leafIndex/:requestId',
    handler: answer,
  })
}
