import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  createPeerGateways,
  type PeerGateways,
} from '../../../../gateway/hub/receipt/peer-gateways.ts'

const ORIGIN = 'hub.local/other'
const QUESTION = { leafIndex: 1, requestId: 'asked', caller: null }

let server: Server
let peers: PeerGateways
let answer: unknown

beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume()
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const subjectKey = Buffer.alloc(32, 1)
  peers = createPeerGateways({ subjectKey, deadlineMs: 1_000, addressOf: async () => address })
})
afterAll(async () => {
  await peers.close()
  await new Promise((resolve) => server.close(resolve))
})

const receiptOf = (requestId: string, recorded = requestId): object => ({
  requestId,
  checkpoint: '',
  records: [{ leafIndex: 1, record: JSON.stringify({ requestId: recorded }), inclusionProof: [] }],
  salts: [],
})

describe('what another gateway answers to the question for a receipt', () => {
  it('is handed on where it is of the request that was asked for', async () => {
    answer = receiptOf('asked')
    expect(await peers.receiptAt(ORIGIN, QUESTION)).toEqual(answer)
  })

  it.each([
    ['another request', receiptOf('another')],
    ['another request by its record', receiptOf('asked', 'another')],
    ['no request', {}],
    ['nothing', null],
  ])('is refused where it is of %s', async (_, told) => {
    answer = told
    await expect(peers.receiptAt(ORIGIN, QUESTION)).rejects.toMatchObject({
      code: 'RECEIPT_ELSEWHERE',
      message: 'The log hub.local/other has it; its gateway does not answer, try again.',
    })
  })
})
