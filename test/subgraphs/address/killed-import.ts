import { tmpdir } from 'node:os'
import { openDatabase } from '../../../subgraphs/_kit/database/open-database.ts'
import { importDoorplates } from '../../../subgraphs/address/import/import-doorplates.ts'

/** An import that is killed as soon as the first part of its merge is in: `<file> <database URL>`. */
const [file = '', url = ''] = process.argv.slice(2)
const database = await openDatabase<never>({ agency: 'address', url, dataDir: tmpdir() })
await importDoorplates({
  file,
  database,
  reportFile: `${file}.report.csv`,
  onProgress: ({ partsDone }) => {
    if (partsDone === 1) process.kill(process.pid, 'SIGKILL')
  },
})
