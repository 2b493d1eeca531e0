import { auditServer, type AuditResult } from 'graphql-http'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

let hub: RunningHub
let results: readonly AuditResult[]

beforeAll(async () => {
  hub = await startTestHub({ HUB_PUBLIC_RATE: '0' })
  results = await auditServer({ url: hub.graphqlUrl, fetchFn: fetch })
}, 90_000)
afterAll(() => hub?.stop())

/** A faulty document is status 400 for either media type: partners' systems act on it. */
const STATUS_OF_FAULTS = ['572B', 'FDE2', '7B9B']

const idsOf = (status: string): readonly string[] =>
  results.flatMap((result) => (result.status === status ? [result.id] : []))

// BF61, 2EA1 and 28B9 ask by introspection, which strangers are not served; the last test but one asks
// the same of public data
describe('the specification of GraphQL over HTTP', () => {
  it('is kept in every MUST that needs no introspection', () => {
    expect(idsOf('error')).toEqual(['BF61', '28B9'])
    expect(results.length).toBeGreaterThanOrEqual(60)
  })

  it('is kept in every SHOULD but those left for a reason', () => {
    expect(idsOf('warn')).toEqual(['2EA1', ...STATUS_OF_FAULTS])
  })

  it('UTF-8 and variables come through under both media types', async () => {
    const query = `query ($text: String!) { doorPlatesByAddress(text: $text, first: 1) { parsed { road } } }`
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const answer = await fetch(hub.graphqlUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8', accept },
        body: JSON.stringify({ query, variables: { text: '高雄市甲仙區文化路45號🏃' } }),
      })
      expect(answer.headers.get('content-type')).toBe(`${accept}; charset=utf-8`)
      expect(await answer.json()).toMatchObject({
        data: { doorPlatesByAddress: { parsed: { road: '文化路' } } },
      })
    }
  })

  it('an answer that no media type fits is refused with 406', async () => {
    const answer = await fetch(hub.graphqlUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/html' },
      body: JSON.stringify({ query: '{ __typename }' }),
    })
    expect(answer.status).toBe(406)
    expect(await answer.json()).toMatchObject({
      errors: [{ extensions: { code: 'ANSWER_TYPE_UNSUPPORTED' } }],
    })
  })
})
