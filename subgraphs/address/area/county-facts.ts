/** A box in EPSG:3826, metres. */
export interface Box {
  readonly west: number
  readonly east: number
  readonly south: number
  readonly north: number
}

/** One county whose plates the hub takes. */
export interface CountyFact {
  readonly code: string
  readonly name: string
  /** Where its plates can lie. */ readonly box: Box
}

/**
 * The counties of this agency. The box of Kaohsiung is its main land, computed from its extent of
 * 22.475–23.472 N, 120.165–121.05 E; 東沙 and 南沙 lie outside, beyond TM2 zone 121. The box of
 * Pingtung holds its plates of June 2026 (21.899–22.882 N, 120.354–120.899 E) and 1 km around.
 */
export const COUNTY_FACTS: readonly CountyFact[] = [
  {
    code: '64000',
    name: '高雄市',
    box: { west: 164_000, east: 255_200, south: 2_486_100, north: 2_596_900 },
  },
  {
    code: '10013',
    name: '屏東縣',
    box: { west: 182_000, east: 241_000, south: 2_421_000, north: 2_532_500 },
  },
]

/** The nine rural districts 旗山 … 那瑪夏 (64000300–64000380) lie in the north-east of the county. */
export const RURAL_BOX: Box = { west: 185_000, east: 250_000, south: 2_515_000, north: 2_597_000 }
