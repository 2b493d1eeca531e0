import { writeSync } from 'node:fs'
import { appendRecords, openWriter } from './log-desk.ts'

// Appends to the log in the folder it is given until it is killed, and says after each commit how many
// records are acknowledged.
const [folder = '', segmentBytes] = process.argv.slice(2)
const writer = await openWriter(folder, {
  publishAfterMs: 40,
  ...(segmentBytes && { segmentBytes: Number(segmentBytes) }),
})
writeSync(1, `${writer.size}\n`)

await Promise.all(Array.from({ length: 8 }, appendOn))

async function appendOn(): Promise<void> {
  for (;;) {
    await appendRecords(writer, 1 + Math.floor(Math.random() * 20))
    writeSync(1, `${writer.size}\n`)
  }
}
