import type { Logger } from 'pino'
import { describeFailure } from '../../schemas/describe-failure.ts'

/** Stops everything in order on the first Ctrl-C or TERM; a second one ends the process at once. */
export function stopOnSignal(running: readonly { stop(): Promise<void> }[]): void {
  let isStopping = false
  const stop = async (): Promise<void> => {
    if (isStopping) process.exit(1)
    isStopping = true
    for (const each of running) await each.stop()
    process.exit(0)
  }
  process.on('SIGINT', () => void stop())
  process.on('SIGTERM', () => void stop())
}

/**
 * Keeps the hub up when a promise fails that nobody waits for: the driver's look-up of array types
 * does when the database goes away in that moment. It is told in the log, by kind and place alone.
 */
export function outliveRejections(log: Logger): void {
  process.on('unhandledRejection', (reason) => {
    log.error({ reason: describeFailure(reason) }, 'a failure nobody waited for')
  })
}
