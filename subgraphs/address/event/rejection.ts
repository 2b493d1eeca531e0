import type { DoorPlateRejection, DoorPlateRejectionCode } from '../generated.ts'

/** What the officer is told, by code; each says the rule and what to do. */
const MESSAGES: Readonly<Record<DoorPlateRejectionCode, string>> = {
  CONFLICT: 'Someone changed a plate since it was read; read it again.',
  KEY_USED: 'The key was used for something else before; choose another.',
  INPUT_INVALID: 'A text is empty, too long or has a character that no register holds:',
  PLATE_UNKNOWN: 'There is no such plate there.',
  PLATE_ABOLISHED: 'The plate is out of force.',
  PLATE_REPEATED: 'The same plate is named twice.',
  OUTSIDE_OFFICE: 'Another office numbers the houses there.',
  TOWN_UNKNOWN: 'There is no such township; a code has eight digits.',
  VILLAGE_UNKNOWN: 'The township has no such village; write it with 里 or 村.',
  ADDRESS_INVALID: 'A part of the address is not written as the register writes it:',
  ADDRESS_SAME: 'The new address is the old one.',
  ADDRESS_TAKEN: 'Another plate has the address:',
  LOCATION_INVALID: 'The place does not lie where plates of the township can lie.',
  DATE_INVALID: 'The day is still to come, or before the plate was in force.',
  STREET_EMPTY: 'No plate in force stands there.',
  STREET_MISSING: 'Name a road, a settlement, a lane or a village.',
  COUNT_INVALID: 'That is none, or too many plates for one transaction.',
  PREVIEW_NEEDED: 'Ask for a preview first, and name the revision it tells.',
}

/** Thrown inside a transaction, so that it leaves nothing; answered as data, never as an error. */
export class PlateRejection extends Error {
  readonly rejection: DoorPlateRejection

  constructor(code: DoorPlateRejectionCode, detail?: string) {
    const message = detail === undefined ? MESSAGES[code] : `${MESSAGES[code]} ${detail}`
    super(message)
    this.name = 'PlateRejection'
    this.rejection = { code, message }
  }
}

/** Refuses unless it holds. `detail` names a part or a published address, never what was sent. */
export function demand(holds: boolean, code: DoorPlateRejectionCode, detail?: string): void {
  if (!holds) throw new PlateRejection(code, detail)
}
