import type { AddressInfo } from 'node:net'
import type { AgencyFetcher } from '../../gateway/agencies/agency-client.ts'
import { openContext } from '../../test/support/federation/ask-scenario.ts'
import { createCannedServer } from './canned-server.ts'
import { reportReady } from './lane.ts'

/** Serves every agency at /<agency>, an answer worked out once and then canned by the body that asked for it. */
export function serveCanned(agencies: ReadonlyMap<string, AgencyFetcher>): void {
  const context = openContext()
  const server = createCannedServer(async (path, body) => {
    const { query, variables = {} } = JSON.parse(body) as { query: string; variables?: object }
    const agency = agencies.get(path.slice(1))
    const request = { query, variables: { ...variables }, operationName: undefined }
    const answer = await agency?.fetch({ ...request, document: undefined, path: [] }, context)
    const data = JSON.stringify(answer?.data)
    const subjects = [...new Set(`${data}${body}`.match(/Person~\d+/g))]
    const extensions = { asOf: '2018-05-10T00:00:00+08:00', subjects }
    return JSON.stringify({ data: answer?.data, errors: answer?.errors, extensions })
  })
  server.listen(0, '127.0.0.1', () => {
    reportReady({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
  })
}
