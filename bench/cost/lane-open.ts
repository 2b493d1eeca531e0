import { readFileSync } from 'node:fs'
import { parse, print } from 'graphql'
import { pino } from 'pino'
import { stripAccess } from '../../gateway/compile/strip-access.ts'
import { readGatewayConfig } from '../../gateway/config.ts'
import { buildOpenGateway } from '../../gateway/start-open-gateway.ts'
import { reportReady } from '../gateway/lane.ts'

// Run as a process: the same gateway over the same agencies with nothing of disclosure in it. The rules
// are taken out of the supergraph, and it is started open: no session, agreement, price, log. Hop tokens
// are minted as ever.

const [agencies = ''] = process.argv.slice(2)
const file = new URL('../../schemas/supergraph.graphql', import.meta.url)
const rules = parse(readFileSync(file, 'utf8'))
const supergraphSdl = print(stripAccess(rules)).replaceAll(
  /name: "(\w+)", url: "[^"]+"/g,
  (_whole, name: string) => `name: "${name}", url: "${agencies}/${name}"`,
)
const app = buildOpenGateway({
  config: readGatewayConfig({ NODE_ENV: 'development' }),
  isProduction: false,
  supergraphSdl,
  log: pino({ level: 'silent' }),
})
const origin = await app.listen({ port: 0, host: '127.0.0.1' })
reportReady({ url: `${origin}/graphql` })
