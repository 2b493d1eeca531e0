import fastify, { type FastifyInstance } from 'fastify'
import { isAbstractType, isObjectType, type GraphQLSchema } from 'graphql'
import { hashBody } from '../../auth/hop-token.ts'
import mercuriusPlugin, { type MercuriusOptions } from 'mercurius'
import { createHubWorld } from '../../test/support/fuzz/fuzz-schemas.ts'
import type { RandomWorld } from '../../test/support/fuzz/random-world.ts'
import { reportReady } from './lane.ts'
import { MEASURED_WORLD } from './measured-world.ts'

// Run as a process: every agency of the hub at /<agency> by mercurius with JIT, over made-up facts worked
// out anew for every request.

const mercurius = mercuriusPlugin as unknown as (
  instance: FastifyInstance,
  options: MercuriusOptions,
) => Promise<void>

const { schemas, world } = createHubWorld(MEASURED_WORLD)
const app = fastify()
// as agencies answer: they say by its hash what they were asked
app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
  request.headers['hub-answers'] = hashBody(body)
  done(null, JSON.parse(String(body)))
})
app.addHook('onSend', async (request, reply) => {
  void reply.header('hub-answers', request.headers['hub-answers'])
})
for (const [name, schema] of schemas) {
  resolveFrom(schema, world)
  await app.register(async (agency) => {
    await agency.register(mercurius, { schema, path: `/${name}`, jit: 1 })
  })
}
reportReady({ url: await app.listen({ port: 0, host: '127.0.0.1' }) })

function resolveFrom(schema: GraphQLSchema, { fieldResolver, typeResolver }: RandomWorld): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue
    if (isAbstractType(type)) type.resolveType ??= typeResolver
    if (!isObjectType(type)) continue
    for (const field of Object.values(type.getFields())) field.resolve ??= fieldResolver
  }
}
