import type { Logger } from 'pino'

/** Tells the log when the shared store went away and when it came back. */
export function tellStore(log: Logger): (isThere: boolean) => void {
  return (isThere) => {
    if (isThere) log.info('the shared store answers again')
    else log.error('the shared store is away: personal data is refused')
  }
}
