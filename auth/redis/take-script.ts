import { defineScript } from '@redis/client'

import type { Take } from '../token-buckets.ts'

const SCRIPT = `
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local waits = {}
for i, key in ipairs(KEYS) do
  local cost, capacity, rate = tonumber(ARGV[3 * i - 2]), tonumber(ARGV[3 * i - 1]), tonumber(ARGV[3 * i])
  local level = redis.call('HMGET', key, 'left', 'at')
  local left = capacity
  if level[1] then
    left = math.min(capacity, level[1] + math.max(0, now - level[2]) / 1000 * rate)
  end
  local needed = math.min(math.max(cost, 1), capacity)
  if left < needed then
    waits[i] = math.max(1, math.ceil((needed - left) / rate))
    return waits
  end
  waits[i] = 0
  if cost > 0 then
    left = left - math.min(cost, capacity)
    redis.call('HSET', key, 'left', left, 'at', now)
    redis.call('PEXPIRE', key, math.ceil((capacity - left) / rate * 1000) + 1000)
  end
end
return waits`

/**
 * Takes from several buckets in one step, by the store's own clock, so that gateways whose clocks
 * differ count alike. A bucket that is full again is forgotten, which is the same as full.
 */
export const takeScript = defineScript({
  SCRIPT,
  parseCommand(parser, keys: readonly string[], takes: readonly Take[]) {
    parser.pushKeysLength([...keys])
    for (const { cost, bucket } of takes) {
      parser.push(String(cost), String(bucket.capacity), String(bucket.perSecond))
    }
  },
  transformReply: undefined as unknown as () => number[],
})
