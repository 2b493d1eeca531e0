/** Hashes in a full tile, and records in a full bundle (C2SP tlog-tiles). */
export const TILE_WIDTH = 256

/** The place of a tile: its level counts tiles from the records up, `entries` holds the records. */
export interface Tile {
  readonly level: number | 'entries'
  readonly index: number
}

/**
 * Where a tile stands below the log's folder: `tile/0/x001/234` when it is full,
 * `tile/0/x001/234.p/17` while it has 17 hashes (C2SP tlog-tiles, "Merkle Tree").
 */
export function tilePath({ level, index }: Tile, width = TILE_WIDTH): string {
  const groups: string[] = []
  for (let rest = index, isLast = true; isLast || rest > 0; rest = Math.floor(rest / 1000)) {
    groups.unshift(`${isLast ? '' : 'x'}${String(rest % 1000).padStart(3, '0')}`)
    isLast = false
  }
  const path = `tile/${level}/${groups.join('/')}`
  return width === TILE_WIDTH ? path : `${path}.p/${width}`
}

/** How many hashes a tile has in a tree of `size` records; 0 when the tree has no such tile. */
export function tileWidth({ level, index }: Tile, size: number): number {
  const hashes = level === 'entries' ? size : Math.floor(size / TILE_WIDTH ** level)
  return Math.min(TILE_WIDTH, Math.max(0, hashes - index * TILE_WIDTH))
}
