import { Presets, SingleBar } from 'cli-progress'

/** A progress bar on stderr where someone watches; silent in pipes and files. */
export interface Progress {
  start(total: number, what: string): void
  update(done: number, note?: string): void
  stop(): void
}

/** A bar with its unit, for long work. */
export function createProgress(): Progress {
  const bar = new SingleBar(
    {
      format: '{what} {bar} {percentage}% {note}',
      hideCursor: true,
      clearOnComplete: true,
      stream: process.stderr,
      noTTYOutput: false,
    },
    Presets.shades_classic,
  )
  return {
    start: (total, what) => bar.start(total, 0, { what, note: '' }),
    update: (done, note = '') => bar.update(done, { note }),
    stop: () => bar.stop(),
  }
}
