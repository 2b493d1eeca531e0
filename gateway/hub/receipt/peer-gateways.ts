import { hkdfSync } from 'node:crypto'
import { hashBody, mintHopToken } from '../../../auth/hop-token.ts'
import { PUBLIC_CALLER } from '../../../auth/hop-claims.ts'
import { hubError } from '../../../schemas/errors.ts'
import { createHttpTransport } from '../../agencies/http-transport.ts'
import type { AgencyTransport } from '../../agencies/transport.ts'
import type { ReceiptCaller, ReceiptPlace } from '../../audit/disclosure-log.ts'
import { readRecord } from '../../audit/logged-record.ts'
import type { Receipt } from '../../audit/receipt.ts'

/** Where a gateway answers the others. */
export const PEER_PATH = '/peer/receipts'

/** A receipt as one gateway asks another for it. */
export interface PeerQuestion extends ReceiptPlace {
  /** For whom alone, where the other gateway is to decide that; null where this one has. */
  readonly caller: ReceiptCaller | null
}

/** The other gateways whose logs are searched together with this one's. */
export interface PeerGateways {
  /**
   * The receipt that the log `origin` has, from the gateway that keeps it; nothing when it says that there
   * is none.
   *
   * @throws HubError RECEIPT_ELSEWHERE when that gateway is not known by address, does not answer, or
   *   answers with the receipt of another request
   */
  receiptAt(origin: string, question: PeerQuestion): Promise<Receipt | undefined>
  close(): Promise<void>
}

/** What other gateways are found and asked by. */
export interface PeerParts {
  /** Key of subjects' keys: who has the same may ask for what it opens. */
  readonly subjectKey: Uint8Array
  readonly deadlineMs: number
  /** The address of the gateway that keeps a log; null where it told none. */
  addressOf(origin: string): Promise<string | null>
}

const KEY_BYTES = 32

/** Asks the other gateways, each by a token for one question that only gateways of one key can make. */
export function createPeerGateways({ subjectKey, deadlineMs, addressOf }: PeerParts): PeerGateways {
  const key = peerKey(subjectKey)
  const transports = new Map<string, AgencyTransport>()
  return {
    async receiptAt(origin, question) {
      const address = await addressOf(origin)
      if (address === null) throw hubError('RECEIPT_ELSEWHERE', { origin })
      const transport = transports.get(address) ?? createHttpTransport(new URL(PEER_PATH, address))
      transports.set(address, transport)
      const body = bodyOf(question)
      const bodyHash = hashBody(body)
      const sent = transport.send({
        body,
        bodyHash,
        mintToken: () => mintHopToken({ ...claimsOf(question), aud: origin, bh: bodyHash }, key),
        expiresAt: performance.now() + deadlineMs,
        isRepeatable: false,
      })
      const reply = await sent.catch((cause: unknown) => {
        throw hubError('RECEIPT_ELSEWHERE', { origin }, cause)
      })
      if (reply.status === 404) return undefined
      if (reply.status !== 200) throw hubError('RECEIPT_ELSEWHERE', { origin })
      return readReceipt(reply.body, origin, question)
    },
    async close() {
      await Promise.all([...transports.values()].map((transport) => transport.close()))
    },
  }
}

function readReceipt(text: string, origin: string, { requestId }: PeerQuestion): Receipt {
  try {
    const receipt = JSON.parse(text) as Receipt
    const told = receipt.records.map(({ record }) => readRecord(Buffer.from(record)).requestId)
    // it has salts: those of another request are another caller's
    if ([receipt.requestId, ...told].every((one) => one === requestId)) return receipt
  } catch (cause) {
    throw hubError('RECEIPT_ELSEWHERE', { origin }, cause)
  }
  throw hubError('RECEIPT_ELSEWHERE', { origin })
}

/** The key of tokens between gateways, of those that share the key of subjects' keys alone. */
export function peerKey(subjectKey: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', subjectKey, '', 'hub receipts between gateways', KEY_BYTES))
}

/** A question as it is sent: the same bytes for the same question, as its token names them. */
export function bodyOf({ leafIndex, requestId, caller }: PeerQuestion): string {
  const who = caller && { actor: caller.actor, client: caller.client }
  return JSON.stringify({ leafIndex, requestId, caller: who })
}

function claimsOf({ requestId }: PeerQuestion): typeof PUBLIC_CALLER & { requestId: string } {
  // a client of its own: a token of nobody's would pass unremembered while the store is away
  return { ...PUBLIC_CALLER, sub: 'gateway', client: 'gateway', requestId }
}
