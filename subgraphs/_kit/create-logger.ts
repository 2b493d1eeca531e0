import type { Writable } from 'node:stream'
import { pino, type Logger } from 'pino'

/** A quiet or speaking logger for a part of the hub; one JSON object a line. */
export function createLogger(part: string, level: string, destination?: Writable): Logger {
  const options = { level, base: { part }, timestamp: pino.stdTimeFunctions.isoTime }
  return destination ? pino(options, destination) : pino(options)
}
