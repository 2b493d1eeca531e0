import { writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { openDisclosures, outcomeOf } from './disclosure-desk.ts'

// Writes disclosures under a limit on the size of files until there is no room, then waits for room;
// says on stdout what happened, one JSON line each.
const disclosures = await openDisclosures(process.argv[2]!, { onFault: () => undefined })
// Node leaves the signal at its default, which would end the process; the write then fails by itself.
process.on('SIGXFSZ', () => undefined)
let acknowledged = 0

for (let person = 0; ; person++) {
  const outcome = outcomeOf({ person: { id: `person-${person}` } }, [`person-${person}`])
  try {
    await disclosures.intend(outcome)
    await disclosures.conclude(outcome)
    acknowledged += 2
  } catch (error) {
    const { code, status } = error as { readonly code: string; readonly status: number }
    tell({ code, status, acknowledged, isWritable: await disclosures.isWritable() })
    break
  }
}

while (!(await disclosures.isWritable())) await pause(20)
const outcome = outcomeOf({ person: { id: 'person-0' } }, ['person-0'])
await disclosures.intend(outcome)
const { leafIndex } = await disclosures.conclude(outcome)
tell({ leafIndex, isWritable: await disclosures.isWritable() })
await disclosures.close()

function tell(what: object): void {
  writeSync(1, `${JSON.stringify(what)}\n`)
}
