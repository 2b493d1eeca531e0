import { hash } from 'node:crypto'
import type { Twd97Point } from '../location/twd97.ts'
import {
  composePlate,
  type AddressChange,
  type BasePlate,
  type ComposedPlate,
  type VillageCodes,
} from './compose-plate.ts'
import { demand, PlateRejection } from './rejection.ts'

/** A plate of the register that an event is about. */
export interface PlateInHand extends BasePlate {
  readonly status: 'ACTIVE' | 'ABOLISHED'
  readonly version: number
  readonly validFrom: string | null
}

/** A new plate with its id. */
export interface OpenedPlate extends ComposedPlate {
  readonly id: string
}

/** One plate before and after; equal where it stays; null where there is none on that side. */
export interface EventLine {
  readonly oldId: string | null
  readonly newId: string | null
}

/** Everything an event does to the register; nothing of it is done yet. */
export interface EventPlan {
  readonly lines: readonly EventLine[]
  readonly opened: readonly OpenedPlate[]
  /** Plates that go out of force. */ readonly closed: readonly string[]
  /** Plates that stay and were touched, with their new place where it differs. */
  readonly kept: readonly { readonly id: string; readonly location: Twd97Point }[]
}

/** What planning may look at. */
export interface PlanFacts {
  readonly eventId: string
  readonly villages: VillageCodes
}

const NOTHING: EventPlan = { lines: [], opened: [], closed: [], kept: [] }

/** 初編: a plate for a new building. `base` holds what the address starts from. */
export function planFirst(base: BasePlate, change: AddressChange, facts: PlanFacts): EventPlan {
  const plate = open(composePlate(base, change, facts.villages), facts)
  return { ...NOTHING, lines: [{ oldId: null, newId: plate.id }], opened: [plate] }
}

/** 增編: plates split off one that stays. */
export function planAddition(
  base: PlateInHand,
  changes: readonly AddressChange[],
  facts: PlanFacts,
): EventPlan {
  const opened = changes.map((change) => open(composeOther(base, change, facts), facts))
  return {
    ...NOTHING,
    lines: opened.map(({ id }) => ({ oldId: base.id, newId: id })),
    opened,
    kept: [keep(base)],
  }
}

/** 改編: another address, so another plate; where only the door moved, the plate stays. */
export function planChange(base: PlateInHand, change: AddressChange, facts: PlanFacts): EventPlan {
  const composed = composePlate(base, change, facts.villages)
  if (composed.text !== base.text) return planReplacements([{ base, composed }], facts)
  const { x, y } = composed.location
  demand(x !== base.location.x || y !== base.location.y, 'ADDRESS_SAME')
  return { ...stay(base), kept: [{ id: base.id, location: composed.location }] }
}

/** Plates that others take the place of, one for one. */
export function planReplacements(
  pairs: readonly { readonly base: PlateInHand; readonly composed: ComposedPlate }[],
  facts: PlanFacts,
): EventPlan {
  const opened = pairs.map(({ composed }) => open(composed, facts))
  return {
    ...NOTHING,
    lines: pairs.map(({ base }, index) => ({ oldId: base.id, newId: opened[index]?.id ?? null })),
    opened,
    closed: pairs.map(({ base }) => base.id),
  }
}

/** 合併: several become one of them. */
export function planMerger(kept: PlateInHand, merged: readonly PlateInHand[]): EventPlan {
  return {
    ...NOTHING,
    lines: merged.map(({ id }) => ({ oldId: id, newId: kept.id })),
    closed: merged.map(({ id }) => id),
    kept: [keep(kept)],
  }
}

/** 廢止: the building is gone. */
export function planAbolition({ id }: PlateInHand): EventPlan {
  return { ...NOTHING, lines: [{ oldId: id, newId: null }], closed: [id] }
}

/** 補發: the sign is handed out anew, the plate stays as it is. */
export function stay(plate: PlateInHand): EventPlan {
  return { ...NOTHING, lines: [{ oldId: plate.id, newId: plate.id }], kept: [keep(plate)] }
}

function composeOther(base: PlateInHand, change: AddressChange, facts: PlanFacts): ComposedPlate {
  const composed = composePlate(base, change, facts.villages)
  if (composed.text === base.text) throw new PlateRejection('ADDRESS_SAME')
  return composed
}

function keep({ id, location }: PlateInHand): EventPlan['kept'][number] {
  return { id, location }
}

/** The id is of this event: an address that comes back later is another plate. */
function open(composed: ComposedPlate, { eventId }: PlanFacts): OpenedPlate {
  const source = `${eventId}|${composed.addressKey}|${composed.neighborhood ?? ''}`
  return { ...composed, id: `dp-${hash('sha256', source).slice(0, 20)}` }
}
