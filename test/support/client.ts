import { createDpopProof, requestToken } from '../../auth/client-token.ts'
import { generateSigningKey, type PrivateJwk } from '../../auth/keys/signing-key.ts'
import {
  readRegisteredOperations,
  type RegisteredOperation,
} from '../../gateway/compile/registered-operations.ts'
import type { RunningHub } from './running-hub.ts'

/** An answer of the hub, as a client reads it. */
export interface HubAnswer {
  readonly status: number
  readonly headers: Headers
  // Tests look into answers of any shape.
  // oxlint-disable-next-line typescript/no-explicit-any -- the shape is what a test asserts
  readonly body: any
}

/** A partner agency's system, signed in for one purpose. */
export interface HubClient {
  /** Sends a registered operation. */
  ask(operation: string, variables: object, options?: AskOptions): Promise<HubAnswer>
  /** Sends the hash of a registered operation in place of its text. */
  askById(operation: string, variables: object, options?: AskOptions): Promise<HubAnswer>
  /** Sends any document. */
  send(query: string, variables?: object, options?: AskOptions): Promise<HubAnswer>
  readonly accessToken: string
  readonly dpopKey: PrivateJwk
}

export interface AskOptions {
  /** Case number; null sends none. */
  readonly caseNo?: string | null
  /** Sent as `hub-on-denied`. */
  readonly onDenied?: string
}

export const DEMO_CASE = '1070510-0147'
export const DEMO_CITIZEN = 'S223456786'

/** Signs a demo client in for a purpose. */
export async function signIn(
  hub: RunningHub,
  clientId: string,
  purpose: string,
): Promise<HubClient> {
  const dpopKey = generateSigningKey()
  const { accessToken } = await requestToken({
    issuer: `${hub.origin}/oidc`,
    clientId,
    privateJwk: hub.keys.clientKeys(clientId).keys[0],
    purpose,
    dpopKey,
  })
  const operations = readRegisteredOperations()

  async function sendBody(
    content: object,
    { caseNo = DEMO_CASE, onDenied }: AskOptions = {},
  ): Promise<HubAnswer> {
    const url = hub.graphqlUrl
    const dpop = await createDpopProof({ key: dpopKey, method: 'POST', url, accessToken })
    return post(hub, JSON.stringify(content), {
      authorization: `DPoP ${accessToken}`,
      dpop,
      ...(caseNo !== null && { 'hub-case': caseNo }),
      ...(onDenied !== undefined && { 'hub-on-denied': onDenied }),
    })
  }

  function find(operation: string): RegisteredOperation {
    const registered = operations.get(operation)
    if (!registered) throw new Error(`no registered operation ${operation}`)
    return registered
  }

  return {
    accessToken,
    dpopKey,
    send: (query, variables = {}, options) => sendBody({ query, variables }, options),
    ask: (operation, variables, options) =>
      sendBody({ query: find(operation).text, variables }, options),
    askById: (operation, variables, options) =>
      sendBody({ documentId: find(operation).documentId, variables }, options),
  }
}

/** Posts a raw body to the hub. */
export async function post(
  hub: RunningHub,
  body: string,
  headers: Record<string, string> = {},
): Promise<HubAnswer> {
  const response = await fetch(hub.graphqlUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
  return { status: response.status, headers: response.headers, body: await response.json() }
}
