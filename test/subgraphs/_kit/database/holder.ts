// A hub process in miniature: holds the server of the data folder named by its first argument until
// its input ends, and tells by lines of JSON what it sees.
import { acquireEmbeddedServer } from '../../../../subgraphs/_kit/database/embedded-server.ts'

const server = await acquireEmbeddedServer({ dataDir: process.argv[2] ?? '', isDurable: false })
const [row] = await server.administer('select pg_postmaster_start_time()::text as started')
tell({ started: row?.['started'], cluster: server.cluster, isElsewhere: server.isElsewhere })
for await (const _ of process.stdin) continue
await server.release()
tell({ released: true })

function tell(what: object): void {
  process.stdout.write(`${JSON.stringify(what)}\n`)
}
