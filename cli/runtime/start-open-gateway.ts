import { readFileSync } from 'node:fs'
import { readAuthConfig } from '../../auth/config.ts'
import { readGatewayConfig } from '../../gateway/config.ts'
import { buildOpenGateway } from '../../gateway/start-open-gateway.ts'
import { hubError } from '../../schemas/errors.ts'
import { createLogger } from '../../subgraphs/_kit/create-logger.ts'
import { listen } from './listen.ts'
import type { RunningGateway } from './start-gateway.ts'

/** Lets the gateway answer over a foreign supergraph's file. Throws `CONFIG_INVALID`. */
export async function startOpenGateway(file: string): Promise<RunningGateway> {
  const config = readGatewayConfig()
  const { isProduction } = readAuthConfig()
  const supergraphSdl = readSupergraph(file)
  const log = createLogger('gateway', config.logLevel)
  const app = buildOpenGateway({ config, isProduction, supergraphSdl, log })
  await listen(app, { host: config.host, port: config.port, variable: 'HUB_PORT' })
  return { url: new URL('/graphql', config.publicUrl), stop: () => app.close() }
}

function readSupergraph(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const reason = 'names a file that cannot be read'
    throw hubError('CONFIG_INVALID', { variable: '--supergraph', reason }, error)
  }
}
