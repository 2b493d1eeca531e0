import { loadAgreements } from '../../auth/agreement.ts'
import { diffAgreements } from '../../cli/diff-agreements.ts'

describe('two versions of an agreement', () => {
  const [agreement] = loadAgreements('auth/agreements')

  it('that are the same differ in nothing', () => {
    expect(diffAgreements(agreement!, agreement!)).toEqual([])
  })

  it('differ by what was added and what was taken away', () => {
    const after = { ...agreement!, scopes: ['tax:bills'], grantsExistence: true }
    expect(diffAgreements(agreement!, after)).toEqual([
      ...agreement!.scopes.map((scope) => `- scopes: ${scope}`),
      '+ scopes: tax:bills',
      '- grantsExistence: false',
      '+ grantsExistence: true',
    ])
  })
})
