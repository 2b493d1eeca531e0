import type { Kysely } from 'kysely'
import type { RequestScope } from '../../_kit/request-scope.ts'
import type {
  AbolishDoorPlateInput,
  AddDoorPlatesInput,
  AssignDoorPlateInput,
  ChangeDoorPlateInput,
  DoorPlateRejection,
  MergeDoorPlatesInput,
  ReissueDoorPlateInput,
  RenumberDoorPlatesInput,
} from '../generated.ts'
import { findDoorPlates, type Database, type DoorPlateParent } from '../queries.ts'
import { abolition, addition, alteration, assignment, merger, reissue } from './event-requests.ts'
import type { EventLine } from './plan-event.ts'
import { recordEvent, withRejections, type EventRequest } from './record-event.ts'
import { previewRenumbering, renumbering } from './renumbering.ts'

/** One plate after an event, or why nothing was done. */
export interface PlateAnswer {
  readonly doorPlate: DoorPlateParent | null
  readonly rejection: DoorPlateRejection | null
}

/** New plates of an event, or why nothing was done. */
export interface PlatesAnswer {
  readonly doorPlates: readonly DoorPlateParent[]
  readonly rejection: DoorPlateRejection | null
}

/** A street before and after, or why nothing was done. */
export interface RenumberingAnswer {
  readonly isPreview: boolean
  readonly revision: string | null
  readonly changes: readonly {
    readonly before: DoorPlateParent
    readonly text: string
    readonly after: DoorPlateParent | null
  }[]
  readonly rejection: DoorPlateRejection | null
}

/** Where a door-plate officer records events; each is one transaction. 門牌異動 */
export interface PlateDesk {
  assign(input: AssignDoorPlateInput): Promise<PlateAnswer>
  add(input: AddDoorPlatesInput): Promise<PlatesAnswer>
  change(input: ChangeDoorPlateInput): Promise<PlateAnswer>
  renumber(input: RenumberDoorPlatesInput): Promise<RenumberingAnswer>
  merge(input: MergeDoorPlatesInput): Promise<PlateAnswer>
  abolish(input: AbolishDoorPlateInput): Promise<PlateAnswer>
  reissue(input: ReissueDoorPlateInput): Promise<PlateAnswer>
}

/** The desk of one request. `onWritten` is told when plates read before may be out of date. */
export function createPlateDesk(
  db: Kysely<Database>,
  scope: RequestScope,
  onWritten: () => void,
): PlateDesk {
  const record = async (request: EventRequest): ReturnType<typeof recordEvent> => {
    const outcome = await recordEvent(db, scope, request)
    onWritten()
    return outcome
  }
  const recordMany = async (request: EventRequest): Promise<PlatesAnswer> => {
    const outcome = await record(request)
    if ('rejection' in outcome) return { doorPlates: [], rejection: outcome.rejection }
    return { doorPlates: await platesAfter(db, outcome.lines), rejection: null }
  }
  const recordOne = async (request: EventRequest): Promise<PlateAnswer> => {
    const { doorPlates, rejection } = await recordMany(request)
    return { doorPlate: doorPlates[0] ?? null, rejection }
  }
  return {
    assign: (input) => recordOne(assignment(scope, input)),
    add: (input) => recordMany(addition(scope, input)),
    change: (input) => recordOne(alteration(scope, input)),
    merge: (input) => recordOne(merger(scope, input)),
    abolish: (input) => recordOne(abolition(scope, input)),
    reissue: (input) => recordOne(reissue(scope, input)),
    async renumber(input) {
      if (input.isPreview) return preview(db, scope, input)
      const outcome = await record(renumbering(scope, input))
      if ('rejection' in outcome) return refused(false, outcome.rejection)
      const changes = await readLines(db, outcome.lines)
      return { isPreview: false, revision: input.revision ?? null, changes, rejection: null }
    },
  }
}

async function preview(
  db: Kysely<Database>,
  scope: RequestScope,
  input: RenumberDoorPlatesInput,
): Promise<RenumberingAnswer> {
  const shown = await withRejections(() => previewRenumbering(db, scope, input))
  if ('rejection' in shown) return refused(true, shown.rejection)
  const before = await readPlates(
    db,
    shown.changes.map(({ base }) => base.id),
  )
  const changes = shown.changes.flatMap(({ base, composed: { text } }) => {
    const plate = before.get(base.id)
    return plate ? [{ before: plate, text, after: null }] : []
  })
  return { isPreview: true, revision: shown.revision, changes, rejection: null }
}

function refused(isPreview: boolean, rejection: DoorPlateRejection): RenumberingAnswer {
  return { isPreview, revision: null, changes: [], rejection }
}

async function readLines(
  db: Kysely<Database>,
  lines: readonly EventLine[],
): Promise<RenumberingAnswer['changes']> {
  const ids = lines.flatMap(({ oldId, newId }) => [oldId, newId]).filter((id) => id !== null)
  const plates = await readPlates(db, ids)
  return lines.flatMap(({ oldId, newId }) => {
    const [before, after] = [plates.get(oldId ?? ''), plates.get(newId ?? '')]
    return before && after ? [{ before, text: after.text, after }] : []
  })
}

/** The plates an event led to, each once; of one that only ended, the plate that ended. */
async function platesAfter(
  db: Kysely<Database>,
  lines: readonly EventLine[],
): Promise<readonly DoorPlateParent[]> {
  const ids = lines.map(({ oldId, newId }) => newId ?? oldId).filter((id) => id !== null)
  return [...(await readPlates(db, ids)).values()]
}

/** Plates by id, in the order asked. */
async function readPlates(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DoorPlateParent>> {
  const found = new Map((await findDoorPlates(db, ids)).map((plate) => [plate.id, plate]))
  return new Map(
    ids.flatMap((id) => {
      const plate = found.get(id)
      return plate ? [[id, plate] as const] : []
    }),
  )
}
