import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { hubError } from '../../schemas/errors.ts'

/**
 * Lets a server listen and answers the port it got (0 asks for any free one). Throws `PORT_TAKEN`
 * naming the variable that moves it.
 */
export async function listen(
  app: FastifyInstance,
  {
    host,
    port,
    variable,
  }: { readonly host: string; readonly port: number; readonly variable: string },
): Promise<number> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    await app.close()
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') throw hubError('PORT_TAKEN', { port, host, variable })
    const reason = `cannot listen on ${host} port ${port} (${code})`
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw hubError('CONFIG_INVALID', { variable: 'HUB_HOST', reason })
    }
    if (code === 'EACCES') throw hubError('CONFIG_INVALID', { variable, reason })
    throw error
  }
  return (app.server.address() as AddressInfo).port
}
