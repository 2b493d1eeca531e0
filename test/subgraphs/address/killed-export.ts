import { openDatabase } from '../../../subgraphs/_kit/database/open-database.ts'
import { exportPlates } from '../../../subgraphs/address/export/export-plates.ts'

/** An export that is killed after its first rows: `<file> <database URL>`. */
const [file = '', url = ''] = process.argv.slice(2)
const database = await openDatabase<never>({ agency: 'address', url, dataDir: '' })
await exportPlates({
  file,
  database,
  area: { townCode: null, village: null },
  onProgress: () => process.kill(process.pid, 'SIGKILL'),
})
