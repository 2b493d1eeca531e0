import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { addToHistory } from './checkpoint-history.ts'
import { replaceDurably, writeDurably, writeFiles, type FileContent } from './durable-files.ts'
import type { FullTile, GrowingTree } from './growing-tree.ts'
import { OpenBundle } from './open-bundle.ts'
import { signCheckpoint, type NoteSigner } from './signed-note.ts'
import { TILE_WIDTH, tilePath, type Tile } from './tile-path.ts'
import { CHECKPOINT_FILE } from './tiled-log.ts'

const MOST_WAITING_FILES = 512
// More than a busy gateway's second brings: a publication is many small calls, each of which wakes the loop.
const MANY_WAITING_FILES = 96
// Written together: one by one they would wake the loop as often, but each apart.
const MOST_IN_MEMORY = 8

interface TileFile extends FileContent {
  readonly tile: Tile
}

/**
 * Writes what the journal has committed as tlog-tiles: bundles and tiles first, then the checkpoint
 * that names them, so that a reader of the checkpoint finds all of it.
 */
export class TilePublisher {
  readonly #folder: string
  #signer: NoteSigner
  #published: GrowingTree
  #head: GrowingTree
  readonly #bundle: OpenBundle
  /** Full tiles and bundles that are not in files yet. */
  #waiting: TileFile[] = []
  /** Paths of those that no checkpoint in the folder names yet. */
  #full: string[] = []
  /** Folders that have a new bundle's name, which a power cut could take still. */
  readonly #touched = new Set<string>()
  #publishing: Promise<void> = Promise.resolve()
  /** Full tiles' names of those that have narrower states in files. */
  readonly #narrow = new Set<string>()

  /** Goes on from a published tree and the records of its last bundle. */
  constructor(folder: string, signer: NoteSigner, tree: GrowingTree, bundle: readonly Buffer[]) {
    this.#folder = folder
    this.#signer = signer
    this.#published = tree.copy()
    this.#head = this.#published
    this.#bundle = new OpenBundle(bundle)
    this.#noteNarrow(narrowTiles(tree, this.#bundle))
  }

  get publishedSize(): number {
    return this.#published.size
  }

  /** Whether enough waits to be written before its time: memory until then, and journal. */
  get hasMany(): boolean {
    return this.#full.length >= MANY_WAITING_FILES
  }

  /** Whether so much waits that appending should wait as well. */
  get isFarBehind(): boolean {
    return this.#full.length > MOST_WAITING_FILES
  }

  /** Lets another key sign what is published from now on. */
  signAs(signer: NoteSigner): void {
    this.#signer = signer
  }

  /** Takes a commit: the tree it made, which stays as it is, the tiles it filled, its records side by side. */
  add(head: GrowingTree, full: readonly FullTile[], records: Buffer): void {
    for (const { level, index, bytes } of full) this.#addFull({ level, index }, bytes)
    let index = tilesIn(this.#head)
    for (const bundle of this.#bundle.add(records)) {
      this.#addFull({ level: 'entries', index: index++ }, bundle)
    }
    this.#head = head
  }

  /** Returns when all commits taken so far are in files. What fails is tried again by the next call. */
  publish(): Promise<void> {
    const publishing = this.#publishing.then(() => this.#publish())
    this.#publishing = publishing.catch(() => undefined)
    return publishing
  }

  async #publish(): Promise<void> {
    const head = this.#head
    // who signs is settled with what is signed: a key may turn while the tiles are written
    const signer = this.#signer
    if (head.size === this.#published.size && head.size > 0) return
    const full = [...this.#full]
    const waiting = [...this.#waiting]
    const narrow = narrowTiles(head, this.#bundle)
    this.#noteNarrow(narrow)
    await writeDurably(this.#folder, [...waiting, ...narrow], this.#touched)
    const note = signCheckpoint(signer, head.size, head.root())
    await replaceDurably(join(this.#folder, CHECKPOINT_FILE), Buffer.from(note))
    const isMilestone = tilesIn(head) > tilesIn(this.#published)
    this.#published = head
    this.#touched.clear()
    this.#full = this.#full.slice(full.length)
    this.#letGo(waiting)
    if (isMilestone) await addToHistory(this.#folder, note)
    for (const path of full) await this.#removeNarrow(path)
  }

  #addFull(tile: Tile, bytes: Buffer): void {
    const file = { tile, path: tilePath(tile), bytes }
    this.#waiting.push(file)
    this.#full.push(file.path)
    if (this.#waiting.length % MOST_IN_MEMORY > 0) return
    this.#publishing = this.#publishing.then(() => this.#writeAhead())
  }

  /** Writes what is full, so that its memory serves again: a busy second fills 20 MB. */
  async #writeAhead(): Promise<void> {
    if (this.#waiting.length < MOST_IN_MEMORY) return
    const waiting = [...this.#waiting]
    try {
      for (const folder of await writeFiles(this.#folder, waiting)) this.#touched.add(folder)
      this.#letGo(waiting)
    } catch {
      // publishing tries again, and tells
    }
  }

  #letGo(written: readonly TileFile[]): void {
    this.#waiting = this.#waiting.slice(written.length)
    for (const { tile, bytes } of written)
      if (tile.level === 'entries') this.#bundle.giveBack(bytes)
  }

  #noteNarrow(tiles: readonly TileFile[]): void {
    for (const { tile } of tiles) this.#narrow.add(tilePath(tile))
  }

  /** A tile's narrower states are needless once it is full (C2SP tlog-tiles, "Partial Tiles"). */
  async #removeNarrow(path: string): Promise<void> {
    if (!this.#narrow.has(path)) return
    await rm(join(this.#folder, `${path}.p`), { recursive: true, force: true })
    this.#narrow.delete(path)
  }
}

/** Tiles and the bundle that are not full yet. */
function narrowTiles(head: GrowingTree, bundle: OpenBundle): readonly TileFile[] {
  const tiles = head.partialTiles().map(({ width, bytes, ...tile }) => ({
    tile,
    path: tilePath(tile, width),
    bytes,
  }))
  const { count, bytes } = bundle
  if (count === 0) return tiles
  const tile = { level: 'entries', index: tilesIn(head) } as const
  return [...tiles, { tile, path: tilePath(tile, count), bytes }]
}

function tilesIn({ size }: GrowingTree): number {
  return Math.floor(size / TILE_WIDTH)
}
