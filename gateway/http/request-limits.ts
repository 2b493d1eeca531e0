import type { SharedStore } from '../../auth/shared-store.ts'
import { type HubError, hubError } from '../../schemas/errors.ts'
import type { RequestContext } from '../execute/request-context.ts'
import type { LimitsConfig } from './limits-config.ts'

const DAY_SECONDS = 86_400
/** Seconds of its rate that a bucket holds at most. */
const COST_BURST_SECONDS = 10
const FAULT_SECONDS = 60
const AGENCY_SHARE = 4
const ALARM_EVERY_MS = 60_000

type Holder = Pick<RequestContext, 'access' | 'caller' | 'log'>

/** What each sender, case and agency may still ask; budgets are shared by all gateways of one store. */
export class RequestLimits {
  readonly #store: SharedStore
  readonly #config: LimitsConfig
  readonly #underWay = new Map<string, number>()

  constructor(store: SharedStore, config: LimitsConfig) {
    this.#store = store
    this.#config = config
  }

  /** Who a request counts for: its client, or the address it came from. */
  senderOf({ caller }: Pick<RequestContext, 'caller'>, address: string): string {
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
   * case are used up, or the sender's documents were faulty too often.
   */
  async admit(sender: string, context: Holder): Promise<void> {
    await this.#requireFewFaults(sender, context)
    await this.#takeRequest(context)
  }

  /** Counts a document that the hub refused as wrong: many of them are someone guessing the schema. */
  async noteFault(sender: string): Promise<void> {
    await this.#store.take(`faults:${sender}`, 1, this.#faults)
  }

  /** Charges the cost of an operation to its client, case and agency. Throws `RATE_LIMITED`. */
  async charge(cost: number, { caller }: Pick<RequestContext, 'caller'>): Promise<void> {
    if (caller.client === null) return
    const rate = this.#config.costPerSecond
    await this.#take(`cost:client:${caller.client}`, cost, rate)
    await this.#take(`cost:agency:${caller.agency}`, cost, rate * AGENCY_SHARE)
    if (caller.case !== null) await this.#take(`cost:case:${caller.case}`, cost, rate)
  }

  async #takeRequest({ access, caller }: Holder): Promise<void> {
    // who brings no token is counted by address, before the body is read
    if (access === null) return
    const { id, limits } = access.agreement
    await this.#takeOfDay(`day:${id}:${caller.client}`, limits.perDay)
    if (caller.case !== null) await this.#takeOfDay(`case:${id}:${caller.case}`, limits.perCase)
  }

  async #requireFewFaults(sender: string, { caller, log }: Holder): Promise<void> {
    const seconds = await this.#store.take(`faults:${sender}`, 0, this.#faults)
    if (seconds === 0) return
    if (await this.#store.addIfAbsent(`alarm:${sender}`, ALARM_EVERY_MS)) {
      log.warn({ client: caller.client }, 'a sender is shut out after many faulty documents')
    }
    throw limited(seconds)
  }

  get #faults(): { readonly capacity: number; readonly perSecond: number } {
    const capacity = this.#config.faultyDocuments
    return { capacity, perSecond: capacity / FAULT_SECONDS }
  }

  async #takeOfDay(key: string, perDay: number): Promise<void> {
    refuseAfter(
      await this.#store.take(key, 1, { capacity: perDay, perSecond: perDay / DAY_SECONDS }),
    )
  }

  async #take(key: string, cost: number, perSecond: number): Promise<void> {
    refuseAfter(
      await this.#store.take(key, cost, { capacity: perSecond * COST_BURST_SECONDS, perSecond }),
    )
  }

  #leave(key: string): void {
    const left = (this.#underWay.get(key) ?? 1) - 1
    if (left > 0) this.#underWay.set(key, left)
    else this.#underWay.delete(key)
  }
}

function refuseAfter(seconds: number): void {
  if (seconds > 0) throw limited(seconds)
}

function limited(seconds: number): HubError {
  return hubError('RATE_LIMITED', { seconds })
}
