import { parseArgs } from 'node:util'
import autocannon from 'autocannon'
import { readRegisteredOperations } from '../gateway/compile/registered-operations.ts'
import { startLane, type Lane } from './gateway/lane.ts'
import { makeHeaders } from './gateway/load.ts'
import { startMoodyAgencies, type Mood, type MoodyAgencies } from './memory/moody-agencies.ts'

const AGENCIES = ['tax', 'vehicle', 'welfare', 'address', 'household']
const MOODS: readonly Mood[] = ['dies', 'hangs', 'garbage']
/** Of each minute all agencies are well for so long; then one fails. */
const WELL_SECONDS = 40
const ILL_SECONDS = 20
/** Memory that a minute may add, once the caches are full, and still be flat. */
const FLAT_MB = 0.5
const WARM_MINUTES = 2

interface Minute {
  readonly answered: number
  /** Not whole, while an agency failed. */
  readonly refused: number
  readonly rssMb: number
  /** What is left of the heap after a collection. */
  readonly heapMb: number
}

/**
 * The gateway, everything on, asked for minutes on end while agencies die, hang and answer garbage in
 * turn: resident memory and heap after a collection, minute by minute, and what a minute adds. A rejection
 * that nobody handles would end it. `--minutes N` (10), `--rate N` (200) requests a second.
 */
export async function runBenchmark(options: readonly string[]): Promise<object> {
  const { values } = parseArgs({
    args: [...options],
    options: { minutes: { type: 'string' }, rate: { type: 'string' } },
  })
  const minutes = Number(values.minutes ?? 10)
  const rate = Number(values.rate ?? 200)
  const well = await startLane('agencies', 'lane-agencies.ts', [])
  const moody = await startMoodyAgencies(new URL(well.ready.url))
  const hub = await startLane('hub', 'lane-hub.ts', [moody.url])
  try {
    const all: Minute[] = []
    for (let minute = 0; minute < minutes; minute++) {
      const next = await loadMinute(hub, moody, minute, rate)
      process.stderr.write(`minute ${minute + 1}: ${JSON.stringify(next)}\n`)
      all.push(next)
    }
    const steady = all.slice(Math.min(WARM_MINUTES, minutes - 1))
    const mbPerMinute = {
      rss: slope(steady.map(({ rssMb }) => rssMb)),
      heap: slope(steady.map(({ heapMb }) => heapMb)),
    }
    const isFlat = mbPerMinute.heap < FLAT_MB && mbPerMinute.rss < FLAT_MB
    return { benchmark: 'memory', node: process.version, rate, minutes: all, mbPerMinute, isFlat }
  } finally {
    moody.stop()
    for (const lane of [hub, well]) lane.stop()
  }
}

async function loadMinute(
  hub: Lane,
  moody: MoodyAgencies,
  minute: number,
  rate: number,
): Promise<Minute> {
  const good = await load(hub, WELL_SECONDS, rate)
  if (good.refused > 0)
    throw new Error(`${good.refused} requests failed while all agencies were well`)
  moody.setMood(AGENCIES[minute % AGENCIES.length], MOODS[minute % MOODS.length])
  const bad = await load(hub, ILL_SECONDS, rate)
  moody.setMood()
  const { rssBytes, heapBytes } = await hub.usage('collected')
  return {
    answered: good.answered + bad.answered,
    refused: bad.refused,
    rssMb: megabytes(rssBytes),
    heapMb: megabytes(heapBytes),
  }
}

async function load(
  hub: Lane,
  seconds: number,
  rate: number,
): Promise<{ readonly answered: number; readonly refused: number }> {
  const query = readRegisteredOperations().get('OneStopPerson')!.text
  const body = JSON.stringify({ query, variables: { nationalId: 'S223456786' } })
  const [headers = {}] = await makeHeaders(hub, 1)
  const result = await autocannon({
    url: hub.ready.url,
    method: 'POST',
    headers,
    body,
    connections: 32,
    duration: seconds,
    overallRate: rate,
    verifyBody: (text) => !String(text).includes('"errors"'),
  })
  return { answered: result['2xx'], refused: result.mismatches + result.non2xx + result.errors }
}

/** What each step adds, by least squares. */
function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const top = values.reduce((sum, value, at) => sum + (at - middle) * (value - mean), 0)
  const bottom = values.reduce((sum, _value, at) => sum + (at - middle) ** 2, 0)
  return bottom === 0 ? 0 : Math.round((top / bottom) * 1_000) / 1_000
}

function megabytes(bytes: number): number {
  return Math.round((bytes / 2 ** 20) * 10) / 10
}
