import { connect } from 'node:net'

/** What came back on a raw connection, and how it ended. */
export interface RawAnswer {
  /** Status of the first answer; 0 where the connection closed without one. */
  readonly status: number
  readonly text: string
  readonly ms: number
}

export interface RawOptions {
  /** Sent after the first part, each after a pause. */
  readonly later?: readonly string[]
  readonly pauseMs?: number
  /** Milliseconds until our side gives up. */
  readonly deadlineMs?: number
}

/** Writes bytes to a server as they are and reads until the connection closes, or the deadline. */
export function exchangeRaw(
  origin: string,
  first: string,
  { later = [], pauseMs = 100, deadlineMs = 5_000 }: RawOptions = {},
): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin)
  const started = performance.now()
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname)
    let text = ''
    const timers = later.map((part, index) =>
      setTimeout(() => socket.write(part), pauseMs * (index + 1)),
    )
    const deadline = setTimeout(() => socket.destroy(), deadlineMs)
    socket.setEncoding('latin1')
    socket.on('data', (part: string) => (text += part))
    // a reset is an end like any other: what came before it counts
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearTimeout(deadline)
      for (const timer of timers) clearTimeout(timer)
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0)
      resolve({ status, text, ms: performance.now() - started })
    })
    socket.write(first)
  })
}
