import { isStoreAway, type Bucket, type SharedStore, type Take } from '../../auth/shared-store.ts'
import { type HubError, hubError } from '../../schemas/errors.ts'
import type { RequestContext } from '../execute/request-context.ts'
import type { LimitsConfig } from './limits-config.ts'

const DAY_SECONDS = 86_400
/** Seconds of its rate that a bucket holds at most. */
const COST_BURST_SECONDS = 10
const FAULT_SECONDS = 60
const AGENCY_SHARE = 4
const ALARM_EVERY_MS = 60_000

/** Its log is made when it is first read: most requests have nothing to say. */
type Holder = Pick<RequestContext, 'access' | 'caller' | 'log'>

/** What each sender, case and agency may still ask; budgets are shared by all gateways of one store. */
export class RequestLimits {
  readonly #store: SharedStore
  readonly #config: LimitsConfig
  readonly #underWay = new Map<string, number>()
  readonly #faults: Bucket
  /** Of a sender or a case, and of an agency. */
  readonly #costs: { readonly own: Bucket; readonly agency: Bucket }

  constructor(store: SharedStore, config: LimitsConfig) {
    this.#store = store
    this.#config = config
    const { faultyDocuments: capacity, costPerSecond } = config
    this.#faults = { capacity, perSecond: capacity / FAULT_SECONDS }
    this.#costs = { own: bucketOf(costPerSecond), agency: bucketOf(costPerSecond * AGENCY_SHARE) }
  }

  /** Who a request counts for: its member of staff, its client, or the address it came from. */
  senderOf(
    { caller, channel }: Pick<RequestContext, 'caller' | 'channel'>,
    address: string,
  ): string {
    // all staff ask through one client: one of them must not shut the others out
    if (channel === 'DESK' && caller.client !== null) return `staff:${caller.sub}`
    return caller.client === null ? `address:${address}` : `client:${caller.client}`
  }

  /**
   * Counts one request as under way until the answer is called. `key` is the token as it came, so that
   * a flood is stopped before its proofs are checked. Throws `RATE_LIMITED`.
   */
  begin(key: string): () => void {
    const already = this.#underWay.get(key) ?? 0
    if (already >= this.#config.parallelRequests) throw limited(1)
    this.#underWay.set(key, already + 1)
    return () => this.#leave(key)
  }

  /**
   * Lets a request of a known sender in. Throws `RATE_LIMITED`: the agreement's requests per day or
   * case are used up, or the sender's documents were faulty too often. Where the shared store is away,
   * whoever asks for public data alone is let in uncounted.
   */
  admit(sender: string, holder: Holder): void | Promise<void> {
    const taken = this.#store.take([
      // a cost of nothing asks whether anything is left
      { key: `faults:${sender}`, cost: 0, bucket: this.#faults },
      ...requestsOf(holder.access, holder.caller),
    ])
    const decide = (waits: readonly number[]): void | Promise<void> =>
      waits[0]! > 0 ? this.#shutOut(sender, waits[0]!, holder) : refuseAfter(waits)
    // the memory of this process answers at once
    if (!(taken instanceof Promise)) return decide(taken)
    return taken.then(decide).catch((error: unknown) => {
      if (holder.access !== null || !isStoreAway(error)) throw error
    })
  }

  /** Counts a document that the hub refused as wrong: many of them are someone guessing the schema. */
  async noteFault(sender: string): Promise<void> {
    await this.#store.take([{ key: `faults:${sender}`, cost: 1, bucket: this.#faults }])
  }

  /** Charges the cost of an operation to its client, case and agency. Throws `RATE_LIMITED`. */
  charge(
    cost: number,
    { caller, channel }: Pick<RequestContext, 'caller' | 'channel'>,
  ): void | Promise<void> {
    if (caller.client === null) return undefined
    const { own, agency } = this.#costs
    const takes = [
      { key: `cost:${this.senderOf({ caller, channel }, '')}`, cost, bucket: own },
      { key: `cost:agency:${caller.agency}`, cost, bucket: agency },
    ]
    if (caller.case !== null) takes.push({ key: `cost:case:${caller.case}`, cost, bucket: own })
    const taken = this.#store.take(takes)
    return taken instanceof Promise ? taken.then(refuseAfter) : refuseAfter(taken)
  }

  async #shutOut(
    sender: string,
    seconds: number,
    { caller, log }: Pick<Holder, 'caller' | 'log'>,
  ): Promise<never> {
    if (await this.#store.addIfAbsent(`alarm:${sender}`, ALARM_EVERY_MS)) {
      log.warn({ client: caller.client }, 'a sender is shut out after many faulty documents')
    }
    throw limited(seconds)
  }

  #leave(key: string): void {
    const left = (this.#underWay.get(key) ?? 1) - 1
    if (left > 0) this.#underWay.set(key, left)
    else this.#underWay.delete(key)
  }
}

/** A request of the agreement's day and case; who brings no token is counted by address before. */
function requestsOf(access: Holder['access'], caller: Holder['caller']): readonly Take[] {
  if (access === null) return []
  const { id, limits } = access.agreement
  const day = { key: `day:${id}:${caller.client}`, cost: 1, bucket: ofDay(limits.perDay) }
  if (caller.case === null) return [day]
  return [day, { key: `case:${id}:${caller.case}`, cost: 1, bucket: ofDay(limits.perCase) }]
}

function ofDay(capacity: number): Bucket {
  return { capacity, perSecond: capacity / DAY_SECONDS }
}

function bucketOf(perSecond: number): Bucket {
  return { capacity: perSecond * COST_BURST_SECONDS, perSecond }
}

function refuseAfter(waits: readonly number[]): void {
  const seconds = waits.at(-1) ?? 0
  if (seconds > 0) throw limited(seconds)
}

function limited(seconds: number): HubError {
  return hubError('RATE_LIMITED', { seconds })
}
