/** TEMP 臨 · ATTACHED 附 · BASEMENT 地下 */
export type NumberPrefix = 'TEMP' | 'ATTACHED' | 'BASEMENT'

/** What stands before the house number: 街路巷弄. Each null where the address has none. */
export interface StreetParts {
  /** With its kind: 中正路, 世運大道. */ readonly road: string | null
  /** 段 */ readonly section: number | null
  /** 地區/聚落 */ readonly area: string | null
  /** With its kind: `78巷`, `四德巷`, `光明九巷`. */ readonly lane: string | null
  /** With its kind: `3弄`. */ readonly alley: string | null
  /** With its kind: `2衖`. */ readonly subAlley: string | null
}

/** What stands from the house number on. */
export interface NumberParts {
  readonly number: number
  /** Behind 之, `2` or `3之1`. */ readonly numberSuffix: string | null
  /** 附N, behind number and suffix. */ readonly attached: string | null
  readonly prefix: NumberPrefix | null
  /** Storey; below ground negative; null where the words give none (頂樓, 底層). */
  readonly floor: number | null
  /** The storey in its words, numerals Arabic: `5樓`, `地下1層`, `屋頂突出物`. */
  readonly floorText: string | null
  /** Unit on the storey, behind 之: `1` or `3之1`. */ readonly room: string | null
}

/** A door plate's address in its parts. 門牌地址 */
export interface AddressParts extends StreetParts, NumberParts {
  readonly townCode: string
  /** 里 or 村 with its kind: 和安里. */ readonly village: string
  /** 鄰 */ readonly neighborhood: number | null
}
