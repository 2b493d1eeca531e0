import { buildSchema, parse } from 'graphql'
import { coordinatesOf, shapeOf } from '../../../gateway/compile/answer-shape.ts'
import {
  countResults,
  listReturnedCoordinates,
} from '../../../gateway/execute/returned-coordinates.ts'

const SCHEMA = buildSchema(`
  type Query { person: Person  plates(first: Int): [Plate!]!  owner: Owner }
  type Person { id: ID!  name: String  tax: Tax  children: [Person!] }
  type Tax { asOf: String  bills: [Bill!] }
  type Bill { amount: Int }
  type Plate { text: String }
  type Company { taxNo: String }
  union Owner = Person | Company
`)

const ONE_PERSON = '{ p: person { id name tax { asOf bills { amount } } children { name } } }'

describe('the coordinates of an answer', () => {
  it('are those of its fields, whatever their aliases; a null is an answer too', () => {
    const data = {
      p: { id: '1', name: null, tax: { asOf: null, bills: [{ amount: 7 }] }, children: null },
    }
    expect(returned(ONE_PERSON, data)).toEqual([
      'Bill.amount',
      'Person.children',
      'Person.id',
      'Person.name',
      'Person.tax',
      'Query.person',
      'Tax.asOf',
      'Tax.bills',
    ])
  })

  it('are the one that told that nobody was found', () => {
    expect(returned(ONE_PERSON, { p: null })).toEqual(['Query.person'])
    expect(returned('{ plates { text } }', { plates: [] })).toEqual(['Query.plates'])
  })

  it('leave out what is null because its fetch failed', () => {
    const data = { p: { id: '1', name: '陳', tax: null, children: [] } }
    expect(returned(ONE_PERSON, data, ['p.tax'])).not.toContain('Person.tax')
    expect(returned(ONE_PERSON, data)).toContain('Person.tax')
    expect(returned(ONE_PERSON, { p: null }, ['p'])).toEqual([])
  })

  it('count a field that one item of a list has, below the items that have it not', () => {
    const child = (name: string | null) => ({ id: '2', tax: name && { asOf: name, bills: [] } })
    const data = { p: { children: [child(null), child('2018-05-10')] } }
    const found = returned('{ p: person { children { id tax { asOf bills { amount } } } } }', data)
    expect(found).toEqual(expect.arrayContaining(['Tax.asOf', 'Tax.bills']))
    expect(found).not.toContain('Bill.amount')
  })

  it('of a union are those of the type that came', () => {
    const query = '{ owner { __typename ... on Person { name } ... on Company { name: taxNo } } }'
    const company = { owner: { __typename: 'Company', name: '22099131' } }
    expect(returned(query, company)).toEqual(['Company.taxNo', 'Query.owner'])
    expect(coordinatesOf(shapeOf(SCHEMA, parse(query)))).toEqual([
      'Company.taxNo',
      'Person.name',
      'Query.owner',
    ])
  })

  it('come with the number of things under each field of the root', () => {
    const shape = shapeOf(SCHEMA, parse('{ person { id } a: plates { text } b: plates { text } }'))
    const plates = [{ text: '一號' }]
    expect(countResults(shape, { person: null, a: plates, b: plates })).toEqual({
      'Query.person': 0,
      'Query.plates': 2,
    })
  })
})

function returned(query: string, data: object, failed: readonly string[] = []): readonly string[] {
  const shape = shapeOf(SCHEMA, parse(query))
  return listReturnedCoordinates(shape, data as Record<string, unknown>, new Set(failed))
}
