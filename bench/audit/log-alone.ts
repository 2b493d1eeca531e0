import { LogWriter } from '../../gateway/audit/log-writer.ts'
import type { NoteSigner } from '../../gateway/audit/signed-note.ts'
import { verifyLog } from '../../gateway/audit/verify-log.ts'
import { bytesIn, using } from './usage.ts'

/** How much a part appends: so many records, or as many as fit in the time. */
export interface Extent {
  readonly records: number
  readonly seconds: number
  readonly inFlight: number
}

const TEXT = `"at":"2018-05-10T01:02:03.004Z","text":"${'x'.repeat(600)}"}`

/** Ready records of the size of a short disclosure, through the log alone: what group commit takes. */
export async function measureLogAlone(
  folder: string,
  signer: NoteSigner,
  { records, seconds, inFlight }: Extent,
): Promise<object> {
  const onFault = (fault: unknown): void => {
    throw fault
  }
  const { writer } = await LogWriter.open({ folder, signer, onFault })
  const until = performance.now() + seconds * 1_000
  let next = 0
  const client = async (): Promise<void> => {
    while (next < records && performance.now() < until) {
      next++
      await writer.append([(seq) => Buffer.from(`{"seq":${seq},${TEXT}`)])
    }
  }
  const { usage } = await using(async () => {
    await Promise.all(Array.from({ length: inFlight }, client))
  })
  await writer.close()
  return {
    records: next,
    recordsPerSecond: Math.round(next / usage.seconds),
    ...usage,
    bytes: bytesIn(folder),
    ...(await measureVerifier(folder, signer)),
  }
}

/** How long the shipped verifier takes over a whole log. */
export async function measureVerifier(folder: string, signer: NoteSigner): Promise<object> {
  const { result, usage } = await using(async () => verifyLog(folder, signer.verifierKey))
  const { seconds: verifySeconds } = usage
  // The verifier gives the loop no time to look at its memory: this is what it left.
  const verifyRssMiB = Math.round(process.memoryUsage.rss() / 1_024 / 1_024)
  return { verifySeconds, verifyRssMiB, isSound: result.fault === null, verified: result.size }
}
