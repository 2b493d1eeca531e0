import { Writable } from 'node:stream'

/** Everything a hub logged during a suite. */
export interface CapturedLogs {
  readonly stream: Writable
  text(): string
}

/** A stream that keeps what is written to it. */
export function captureLogs(): CapturedLogs {
  const parts: string[] = []
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      parts.push(chunk.toString())
      done()
    },
  })
  return { stream, text: () => parts.join('') }
}
