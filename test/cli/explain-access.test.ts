import { readFileSync } from 'node:fs'
import { parse } from 'graphql'
import { loadAgreements } from '../../auth/agreement.ts'
import { explainAccess } from '../../cli/explain-access.ts'

const sdl = parse(readFileSync('schemas/supergraph.graphql', 'utf8'))
const agreements = loadAgreements('auth/agreements')

function openTo(coordinate: string): readonly string[] {
  return explainAccess(sdl, coordinate, agreements)
    .filter(({ isOpen }) => isOpen)
    .flatMap(({ agreement }) => agreement.clients)
}

describe('who may read a coordinate', () => {
  it('motor facts are open to the desk and the motor office, not to the tax office', () => {
    expect(openTo('Person.motor')).toEqual(expect.arrayContaining(['desk-jiaxian', 'motor-office']))
    expect(openTo('Person.motor')).not.toContain('local-tax')
  })

  it('a refusal names the rule that fails', () => {
    const found = explainAccess(sdl, 'Person.motor', agreements)
    const tax = found.find(({ agreement }) => agreement.clients.includes('local-tax'))
    expect(tax?.because.join()).toMatch(/^Person\.motor needs .*vehicle:/)
  })

  it('a coordinate that is not there is refused', () => {
    expect(() => explainAccess(sdl, 'Person.nothing', agreements)).toThrow('no such coordinate')
    expect(() => explainAccess(sdl, 'Person', agreements)).toThrow('no such coordinate')
  })
})
