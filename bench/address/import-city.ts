import { openDatabase } from '../../subgraphs/_kit/database/open-database.ts'
import { importDoorplates } from '../../subgraphs/address/import/import-doorplates.ts'
import { round } from './figures.ts'

// Run as a process of its own, so that its memory is the importer's alone: <file> <data folder>.
const [file = '', dataDir = ''] = process.argv.slice(2)
const database = await openDatabase<unknown>({ agency: 'address', dataDir })
const start = performance.now()
const result = await importDoorplates({ file, database, reportFile: `${dataDir}/report.csv` })
const seconds = round((performance.now() - start) / 1_000)
await database.close()
const maxRssMb = Math.round(process.resourceUsage().maxRSS / 1_024)
process.stdout.write(`${JSON.stringify({ seconds, maxRssMb, ...result })}\n`)
