import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ExpectedTree } from './verifier/expected-tree.ts'
import { Fault, type LogFault } from './verifier/fault.ts'
import { readJournal } from './verifier/journal-file.ts'
import { KeyChain } from './verifier/key-chain.ts'
import { notesIn, readKey, type Anchor } from './verifier/notes.ts'
import {
  HASH,
  WIDTH,
  firstDifference,
  namesIn,
  pathOf,
  readIfThere,
  readTile,
} from './verifier/tile-file.ts'

// Stands alone on purpose, with the folder verifier/: an auditor runs it on a copy of the log with
// nothing of the hub beside it, and it shares no code with what writes the log.

/** What a look through a whole log found. */
export interface LogReport {
  readonly origin: string
  /** Records that are sound, from the first on. */
  readonly size: number
  /** How many of them only the journal has: their tiles follow at the hub's next breath. */
  readonly pending: number
  readonly root: string
  /** The newest signed checkpoint: remember it, and a later look detects a log that was replaced. */
  readonly checkpoint: string
  readonly fault: LogFault | null
}

/**
 * Reads every record, tile and signed checkpoint in a log's folder and names the first bad record.
 * `verifierKey` is any of the log's: where its key turned, the log's file `keys` leads to the others.
 * `remembered` holds notes of earlier looks: a log that was cut, forked or put back disagrees with one.
 *
 * @throws TypeError when `verifierKey` is no C2SP verifier key
 */
export function verifyLog(folder: string, verifierKey: string, remembered = ''): LogReport {
  const key = new KeyChain(folder, readKey(verifierKey))
  const tree = new ExpectedTree(folder)
  const notes = [
    ...notesIn(remembered, key, 'a remembered checkpoint'),
    ...notesIn(readText(join(folder, 'checkpoints')), key, 'the history of checkpoints'),
  ]
  const anchors = notes.filter(({ root }) => root.length > 0)
  const broken = notes.find(({ root }) => root.length === 0)
  let published = 0
  let newest: Anchor | undefined
  let fault: LogFault | null = null
  try {
    if (key.fault) throw new Fault(0, key.fault)
    newest = readCheckpoint(folder, key, anchors)
    published = newest.size
    const expected = [...key.turns, ...anchors]
    readTiles(tree, folder, published, [...expected, newest])
    for (let isWhole = false; !isWhole;) {
      try {
        newest = readJournal(tree, folder, key) ?? newest
        tree.checkReached()
        isWhole = true
      } catch (error) {
        // A log that goes on moves records from the journal to its tiles: then they are there.
        const later = readCheckpoint(folder, key, anchors)
        if (!(error instanceof Fault) || later.size <= newest.size) throw error
        ;[newest, published] = [later, later.size]
        readTiles(tree, folder, published, [...expected, later])
      }
    }
    if (broken) throw new Fault(tree.size, `a note in ${broken.from} is not signed by ${key.name}`)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    fault = error.fault
  }
  const size = fault ? Math.min(fault.index, tree.size) : tree.size
  const [root, checkpoint] = [tree.root().toString('base64'), newest?.note ?? '']
  return { origin: key.name, size, pending: Math.max(0, size - published), root, checkpoint, fault }
}

/** Reads the records that the tiles have, from the end of the tree on. */
function readTiles(
  tree: ExpectedTree,
  folder: string,
  published: number,
  expected: readonly Anchor[],
): void {
  if (published < tree.size) return
  tree.expect(expected)
  for (let tile = Math.floor(tree.size / WIDTH); tile * WIDTH < published; tile++) {
    readRecords(tree, folder, tile, published)
  }
  checkPartialTiles(tree, folder)
}

function readRecords(tree: ExpectedTree, folder: string, tile: number, published: number): void {
  const width = Math.min(WIDTH, published - tile * WIDTH)
  const bundle = readTile(folder, 'entries', tile, published)
  const ends: number[] = []
  let offset = 0
  for (let i = 0; i < width; i++) {
    const end = offset + 2 + (offset + 2 <= bundle.length ? bundle.readUInt16BE(offset) : 0)
    if (offset + 2 > bundle.length || end > bundle.length) {
      throw new Fault(tile * WIDTH + i, `the record is missing from ${pathOf('entries', tile)}`)
    }
    const [entry, index] = [bundle.subarray(offset + 2, end), tile * WIDTH + i]
    if (index < tree.size) tree.repeat(entry, index)
    else tree.append(entry, published)
    offset = end
    ends.push(end)
  }
  checkPartialBundles(bundle, folder, tile, ends)
  const isWider = width < WIDTH && !existsSync(join(folder, pathOf('entries', tile, width)))
  if (offset < bundle.length && !isWider) {
    throw new Fault(tree.size - 1, `${pathOf('entries', tile)} has more than its records`)
  }
}

/** Earlier, narrower states of the last bundle are beginnings of it. */
function checkPartialBundles(
  bundle: Buffer,
  folder: string,
  tile: number,
  ends: readonly number[],
): void {
  const path = `${pathOf('entries', tile)}.p`
  if (ends.length === WIDTH) return
  for (const narrower of namesIn(join(folder, path))) {
    const bytes = readIfThere(join(folder, path, narrower))
    const end = ends[Number(narrower) - 1]
    if (!bytes || end === undefined || bytes.equals(bundle.subarray(0, end))) continue
    const place = firstDifference(bytes, bundle)
    const record = Math.min(ends.filter((each) => each <= place).length, Number(narrower) - 1)
    throw new Fault(tile * WIDTH + record, `${path}/${narrower} was changed`)
  }
}

/** Earlier, narrower states of the last tiles are beginnings of what stands there now. */
function checkPartialTiles(tree: ExpectedTree, folder: string): void {
  for (const [level, row] of tree.rows.entries()) {
    const index = Math.floor(Math.max(0, tree.size - 1) / WIDTH ** (level + 1))
    const path = `${pathOf(level, index)}.p`
    if (row.length === WIDTH) continue
    const whole = Buffer.concat(row)
    for (const width of namesIn(join(folder, path))) {
      if (Number(width) > row.length) continue
      const bytes = readIfThere(join(folder, path, width))
      if (!bytes || bytes.equals(whole.subarray(0, Number(width) * HASH))) continue
      const place = Math.min(Math.floor(firstDifference(bytes, whole) / HASH), Number(width) - 1)
      const first = (index * WIDTH + place) * WIDTH ** level
      throw new Fault(first, `${path}/${width} was changed`, first + WIDTH ** level - 1)
    }
  }
}

function readCheckpoint(folder: string, key: KeyChain, anchors: readonly Anchor[]): Anchor {
  const [anchor] = notesIn(readText(join(folder, 'checkpoint')), key, 'the checkpoint')
  if (anchor?.root.length) return anchor
  const sizes = anchors.map(({ size }) => size)
  const reason = `the checkpoint is missing or not signed by ${key.name}`
  throw new Fault(Math.max(0, ...sizes), reason)
}

function readText(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

/** `node verify-log.ts <folder of the log> <verifier key, or its file> [file of remembered checkpoints]` */
function main([folder, key, remembered]: readonly string[]): number {
  if (!folder || !key) {
    process.stderr.write(
      'verify-log.ts <log folder> <verifier key or file> [remembered checkpoints]\n',
    )
    return 2
  }
  const verifierKey = existsSync(key) ? readText(key) : key
  const report = verifyLog(folder, verifierKey, remembered ? readText(remembered) : '')
  process.stdout.write(`${JSON.stringify(report)}\n`)
  return report.fault ? 1 : 0
}

if (resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  process.exitCode = main(process.argv.slice(2))
}
