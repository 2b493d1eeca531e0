import { post, type HubAnswer } from './client.ts'
import type { RunningHub } from './running-hub.ts'

/** Checks that a request was refused as a whole, by this status and code, with nothing else said. */
export function expectRefusal({ status, body }: HubAnswer, expected: number, code: string): void {
  expect({ status, code: body.errors?.[0]?.extensions?.code }).toEqual({ status: expected, code })
  expect(body.data ?? null).toBeNull()
  expect(JSON.stringify(body)).not.toMatch(/\bat .*\.[jt]s:\d|node_modules|postgres:|127\.0\.0\.1/)
}

/** Checks that the hub lives and answers a public question. */
export async function expectStillUp(hub: RunningHub): Promise<void> {
  expect((await fetch(`${hub.origin}/health/live`)).status).toBe(200)
  const query = '{ administrativeAreas(level: COUNTY) { code } }'
  const { status, body } = await post(hub, JSON.stringify({ query }))
  expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined })
}
