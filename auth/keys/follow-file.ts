import { statSync } from 'node:fs'

const LOOK_EVERY_MS = 1_000

/**
 * What a file says, looked at again every second that it is asked for: a running process takes a new
 * key without a restart. A file that has become unreadable leaves what was read before.
 */
export function followFile<Value>(file: string, read: () => Value, now = Date.now): () => Value {
  let value: Value | undefined
  let seen = ''
  let lookedAt = -Infinity
  return () => {
    if (value !== undefined && Math.abs(now() - lookedAt) < LOOK_EVERY_MS) return value
    lookedAt = now()
    const stamp = stampOf(file)
    if (value === undefined) value = read()
    else if (stamp !== seen) value = readAgain(read) ?? value
    // a file that the first look made has a stamp only now
    seen = stamp === '' ? stampOf(file) : stamp
    return value
  }
}

function readAgain<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

function stampOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats === undefined ? '' : `${stats.ino} ${stats.size} ${stats.mtimeMs}`
}
