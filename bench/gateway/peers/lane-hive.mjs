import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createGatewayRuntime } from '@graphql-hive/gateway'
import { unifiedGraphHandler } from '@graphql-hive/router-runtime'
import { Agent, fetch as undiciFetch } from 'undici'

// Run as a process: Hive Gateway with its Rust query planner, as it comes or with undici's own fetch, a
// wide pool and nothing it can do without; no token, no filter, no log.

const [supergraphFile = '', kind = ''] = process.argv.slice(2)
const supergraph = readFileSync(supergraphFile, 'utf8')
const dispatcher = new Agent({ connections: 64, pipelining: 1 })
const tuned = {
  logging: false,
  graphiql: false,
  landingPage: false,
  healthCheckEndpoint: false,
  readinessCheckEndpoint: false,
  maskedErrors: false,
  fetchAPI: { fetch: (url, init) => undiciFetch(url, { ...init, dispatcher }) },
}
const gateway = createGatewayRuntime({
  supergraph,
  unifiedGraphHandler,
  ...(kind === 'tuned' ? tuned : {}),
})
const server = createServer((request, response) => void gateway(request, response))
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ cpuMs: (user + system) / 1_000, rssBytes: process.memoryUsage.rss() })
})
process.on('disconnect', () => process.exit())
server.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${server.address().port}/graphql` })
})
