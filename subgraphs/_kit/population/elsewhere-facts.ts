import { weightedTable } from './rng.ts'
import type { Rng } from './rng.ts'

/** Where kin who left are registered, with weights: our assumption. */
const PLACES: readonly (readonly [string, number])[] = [
  ['高雄市鳳山區', 14],
  ['高雄市三民區', 10],
  ['高雄市楠梓區', 8],
  ['高雄市左營區', 7],
  ['高雄市仁武區', 4],
  ['高雄市大寮區', 4],
  ['高雄市小港區', 4],
  ['高雄市旗山區', 4],
  ['臺南市永康區', 5],
  ['臺南市東區', 3],
  ['屏東縣屏東市', 5],
  ['臺中市北屯區', 5],
  ['臺中市西屯區', 4],
  ['桃園市中壢區', 5],
  ['桃園市桃園區', 3],
  ['新北市板橋區', 5],
  ['新北市三重區', 4],
  ['臺北市信義區', 3],
  ['臺北市萬華區', 2],
  ['臺東縣臺東市', 1],
]

const draw = weightedTable(PLACES.map(([, weight]) => weight))

/** A district other than the given one (`高雄市甲仙區`). */
export function placeElsewhere(ownDistrict: string, rng: Rng): string {
  const place = PLACES[draw(rng)]![0]
  return place === ownDistrict ? '臺南市永康區' : place
}
