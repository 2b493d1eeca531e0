import { randomBytes } from 'node:crypto'
import { HmacKey } from './hmac.ts'
import type { HopCaller } from './hop-claims.ts'
import { currentSecond, HOP_TOKEN_HEADER, HOP_TOKEN_SECONDS } from './hop-token.ts'

const SERIES_BYTES = 16

/** What stands in a caller's tokens whatever it asks, and the beginning of a token that says so. */
interface Standing {
  /** As it came with its last request. */
  readonly caller: HopCaller
  readonly beginning: string
  /** That request's id, as JSON. */
  readonly requestId: string
}

// Requests under the same rights share their list of scopes.
const standings = new WeakMap<readonly string[], Standing>()

let lastTimes = { now: Number.NaN, text: '' }

/**
 * Mints the tokens of fetches to one agency, each as good as `mintHopToken` makes it: what they all say, or
 * all of a caller's, is written once, and the key is made ready once.
 */
export class HopMinter {
  /** The claims up to the number of the token, since a `jti` is a series of this minter's own and a number. */
  readonly #opening: string
  #minted = 0
  #key: Uint8Array | undefined
  readonly #hmac = new HmacKey()

  /** For an agency, by name. */
  constructor(audience: string) {
    const series = randomBytes(SERIES_BYTES).toString('base64url')
    this.#opening = `"iss":"hub-gateway","aud":${JSON.stringify(audience)},"jti":"${series}.`
  }

  /** The token of one fetch, under the agency's key as it is now; `now` is in seconds since 1970. */
  mint(caller: HopCaller, bodyHash: string, key: Uint8Array, now = currentSecond()): string {
    if (key !== this.#key) {
      this.#hmac.take(key)
      this.#key = key
    }
    const { beginning, requestId } = standingOf(caller)
    this.#minted += 1
    const own = `${this.#opening}${this.#minted}${timesOf(now)}${requestId},"bh":"${bodyHash}"}`
    const rest = Buffer.from(own).toString('base64url')
    return `${beginning}${rest}.${this.#hmac.of('base64url', beginning, rest)}`
  }
}

function timesOf(now: number): string {
  if (lastTimes.now !== now) {
    const text = `","iat":${now},"exp":${now + HOP_TOKEN_SECONDS},"requestId":`
    lastTimes = { now, text }
  }
  return lastTimes.text
}

function standingOf(caller: HopCaller): Standing {
  const known = standings.get(caller.scopes)
  if (known?.caller === caller) return known
  const isSame = known !== undefined && isSameStanding(known.caller, caller)
  const beginning = isSame ? known.beginning : writeBeginning(caller)
  const standing = { caller, beginning, requestId: JSON.stringify(caller.requestId) }
  standings.set(caller.scopes, standing)
  return standing
}

/** Whether all that a caller's tokens say is the same but the request; lists that are not one object are not. */
function isSameStanding(one: HopCaller, other: HopCaller): boolean {
  for (const name of Object.keys(one) as (keyof HopCaller)[]) {
    if (name !== 'requestId' && one[name] !== other[name]) return false
  }
  return true
}

function writeBeginning(caller: HopCaller): string {
  const { requestId: _ofOneRequest, ...standing } = caller
  const text = Buffer.from(`${JSON.stringify(standing).slice(0, -1)},`)
  // base64url can be written on where a whole number of three bytes ends; JSON takes the blanks
  const padding = Buffer.from(' '.repeat((3 - (text.length % 3)) % 3))
  return `${HOP_TOKEN_HEADER}.${Buffer.concat([text, padding]).toString('base64url')}`
}
