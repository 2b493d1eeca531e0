import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openContext } from '../../test/support/federation/ask-scenario.ts'
import { createHubWorld } from '../../test/support/fuzz/fuzz-schemas.ts'
import { reportReady } from './lane.ts'

// Run as a process: every agency of the hub at /<agency>, over made-up facts. An answer is worked out
// once and then canned by the body that asked for it, so that gateways alone are measured.

const { agencies } = createHubWorld({ nullOneIn: Number.POSITIVE_INFINITY, leastItems: 1 })
const canned = new Map<string, Buffer>()
const context = openContext()

const server = createServer((request, response) => {
  // The gateway asks after their health.
  if (request.method === 'GET') {
    response.end()
    return
  }
  const respond = async (): Promise<void> => {
    const body = await readBody(request)
    const key = `${request.url} ${body}`
    const answer = canned.get(key) ?? (await answerTo(request.url ?? '', body))
    canned.set(key, answer)
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': answer.length,
    })
    response.end(answer)
  }
  void respond()
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => {
  reportReady({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
})

async function answerTo(url: string, body: string): Promise<Buffer> {
  const { query, variables = {} } = JSON.parse(body) as { query: string; variables?: object }
  const agency = agencies.get(url.slice(1))
  const request = { query, variables: { ...variables }, operationName: undefined }
  const answer = await agency?.fetch({ ...request, document: undefined, path: [] }, context)
  return Buffer.from(JSON.stringify({ data: answer?.data, errors: answer?.errors }))
}

function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => (body += chunk))
    request.on('end', () => resolve(body))
  })
}
