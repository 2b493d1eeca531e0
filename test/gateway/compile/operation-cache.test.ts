import { readFileSync } from 'node:fs'
import { Registry } from 'prom-client'
import { createRights, type Rights } from '../../../auth/rights.ts'
import { Documents } from '../../../gateway/compile/documents.ts'
import { loadSupergraph } from '../../../gateway/compile/load-supergraph.ts'
import { OperationCache, type DocumentRequest } from '../../../gateway/compile/operation-cache.ts'
import { readRegisteredOperations } from '../../../gateway/compile/registered-operations.ts'

const supergraph = loadSupergraph(
  readFileSync(new URL('../../../schemas/supergraph.graphql', import.meta.url), 'utf8'),
)
const operations = readRegisteredOperations()
const documents = new Documents(supergraph.apiSchema, operations)
const desk = createRights(['household:identity', 'tax:bills', 'vehicle:vehicles'], [])
const tax = createRights(['household:identity', 'tax:bills'], [])

function requestFor(text: string, operationName?: string): DocumentRequest {
  return { ...documents.read(text), operationName }
}

function openCache(): {
  readonly get: (request: DocumentRequest, rights: Rights | null) => unknown
  readonly metric: (line: string) => Promise<number>
} {
  const metrics = new Registry()
  const cache = new OperationCache(supergraph, metrics)
  return {
    get: (request, rights) => cache.get(request, rights),
    async metric(line) {
      const found = (await metrics.metrics()).split('\n').find((each) => each.startsWith(line))
      return Number(found?.split(' ').at(-1))
    },
  }
}

describe('the cache of compiled operations', () => {
  const registered = requestFor(operations.get('CitizenAtDesk')!.text)

  it('S7 keeps what is left for one caller from every other', () => {
    const { get } = openCache()
    expect(get(registered, desk)).toBe(get(registered, createRights(desk.scopes, [])))
    expect(get(registered, tax)).not.toBe(get(registered, desk))
    expect(get(registered, createRights(desk.scopes, ['p']))).not.toBe(get(registered, desk))
    expect(get(registered, null)).not.toBe(get(registered, createRights([], [])))
  })

  it('keeps registered operations through a flood of other documents and of wrong names', async () => {
    const { get, metric } = openCache()
    const kept = get(registered, desk)
    for (let index = 0; index < 60; index++) {
      get(requestFor(`{ doorPlate(id: "${index}") { id } }`), null)
      expect(() => get({ ...registered, operationName: `N${index}` }, desk)).toThrow(
        'The document has no operation of that name; check operationName.',
      )
    }
    expect(get(registered, desk)).toBe(kept)
    expect(await metric('hub_compiled_operations_kept{segment="registered"}')).toBe(1)
    expect(await metric('hub_compiled_operations_kept{segment="other"}')).toBe(120)
  })

  it('is bounded by the memory it takes', async () => {
    const { get, metric } = openCache()
    const wide = Array.from({ length: 29 }, (_, index) => `a${index}: id`).join(' ')
    const one = requestFor(`{ doorPlate(id: "1") { ${wide} } }`)
    for (let index = 0; index < 20; index++) get({ ...one, hash: `h${index}` }, null)
    const bytes = await metric('hub_compiled_operations_bytes{segment="other"}')
    expect(bytes).toBe(20 * (4_096 + 30 * 1_536))
    expect(await metric('hub_compile_seconds_count')).toBe(20)
  })
})
