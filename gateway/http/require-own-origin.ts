import type { onRequestHookHandler } from 'fastify'
import { hubError } from '../../schemas/errors.ts'

/**
 * Refuses a request that a page of another origin sent: browsers name it in `Origin`, systems send
 * none. Throws `CSRF`.
 */
export function requireOwnOrigin(publicOrigin: string): onRequestHookHandler {
  return ({ headers: { origin } }, _reply, done) => {
    if (origin !== undefined && origin !== publicOrigin) throw hubError('CSRF')
    done()
  }
}
