import { readFileSync } from 'node:fs'
import gatewayPlugin from '@mercuriusjs/gateway'
import fastify from 'fastify'

// Run as a process: @mercuriusjs/gateway with JIT, over the agencies' SDL as federation 1 knows it; no
// token, no filter, no log.

const [servicesFile = ''] = process.argv.slice(2)
const services = JSON.parse(readFileSync(servicesFile, 'utf8')).map((service) => ({
  ...service,
  mandatory: true,
}))
const app = fastify()
await app.register(gatewayPlugin, { gateway: { services }, jit: 1 })
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ cpuMs: (user + system) / 1_000, rssBytes: process.memoryUsage.rss() })
})
process.on('disconnect', () => process.exit())
const origin = await app.listen({ port: 0, host: '127.0.0.1' })
process.send?.({ url: `${origin}/graphql` })
