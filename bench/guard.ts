import { performance } from 'node:perf_hooks'
import { DEMO_CITIZEN, post, signIn, type HubAnswer } from '../test/support/client.ts'
import {
  COMMENTS,
  COSTLY,
  FRAGMENT_CYCLE,
  OVERSIZED,
  eventsQuery,
} from '../test/support/oversized-documents.ts'
import { startTestHub, type RunningHub } from '../test/support/running-hub.ts'

const ATTEMPTS = 20
const MOST_MS = 50
const REFUSED_STATUS = 400
/** Ten seconds' worth of it may be spent at once: three times OneStopPerson, which costs 219. */
const COST_PER_SECOND = 70

type GuardCase = readonly [
  name: string,
  ask: () => Promise<HubAnswer>,
  /** Runs before anything is timed. */
  prepare?: () => Promise<void>,
]

interface Timed {
  readonly case: string
  readonly ms: number
  readonly slowest: number
  readonly codes: readonly string[]
  readonly isRefused: boolean
}

/**
 * Every question beyond the hub's limits, sent to a running one: milliseconds from request to refusal,
 * the median of 20 attempts and the slowest.
 */
export async function runBenchmark(): Promise<object> {
  const hub = await startTestHub({
    HUB_PUBLIC_RATE: '0',
    HUB_FAULTY_DOCUMENTS: '1000000',
    HUB_COST_PER_SECOND: String(COST_PER_SECOND),
  })
  const cases: Timed[] = []
  try {
    for (const each of [...casesOfStrangers(hub), ...(await casesOfClient(hub))]) {
      const timed = await timeCase(each)
      cases.push(timed)
      process.stderr.write(`${timed.ms} ms  ${timed.case}\n`)
    }
  } finally {
    await hub.stop()
  }
  const isQuick = cases.every(({ ms, isRefused }) => isRefused && ms < MOST_MS)
  return { benchmark: 'guard', allUnderMs: isQuick ? MOST_MS : null, cases }
}

function casesOfStrangers(hub: RunningHub): readonly GuardCase[] {
  const documents = [
    ...OVERSIZED,
    ['G4 a cycle of fragments', FRAGMENT_CYCLE],
    ['G9 150 kB of comments', COMMENTS],
  ] as const
  return documents.map(([name, query]) => [name, () => post(hub, JSON.stringify({ query }))])
}

/** What a client must be signed in for; its time includes the proof that it makes for each request. */
async function casesOfClient(hub: RunningHub): Promise<readonly GuardCase[]> {
  const desk = await signIn(hub, 'desk-jiaxian', 'joint-service')
  const id = DEMO_CITIZEN
  const askAll = (): Promise<HubAnswer> => desk.ask('OneStopPerson', { nationalId: id })
  const spend = async (): Promise<void> => {
    while ((await askAll()).status === 200);
  }
  const pages = ['1000000000', '-1', 'null'].map((size): GuardCase => [
    `G12 first: ${size}`,
    () => desk.send(eventsQuery(size), { id }),
  ])
  return [
    ...pages,
    ['G12 first: $n of 1e9', () => desk.send(eventsQuery('$n'), { id, n: 1e9 })],
    ['G13 over the most that one request may cost', () => desk.send(COSTLY, { id })],
    ['G13 over the budget in summed requests', askAll, spend],
  ]
}

async function timeCase([name, ask, prepare]: GuardCase): Promise<Timed> {
  await prepare?.()
  const times: number[] = []
  const codes = new Set<string>()
  let isRefused = true
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const started = performance.now()
    const { status, body } = await ask()
    times.push(performance.now() - started)
    codes.add(String(body.errors?.[0]?.extensions?.code))
    isRefused &&= status >= REFUSED_STATUS
  }
  times.sort((one, other) => one - other)
  const ms = rounded(times[ATTEMPTS / 2]!)
  return { case: name, ms, slowest: rounded(times.at(-1)!), codes: [...codes], isRefused }
}

function rounded(ms: number): number {
  return Math.round(ms * 100) / 100
}
