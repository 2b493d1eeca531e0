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
