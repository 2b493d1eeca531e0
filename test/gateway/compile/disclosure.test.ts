import fc from 'fast-check'
import { createDisclosureTrial } from '../../support/disclosure/disclosure-trial.ts'

const CASES = 5_000

it('no random document under any scopes discloses what they do not reach, and the log tells all it does', async () => {
  const trial = await createDisclosureTrial()
  const property = fc.asyncProperty(fc.gen(), async (generate) => {
    expect(await trial.run((bound) => generate(fc.nat, bound - 1))).toBeUndefined()
  })
  while (trial.counts.cases < CASES) await fc.assert(property, { numRuns: 100 })
  const { answered, partly, refused } = trial.counts
  expect(answered).toBeGreaterThan(500)
  expect(partly).toBeGreaterThan(500)
  expect(refused).toBeGreaterThan(100)
}, 60_000)
