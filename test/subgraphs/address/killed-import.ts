import { tmpdir } from 'node:os'
import { openDatabase } from '../../../subgraphs/_kit/database/open-database.ts'
import { importDoorplates } from '../../../subgraphs/address/import/import-doorplates.ts'

/**
 * An import that is killed: `<file> <database URL> <moment>`, where the moment is READ (while the file is
 * read), or as many milliseconds after the first part of its merge is in.
 */
const [file = '', url = '', moment = ''] = process.argv.slice(2)
const kill = (): void => void process.kill(process.pid, 'SIGKILL')
const database = await openDatabase<never>({ agency: 'address', url, dataDir: tmpdir() })
await importDoorplates({
  file,
  database,
  reportFile: `${file}.report.csv`,
  onProgress: ({ phase, partsDone }) => {
    if (phase === moment || (partsDone === 1 && moment === '0')) kill()
    else if (partsDone === 1) setTimeout(kill, Number(moment))
  },
})
