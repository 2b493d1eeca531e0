import type { Generated } from 'kysely'

/** 初編 · 增編 · 改編 · 整編 · 合併 · 廢止 · 補發 */
export type EventKind = 'FIRST' | 'ADD' | 'CHANGE' | 'RENUMBER' | 'MERGE' | 'ABOLISH' | 'REISSUE'

export interface DoorPlateEventTable {
  id: string
  kind: EventKind
  effectiveDate: string
  reason: string | null
  client: string
  idempotencyKey: string
  /** SHA-256 of the input, so that a key used for something else is seen. */
  inputHash: string
  actor: string
  officeCode: string
  requestId: string
  recordedAt: Generated<string>
}

/** A plate before and after an event; equal where the plate stayed. */
export interface EventPlateTable {
  eventId: string
  position: number
  oldPlateId: string | null
  newPlateId: string | null
}

/** What other agencies are to learn; written with the event, sent later. */
export interface OutboxTable {
  id: Generated<number>
  eventId: string
  type: 'DOORPLATE_REVISE'
  doorPlateId: string
  payload: unknown
  publishedAt: string | null
}
