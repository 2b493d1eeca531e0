import { runBenchmark } from '../../../bench/faults.ts'

describe('a gateway that is killed under load', () => {
  // A sample of `npm run bench -- faults`, which kills it 200 times.
  it('has the record of every answer that a client got, and a sound log after each start', async () => {
    const report = await runBenchmark(['3', 'quiet'])
    expect(report).toMatchObject({ kills: 3, isSound: true, faults: [], answersWithoutRecord: 0 })
    expect((report as { readonly answers: number }).answers).toBeGreaterThanOrEqual(3)
  }, 180_000)
})
