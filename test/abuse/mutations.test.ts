import { readFileSync } from 'node:fs'
import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLInputType,
} from 'graphql'
import { loadSupergraph } from '../../gateway/compile/load-supergraph.ts'
import { DEMO_CITIZEN, signIn } from '../support/client.ts'
import { countsOf } from '../support/counts.ts'
import { expectStillUp } from '../support/refusal.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

const { apiSchema } = loadSupergraph(
  readFileSync(new URL('../../schemas/supergraph.graphql', import.meta.url), 'utf8'),
)
const mutations = Object.values(apiSchema.getMutationType()?.getFields() ?? {})

const SCALARS: Readonly<Record<string, unknown>> = {
  Int: 1,
  Float: 1,
  Boolean: true,
  Date: '2018-05-10',
  NationalId: DEMO_CITIZEN,
}

let hub: RunningHub
beforeAll(async () => {
  hub = await startTestHub({ HUB_PUBLIC_RATE: '0' })
}, 90_000)
afterEach(() => expectStillUp(hub))
afterAll(() => hub?.stop())

/** A value that a schema takes for a type: everything that must be there. */
function valueFor(type: GraphQLInputType): unknown {
  const inner = getNullableType(type)
  if (isListType(inner)) return [valueFor(inner.ofType)]
  if (isEnumType(inner)) return inner.getValues()[0]!.name
  if (isInputObjectType(inner)) {
    const needed = Object.values(inner.getFields()).filter(({ type: of }) => isNonNullType(of))
    return Object.fromEntries(needed.map((field) => [field.name, valueFor(field.type)]))
  }
  return SCALARS[inner.name] ?? 'x'
}

describe('Z24 a change without its scope', () => {
  it('is tried for every change the hub knows', () => {
    expect(mutations.length).toBeGreaterThanOrEqual(7)
  })

  it.each(mutations.map((mutation) => [mutation.name, mutation] as const))(
    'leaves nothing done: %s',
    async (name, mutation) => {
      const client = await signIn(hub, 'local-tax', 'tax-assessment')
      const heads = mutation.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ')
      const given = mutation.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ')
      const variables = Object.fromEntries(
        mutation.args.map((arg) => [arg.name, valueFor(arg.type)]),
      )
      const below = isObjectType(getNullableType(mutation.type)) ? '{ __typename }' : ''
      const query = `mutation (${heads}) { ${name}(${given}) ${below} }`
      const before = [await countsOf(hub, hub.agencies), await hub.statements()]
      const { body } = await client.send(query, variables)
      expect(body.data).toEqual({ [name]: null })
      expect(body.errors[0].extensions).toEqual({
        code: 'UNAUTHORIZED_FIELD_OR_TYPE',
        coordinate: `Mutation.${name}`,
      })
      const stranger = await fetch(hub.graphqlUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      })
      expect(stranger.status).toBe(401)
      expect([await countsOf(hub, hub.agencies), await hub.statements()]).toEqual(before)
    },
  )
})
