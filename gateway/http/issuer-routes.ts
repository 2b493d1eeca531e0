import type { FastifyInstance } from 'fastify'
import type { Issuer } from '../../auth/issuer/issuer.ts'

/** Where the embedded issuer is mounted. */
export const ISSUER_PATH = '/oidc'

/** Hands everything under the issuer's path to it, bodies unread. */
export async function addIssuerRoutes(app: FastifyInstance, issuer: Issuer): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
    scope.all(`${ISSUER_PATH}/*`, (request, reply) => {
      reply.hijack()
      issuer.callback(request.raw, reply.raw)
    })
  })
}
