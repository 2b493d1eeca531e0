import fc from 'fast-check'
import { PLATE_PATTERNS } from '../../../subgraphs/vehicle/plate/plate-patterns.ts'
import { parsePlateNumber } from '../../../subgraphs/vehicle/plate/plate-number.ts'

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const DIGITS = '012356789'

/** Plates of every pattern, written from the pattern's name with letters and digits all of them allow. */
const plates = fc
  .constantFrom(...PLATE_PATTERNS.map(({ name }) => name))
  .chain((name) =>
    fc
      .tuple(
        ...name
          .split('')
          .map((place) =>
            fc.constantFrom(...({ A: LETTERS, '0': DIGITS, '-': '-' }[place] ?? '').split('')),
          ),
      )
      .map((characters) => characters.join('')),
  )

describe('plate numbers', () => {
  it('are stored without their hyphen and shown with it, whatever the pattern', () => {
    fc.assert(
      fc.property(plates, (plate) => {
        expect(parsePlateNumber(plate)).toEqual({ stored: plate.replace('-', ''), display: plate })
      }),
    )
  })

  it('are the same plate typed with or without hyphen, small, full-width or with blanks', () => {
    const fullWidth = (text: string): string =>
      text.replaceAll(/[A-Z0-9-]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
    fc.assert(
      fc.property(plates, (plate) => {
        const read = parsePlateNumber(plate)
        expect(parsePlateNumber(plate.replace('-', ''))).toEqual(read)
        expect(parsePlateNumber(` ${plate.toLowerCase().replace('-', ' - ')} `)).toEqual(read)
        expect(parsePlateNumber(fullWidth(plate))).toEqual(read)
      }),
    )
  })

  it('fit one pattern only, so that the hyphen can be put back', () => {
    fc.assert(
      fc.property(plates, (plate) => {
        const stored = plate.replace('-', '')
        expect(PLATE_PATTERNS.filter(({ shape }) => shape.test(stored))).toHaveLength(1)
      }),
    )
  })

  it('never raise an error, and what is read reads the same again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (text) => {
        const plate = parsePlateNumber(text)
        if (plate) expect(parsePlateNumber(plate.display)).toEqual(plate)
      }),
    )
  })

  it.each([
    'ABC-1235',
    'EAB-0001',
    '1234-AB',
    'AB-1234',
    '12-3456',
    'ABC-123',
    '123-ABC',
    '8N-1234',
    '1234-N8',
  ])('reads %s', (plate) => expect(parsePlateNumber(plate)?.display).toBe(plate))

  it.each([
    ['ABC-1234', 'a digit 4 on a plate of the present series'],
    ['ABI-1235', 'a letter I on a plate of the present series'],
    ['AOC-1235', 'a letter O on a plate of the present series'],
    ['AB-C1235', 'the hyphen in another place'],
    ['ABC--1235', 'two hyphens'],
    ['ABCD-123', 'four letters'],
    ['12-34', 'too few characters'],
    ['', 'nothing'],
    ['甲乙丙-1235', 'Chinese characters'],
  ])('refuses %s: %s', (plate) => expect(parsePlateNumber(plate)).toBeNull())
})
