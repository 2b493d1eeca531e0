import { hash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { StatementError } from '../../_kit/database/database-error.ts'
import type { RequestScope } from '../../_kit/request-scope.ts'
import type { DoorPlateRejection } from '../generated.ts'
import type { Database } from '../queries.ts'
import { checkInput } from './check-plates.ts'
import { findEventLines, findTakenAddress } from './event-queries.ts'
import type { EventKind } from './event-tables.ts'
import type { EventLine, EventPlan } from './plan-event.ts'
import { demand, PlateRejection } from './rejection.ts'
import { noteEvent, takeTurn, writePlan, type EventRow } from './write-event.ts'

/** What every input of an officer carries. */
export interface EventInput {
  readonly key: string
  readonly effectiveDate: string
  readonly reason?: string | null
}

/** An event that an officer asks for. */
export interface EventRequest {
  readonly kind: EventKind
  readonly input: EventInput
  /** Reads and holds the plates, checks them, and says what is to be done; in the transaction. */
  plan(db: Kysely<Database>, eventId: string): Promise<EventPlan>
}

/** What became of a request: its lines, or why it was refused. */
export type EventOutcome =
  { readonly lines: readonly EventLine[] } | { readonly rejection: DoorPlateRejection }

/**
 * Records one event as one transaction: plates, history and outbox together, or nothing. A request
 * sent again under its key answers what was done the first time.
 */
export async function recordEvent(
  db: Kysely<Database>,
  scope: RequestScope,
  request: EventRequest,
): Promise<EventOutcome> {
  return withRejections(() =>
    db.transaction().execute(async (transaction) => {
      checkInput(request.input)
      const event = toRow(scope, request)
      await takeTurn(transaction)
      const before = await noteEvent(transaction, event)
      if (before !== null) {
        demand(before.inputHash === event.inputHash, 'KEY_USED')
        return { lines: await findEventLines(transaction, before.id) }
      }
      const plan = await request.plan(transaction, event.id)
      await checkFree(transaction, plan)
      await writePlan(transaction, event, plan)
      return { lines: plan.lines }
    }),
  )
}

/** Refuses a plan whose new addresses are not free once its closed plates have left theirs. */
export async function checkFree(db: Kysely<Database>, plan: EventPlan): Promise<void> {
  const seen = new Set<string>()
  for (const { addressKey, neighborhood, text } of plan.opened) {
    const address = `${addressKey}|${neighborhood ?? 0}`
    demand(!seen.has(address), 'ADDRESS_TAKEN', text)
    seen.add(address)
  }
  const taken = plan.opened.length > 0 ? await findTakenAddress(db, plan) : null
  if (taken !== null) throw new PlateRejection('ADDRESS_TAKEN', taken)
}

/** What `act` answers, or the rejection it ended with. */
export async function withRejections<Answer>(
  act: () => Promise<Answer>,
): Promise<Answer | { readonly rejection: DoorPlateRejection }> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof PlateRejection) return { rejection: error.rejection }
    // an import beside us may have taken the address in this very moment
    if (error instanceof StatementError && error.constraint === 'door_plate_address') {
      return { rejection: new PlateRejection('CONFLICT').rejection }
    }
    throw error
  }
}

function toRow({ caller }: RequestScope, { kind, input }: EventRequest): EventRow {
  const client = caller.client ?? caller.sub
  return {
    id: `dpe-${digest(`${client}|${input.key}`).slice(0, 20)}`,
    kind,
    effectiveDate: input.effectiveDate,
    reason: input.reason ?? null,
    client,
    idempotencyKey: input.key,
    inputHash: digest(`${kind}${JSON.stringify(input)}`),
    actor: caller.sub,
    officeCode: caller.agency ?? '',
    requestId: caller.requestId,
  }
}

function digest(text: string): string {
  return hash('sha256', text)
}
