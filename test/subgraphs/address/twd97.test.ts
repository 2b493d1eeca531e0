import fc from 'fast-check'
import { toGeoPoint, toTwd97 } from '../../../subgraphs/address/location/twd97.ts'

describe('a place in Kaohsiung', () => {
  it('lies where the survey says, in EPSG:3826', () => {
    const { x, y } = toTwd97(120.479296, 22.888557)
    expect(Math.abs(x - 196_577)).toBeLessThanOrEqual(2)
    expect(Math.abs(y - 2_532_037)).toBeLessThanOrEqual(2)
  })

  it('is the same place after it was stored, to two centimetres', () => {
    const longitude = fc.double({ min: 120.16, max: 121.05, noNaN: true })
    const latitude = fc.double({ min: 21.9, max: 23.47, noNaN: true })
    fc.assert(
      fc.property(longitude, latitude, (east, north) => {
        const place = toGeoPoint(toTwd97(east, north))
        expect(Math.abs(place.longitude - east)).toBeLessThan(2e-7)
        expect(Math.abs(place.latitude - north)).toBeLessThan(2e-7)
      }),
    )
  })
})
