import { tmpdir } from 'node:os'
import { openDatabase } from '../../../../subgraphs/_kit/database/open-database.ts'
import { createPlateDesk } from '../../../../subgraphs/address/event/plate-desk.ts'
import type { Database } from '../../../../subgraphs/address/queries.ts'
import { officerScope, ROAD } from './officer-scope.ts'

/**
 * A renumbering that is killed as soon as a statement with these words is on its way:
 * `<database URL> <key> <revision> <words>`.
 */
const [url = '', key = '', revision = '', words = ''] = process.argv.slice(2)
const { db } = await openDatabase<Database>({
  agency: 'address',
  url,
  dataDir: tmpdir(),
  onStatement: (text) => {
    if (text.includes(words)) process.kill(process.pid, 'SIGKILL')
  },
})
await createPlateDesk(db, officerScope, () => undefined).renumber({ ...ROAD, key, revision })
